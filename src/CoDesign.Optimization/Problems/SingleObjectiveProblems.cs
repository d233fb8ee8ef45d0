using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Spaces;

namespace CoDesign.Optimization.Problems;

/// <summary>Problems with one objective that is a formula.</summary>
internal static class SingleObjectiveProblems
{
    private const double AckleyReach = 32.768;

    /// <summary>All of them.</summary>
    public static readonly ProblemFamily[] Families =
    [
        ProblemFamily.Of(Formula(
            "branin", "Branin: three equal minima", new([TestProblems.Real("x1", -5, 10), TestProblems.Real("x2", 0, 15)]),
            x => ClassicFunctions.Branin(x[0], x[1]), 10 / (8 * Math.PI),
            [-Math.PI, 12.275], [Math.PI, 2.275], [3 * Math.PI, 2.475])),
        ProblemFamily.Of(Hartmann6("hartmann6", "Hartmann: six variables, six minima")),
        ProblemFamily.Of(Hartmann6("noisy-hartmann6", "Hartmann with Gaussian noise of 0.1") with { NoiseDeviation = 0.1 }),
        ProblemFamily.Of("ackley", new(1, 5, 100), d => Ackley(d, new double[d], "Ackley on +-32.768: many minima")),
        ProblemFamily.Of("ackley-shifted", new(1, 5, 100), d => Ackley(
            d, Shift(d), "Ackley on +-32.768 with its minimum at a fixed random place")),
        ProblemFamily.Of("rosenbrock", new(2, 10, 100), Rosenbrock),
        ProblemFamily.Of("rosenbrock-gradient", new(2, 10, 100), d => Rosenbrock(d) with
        {
            Summary = "Rosenbrock, every observation with its gradient",
            Gradient = ClassicFunctions.RosenbrockGradient,
        }),
        ProblemFamily.Of("sphere", new(1, 10, 100), d => Formula(
            "", "sum of squares about a fixed random place", TestProblems.Cube(d, -5, 5),
            x => Off(x, Place(d, 5)).Sum(v => v * v), 0, Place(d, 5))),
        ProblemFamily.Of("ellipsoid", new(1, 10, 100), d => Formula(
            "", "rotated ellipsoid, axes 1 to 1000, about a fixed random place", TestProblems.Cube(d, -5, 5),
            x => ClassicFunctions.RotatedEllipsoid(Off(x, Place(d, 5))), 0, Place(d, 5))),
        ProblemFamily.Of("levy", new(1, 5, 100), d => Formula(
            "", "Levy: many minima", TestProblems.Cube(d, -10, 10), ClassicFunctions.Levy, 0, Filled(d, 1))),
        ProblemFamily.Of("rastrigin", new(1, 5, 100), d => Formula(
            "", "Rastrigin: minima on a grid", TestProblems.Cube(d, -5.12, 5.12), ClassicFunctions.Rastrigin, 0, Filled(d, 0))),
        ProblemFamily.Of("styblinski-tang", new(1, 5, 100), d => Formula(
            "", "Styblinski and Tang: 2^d minima", TestProblems.Cube(d, -5, 5), ClassicFunctions.StyblinskiTang,
            -39.16616570377142 * d, Filled(d, -2.903534027771177))),
        ProblemFamily.Of("griewank", new(1, 5, 100), d => Formula(
            "", "Griewank: a bowl with ripples", TestProblems.Cube(d, -600, 600), ClassicFunctions.Griewank, 0, Filled(d, 0))),
        Michalewicz(2, -1.8013034100985537),
        Michalewicz(5, -4.687658179088148),
        Michalewicz(10, -9.660151715641349),
        ProblemFamily.Of(Formula(
            "six-hump-camel", "six-hump camel", new([TestProblems.Real("x1", -3, 3), TestProblems.Real("x2", -2, 2)]),
            ClassicFunctions.SixHumpCamel, -1.031628453489877,
            [0.08984201368301331, -0.7126564032704135], [-0.08984201368301331, 0.7126564032704135])),
        ProblemFamily.Of(Formula(
            "goldstein-price", "Goldstein and Price: values from 3 to 1e6", TestProblems.Cube(2, -2, 2),
            ClassicFunctions.GoldsteinPrice, 3, [0, -1])),
        ProblemFamily.Of(Formula(
            "shekel", "Shekel with ten wells", TestProblems.Cube(4, 0, 10), TabulatedFunctions.Shekel, -10.536443153483534,
            [4.000746868833651, 3.999509479016699, 4.000746868833651, 3.999509479016699])),
        ProblemFamily.Of(MixedProblems.BraninParts),
        ProblemFamily.Of("integer-rosenbrock", new(2, 4, 20), MixedProblems.IntegerRosenbrock),
        ProblemFamily.Of(MixedProblems.Gramacy),
        ProblemFamily.Of(MixedProblems.Gardner),
    ];

    /// <summary>A problem from its formula.</summary>
    public static TestProblem Formula(
        string name, string summary, SearchSpace space, Func<double[], double> value, double optimum,
        params double[][] minimisers) => new()
        {
            Name = name,
            Summary = summary,
            Space = space,
            Objectives = x => [value(x)],
            Optimum = optimum,
            Minimisers = minimisers,
        };

    private static TestProblem Hartmann6(string name, string summary) => Formula(
        name, summary, TestProblems.Cube(6, 0, 1), TabulatedFunctions.Hartmann6, -3.322368011415515,
        [0.20168951, 0.15001069, 0.47687397, 0.27533243, 0.31165162, 0.65730054]);

    private static TestProblem Ackley(int d, double[] shift, string summary) => Formula(
        "", summary, TestProblems.Cube(d, -AckleyReach, AckleyReach), x => ClassicFunctions.Ackley(Off(x, shift)), 0, shift);

    private static TestProblem Rosenbrock(int d) => Formula(
        "", "Rosenbrock: a bent valley", TestProblems.Cube(d, -5, 10), ClassicFunctions.Rosenbrock, 0, Filled(d, 1));

    private static ProblemFamily Michalewicz(int d, double optimum) => ProblemFamily.Of(Formula(
        $"michalewicz{d}", "Michalewicz: steep valleys", TestProblems.Cube(d, 0, Math.PI), ClassicFunctions.Michalewicz,
        optimum));

    private static double[] Shift(int d) => Place(d, AckleyReach);

    // Within the inner half of the bounds +-reach.
    private static double[] Place(int d, double reach) =>
        [.. new RandomSequence(d, 1).Point(0).Select(u => (u - 0.5) * reach)];

    private static double[] Off(double[] x, double[] place) => [.. x.Zip(place, (a, b) => a - b)];

    private static double[] Filled(int d, double value) => [.. Enumerable.Repeat(value, d)];
}
