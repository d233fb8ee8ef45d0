namespace CoDesign.Optimization.Problems;

/// <summary>A test problem for any of some numbers of objectives and variables.</summary>
/// <param name="Name">Name without sizes.</param>
/// <param name="Objectives">Numbers of objectives.</param>
/// <param name="Variables">Numbers of variables.</param>
/// <param name="Make">The problem of (objectives, variables).</param>
internal sealed record ProblemFamily(
    string Name, ProblemSizes Objectives, ProblemSizes Variables, Func<int, int, TestProblem> Make)
{
    /// <summary>A problem of one size.</summary>
    public static ProblemFamily Of(TestProblem problem) => new(
        problem.Name, ProblemSizes.Only(problem.ObjectiveCount), ProblemSizes.Only(problem.Space.Dimensions),
        (_, _) => problem);

    /// <summary>Problems with one objective for numbers of variables.</summary>
    public static ProblemFamily Of(string name, ProblemSizes variables, Func<int, TestProblem> make) => new(
        name, ProblemSizes.Only(1), variables, (_, d) => make(d) with { Name = $"{name}-d{d}" });
}
