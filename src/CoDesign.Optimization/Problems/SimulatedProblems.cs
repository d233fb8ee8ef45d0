namespace CoDesign.Optimization.Problems;

/// <summary>The problems of local generative surrogates.</summary>
internal static class SimulatedProblems
{
    // At (0, b) all events are of the second kind; b by golden section on the exact expectation, 1e-8.
    private const double HumpOptimum = -0.945672421841143, HumpPlace = 1.1625880466614502;
    private static readonly double[][] Subspace = Orthogonal.Rows(10, 100, 1);
    private static readonly double[][] Inner = Orthogonal.Rows(16, 40, 2);
    private static readonly double[][] Outer = Orthogonal.Rows(2, 16, 3);

    /// <summary>All of them.</summary>
    public static readonly ProblemFamily[] Families =
    [
        ProblemFamily.Of(SingleObjectiveProblems.Formula(
            "three-hump", "mixture whose place and shares follow a three-hump function; simulated events",
            TestProblems.Cube(2, -2, 2), x => SimulatedFunctions.Hump(x[0], x[1]), HumpOptimum,
            [0, HumpPlace], [0, -HumpPlace]) with
        {
            Simulation = (x, seed) => SimulatedFunctions.SimulateHump(x[0], x[1], seed),
        }),
        ProblemFamily.Of("simulated-rosenbrock", new(2, 10, 100), d => Rosenbrock(d, x => x, [.. Enumerable.Repeat(1.0, d)])
            with
        { Summary = "Rosenbrock without the factor 100 as the mean of simulated events" }),
        ProblemFamily.Of(Rosenbrock(100, x => Orthogonal.Times(Subspace, x), OnSubspace()) with
        {
            Name = "rosenbrock-subspace",
            Summary = "simulated Rosenbrock of 10 hidden directions of 100 variables",
        }),
        ProblemFamily.Of(SingleObjectiveProblems.Formula(
            "hump-manifold", "three-hump of a curved map of 40 variables to 2; simulated events",
            TestProblems.Cube(40, -2, 2), x => SimulatedFunctions.Hump(Curved(x)[0], Curved(x)[1]), HumpOptimum) with
        {
            Simulation = (x, seed) => SimulatedFunctions.SimulateHump(Curved(x)[0], Curved(x)[1], seed),
        }),
        ProblemFamily.Of(SingleObjectiveProblems.Formula(
            "network-weights", "error of a small network as a function of its 91 weights",
            TestProblems.Cube(NetworkFit.Weights, -3, 3), NetworkFit.Loss, 0, NetworkFit.Truth)),
    ];

    private static TestProblem Rosenbrock(int d, Func<double[], double[]> map, double[] minimiser) =>
        SingleObjectiveProblems.Formula(
            "", "", TestProblems.Cube(d, -2, 2), x => SimulatedFunctions.Rosenbrock(map(x)), 0, minimiser) with
        {
            Simulation = (x, seed) => SimulatedFunctions.SimulateRosenbrock(SimulatedFunctions.Rosenbrock(map(x)), seed),
        };

    // The rows are orthonormal: their sum is mapped to (1, ..., 1).
    private static double[] OnSubspace() => [.. Enumerable.Range(0, 100).Select(i => Subspace.Sum(row => row[i]))];

    private static double[] Curved(double[] x) =>
        Orthogonal.Times(Outer, [.. Orthogonal.Times(Inner, x).Select(Math.Tanh)]);
}
