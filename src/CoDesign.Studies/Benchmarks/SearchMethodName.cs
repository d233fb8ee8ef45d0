using CoDesign.Optimization.Searches;

namespace CoDesign.Studies.Benchmarks;

/// <summary>Words for methods of search, as a user gives them.</summary>
public static class SearchMethodName
{
    private static readonly (string Name, SearchMethod Method)[] Names =
    [
        ("bayesian", SearchMethod.Bayesian), ("random", SearchMethod.Random), ("sobol", SearchMethod.Sobol),
        ("grid", SearchMethod.Grid), ("cma-es", SearchMethod.CmaEs), ("nsga2", SearchMethod.Nsga2),
    ];

    /// <summary>All words.</summary>
    public static IReadOnlyList<string> All => [.. Names.Select(n => n.Name)];

    /// <summary>The method of a word; case, hyphens and underscores do not matter.</summary>
    /// <returns>The method; null when there is none of this name.</returns>
    public static SearchMethod? Find(string name) =>
        Names.Where(n => Plain(n.Name) == Plain(name)).Select(n => (SearchMethod?)n.Method).FirstOrDefault();

    /// <summary>The word of a method.</summary>
    public static string Of(SearchMethod method) => Names.First(n => n.Method == method).Name;

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal)
        .Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
