using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Searches;

namespace CoDesign.Studies.Benchmarks;

/// <summary>Words for methods of search, as a user gives them.</summary>
public static class SearchMethodName
{
    private static readonly (string Name, SearchMethod Method)[] Names =
    [
        ("bayesian", SearchMethod.Bayesian), ("random", SearchMethod.Random), ("sobol", SearchMethod.Sobol),
        ("grid", SearchMethod.Grid), ("cma-es", SearchMethod.CmaEs), ("nsga-ii", SearchMethod.Nsga2),
    ];

    /// <summary>All words.</summary>
    public static IReadOnlyList<string> All => [.. Names.Select(n => n.Name)];

    /// <summary>The method of a word; case, hyphens and underscores do not matter, and nsga2 is nsga-ii.</summary>
    /// <returns>The method; null when there is none of this name.</returns>
    public static SearchMethod? Find(string name) =>
        Names.Where(n => Plain(n.Name) == Plain(name)).Select(n => (SearchMethod?)n.Method).FirstOrDefault();

    /// <summary>The word of a method.</summary>
    public static string Of(SearchMethod method) => Names.First(n => n.Method == method).Name;

    /// <summary>The method of a word given as --method.</summary>
    /// <param name="name">As given.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The method; null when there is none of this name.</returns>
    public static SearchMethod? Read(string name, ICollection<Problem> problems)
    {
        SearchMethod? method = Find(name);
        if (method is null)
        {
            problems.Add(new Problem("--method", 0, "", $"given {name}, must be one of "
                + $"{string.Join(", ", All)}{NearMiss.Suffix(name, All)}"));
        }

        return method;
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal)
        .Replace("_", "", StringComparison.Ordinal).ToLowerInvariant() is var plain && plain == "nsga2" ? "nsgaii" : plain;
}
