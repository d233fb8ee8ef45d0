using System.Text.RegularExpressions;
using CoDesign.Optimization.Spaces;

namespace CoDesign.Optimization.Problems;

/// <summary>The test problems by name.</summary>
/// <remarks>A name may carry a number of objectives and of variables where the family has them: ackley5, ackley-d5,
/// dtlz2-m3-d7. Case, hyphens and underscores do not matter.</remarks>
public static partial class TestProblems
{
    private static readonly ProblemFamily[] Known =
    [
        .. SingleObjectiveProblems.Families, .. SimulatedProblems.Families, .. ParetoProblems.Families,
    ];

    /// <summary>Names and summaries of all families, each with its usual size.</summary>
    public static IReadOnlyList<TestProblem> All => [.. Known.Select(f => f.Make(f.Objectives.Usual, f.Variables.Usual))];

    /// <summary>Names of the families, without sizes.</summary>
    public static IReadOnlyList<string> Families => [.. Known.Select(f => f.Name)];

    /// <summary>Finds a problem.</summary>
    /// <param name="name">Name of a family, with or without sizes.</param>
    /// <returns>The problem; null when there is none of this name or size.</returns>
    public static TestProblem? Find(string name)
    {
        string wanted = Plain(name);
        foreach (ProblemFamily family in Known.OrderByDescending(f => f.Name.Length))
        {
            string plain = Plain(family.Name);
            if (wanted.StartsWith(plain, StringComparison.Ordinal) && Size().Match(wanted[plain.Length..]) is { Success: true } size)
            {
                int objectives = size.Groups[1].Success ? int.Parse(size.Groups[1].Value) : family.Objectives.Usual;
                int variables = size.Groups[2].Success ? int.Parse(size.Groups[2].Value) : family.Variables.Usual;
                if (family.Objectives.Contains(objectives) && family.Variables.Contains(variables)
                    && variables > objectives - 1)
                {
                    return family.Make(objectives, variables);
                }
            }
        }

        return null;
    }

    /// <summary>A space of real variables x1, x2, ... with the same bounds.</summary>
    internal static SearchSpace Cube(int variables, double low, double high) => new(
        [.. Enumerable.Range(1, variables).Select(i => Real($"x{i}", low, high))]);

    /// <summary>A real variable.</summary>
    internal static SearchVariable Real(string name, double low, double high) => new()
    {
        Name = name,
        Kind = VariableKind.Continuous,
        Minimum = low,
        Maximum = high,
    };

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal)
        .Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex(@"^(?:m(\d{1,2}))?(?:d?(\d{1,3}))?$")]
    private static partial Regex Size();
}
