using CoDesign.Optimization.Spaces;

namespace CoDesign.Optimization.Problems;

/// <summary>Problems with choices, whole numbers or constraints.</summary>
internal static class MixedProblems
{
    private static readonly double[] BestNumbers = [3, 7, 5, 2];
    private static readonly double[] Offsets = [0.6, 0, 1.2, 0.3];

    /// <summary>Branin's function, moved by a whole number whose best value depends on a choice.</summary>
    /// <remarks>Branin's function is at least 10/(8 pi) on the whole plane, so this is the minimum.</remarks>
    public static readonly TestProblem BraninParts = SingleObjectiveProblems.Formula(
        "mixed-branin", "Branin moved by an integer and a choice of four",
        new([
            new() { Name = "part", Kind = VariableKind.Choice, Minimum = 0, Maximum = 3 },
            new() { Name = "number", Kind = VariableKind.Integer, Minimum = 1, Maximum = 9 },
            TestProblems.Real("x1", -5, 10), TestProblems.Real("x2", 0, 15),
        ]),
        x =>
        {
            double off = x[1] - BestNumbers[(int)x[0]];
            return ClassicFunctions.Branin(x[2], x[3] + (0.5 * off)) + (0.2 * off * off) + Offsets[(int)x[0]];
        },
        10 / (8 * Math.PI), [1, 7, -Math.PI, 12.275], [1, 7, Math.PI, 2.275], [1, 7, 3 * Math.PI, 2.475]);

    /// <summary>Source: R. Gramacy et al., Technometrics 58 (2016) 1.</summary>
    public static readonly TestProblem Gramacy = SingleObjectiveProblems.Formula(
        "gramacy", "a plane under two curved constraints", TestProblems.Cube(2, 0, 1), x => x[0] + x[1], 0.5997880552,
        [0.19512497, 0.40466308]) with
    {
        ConstraintCount = 2,
        Constraints = x =>
        [
            1.5 - x[0] - (2 * x[1]) - (0.5 * Math.Sin(2 * Math.PI * ((x[0] * x[0]) - (2 * x[1])))),
            (x[0] * x[0]) + (x[1] * x[1]) - 1.5,
        ],
    };

    /// <summary>Source: J. Gardner et al., Bayesian Optimization with Inequality Constraints, ICML 2014.</summary>
    /// <remarks>sin x = -1 and sin y = 0.95: the feasible set is a small patch about it.</remarks>
    public static readonly TestProblem Gardner = SingleObjectiveProblems.Formula(
        "gardner", "a wave that is feasible in two small patches", TestProblems.Cube(2, 0, 6), x => Math.Sin(x[0]) + x[1],
        Math.Asin(0.95) - 1, [1.5 * Math.PI, Math.Asin(0.95)]) with
    {
        ConstraintCount = 1,
        Constraints = x => [(Math.Sin(x[0]) * Math.Sin(x[1])) + 0.95],
    };

    /// <summary>Rosenbrock's function of whole numbers.</summary>
    public static TestProblem IntegerRosenbrock(int d) => SingleObjectiveProblems.Formula(
        "", "Rosenbrock of whole numbers", new([.. Enumerable.Range(1, d).Select(i => new SearchVariable
        {
            Name = $"n{i}",
            Kind = VariableKind.Integer,
            Minimum = -5,
            Maximum = 10,
        })]),
        ClassicFunctions.Rosenbrock, 0, [.. Enumerable.Repeat(1.0, d)]);
}
