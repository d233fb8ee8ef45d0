using CoDesign.Optimization.Spaces;

namespace CoDesign.Optimization.Problems;

/// <summary>Problems with several objectives.</summary>
internal static class ParetoProblems
{
    // C2-DTLZ2 with two objectives: area above the lowest feasible value, trapezoidal rule with 2e6 steps. The best set
    // that a genetic algorithm is known to have found has 0.39964.
    private const double MostOfC2 = 0.4000566;

    // OSY above its front of five parts (K. Deb, Multi-Objective Optimization Using Evolutionary Algorithms, 2001), each
    // enumerated at 4e5 points. Sequential quadratic programming from random starts at 17 bounds of the first objective
    // finds nothing below these parts by more than 1e-4.
    private const double MostOfOsy = 16796.048;

    /// <summary>All of them.</summary>
    public static readonly ProblemFamily[] Families =
    [
        ProblemFamily.Of(Make(
            "branin-currin", "Branin and Currin", 2, 2, ParetoFunctions.BraninCurrin, [18, 6], 59.36011874867746)),
        new("dtlz2", new(2, 2, 4), new(2, 6, 100), (m, d) => Make(
            $"dtlz2-m{m}-d{d}", "front is a part of a sphere", m, d, x => ParetoFunctions.Dtlz2(x, m),
            Reference(m), Math.Pow(1.1, m) - SphereCorner(m))),
        new("c2-dtlz2", ProblemSizes.Only(2), new(2, 6, 100), (m, d) => Make(
            $"c2-dtlz2-d{d}", "DTLZ2 feasible in three parts of the front", m, d, x => ParetoFunctions.Dtlz2(x, m),
            Reference(m), MostOfC2) with
        {
            ConstraintCount = 1,
            Constraints = x => ParetoFunctions.C2(ParetoFunctions.Dtlz2(x, m)),
        }),
        ProblemFamily.Of(Make(
            "osy", "front of five parts, each on other constraints (Osyczka, Kundu 1995)", 2, 6, ParetoFunctions.Osy,
            [0, 80], MostOfOsy) with
        {
            Space = new SearchSpace(
            [
                TestProblems.Real("x1", 0, 10), TestProblems.Real("x2", 0, 10), TestProblems.Real("x3", 1, 5),
                TestProblems.Real("x4", 0, 6), TestProblems.Real("x5", 1, 5), TestProblems.Real("x6", 0, 10),
            ]),
            ConstraintCount = 6,
            Constraints = ParetoFunctions.OsyConstraints,
        }),
        Zdt(1, "convex front", 121 - (1 / 3.0)),
        Zdt(2, "concave front", 121 - (2 / 3.0)),
        Zdt(3, "front of five parts", 128.77811613069076),
    ];

    private static ProblemFamily Zdt(int number, string summary, double hypervolume) => new(
        $"zdt{number}", ProblemSizes.Only(2), new(2, 30, 100), (m, d) => Make(
            $"zdt{number}-d{d}", summary, m, d, x => ParetoFunctions.Zdt(x, number), [11, 11], hypervolume));

    private static TestProblem Make(
        string name, string summary, int objectives, int variables, Func<double[], double[]> function,
        double[] reference, double hypervolume) => new()
        {
            Name = name,
            Summary = summary,
            Space = TestProblems.Cube(variables, 0, 1),
            Objectives = function,
            ObjectiveCount = objectives,
            ReferencePoint = reference,
            Optimum = hypervolume,
        };

    private static double[] Reference(int objectives) => [.. Enumerable.Repeat(1.1, objectives)];

    // Volume of the unit ball where all coordinates are positive.
    private static double SphereCorner(int objectives) => objectives switch
    {
        2 => Math.PI / 4,
        3 => Math.PI / 6,
        _ => Math.PI * Math.PI / 32,
    };
}
