using CoDesign.Optimization.Searches;

namespace CoDesign.Studies.Minimization;

/// <summary>Words of the command line for the methods of search.</summary>
public static class MinimizationWords
{
    private static readonly (string Word, SearchMethod Method)[] Table =
    [
        ("bayesian", SearchMethod.Bayesian), ("random", SearchMethod.Random), ("sobol", SearchMethod.Sobol),
        ("grid", SearchMethod.Grid), ("cma-es", SearchMethod.CmaEs), ("nsga-ii", SearchMethod.Nsga2),
    ];

    /// <summary>All words.</summary>
    public static IReadOnlyList<string> Methods { get; } = [.. Table.Select(t => t.Word)];

    /// <summary>The word of a method.</summary>
    /// <param name="method">Method.</param>
    public static string Of(SearchMethod method) => Table.First(t => t.Method == method).Word;

    /// <summary>The method of a word.</summary>
    /// <param name="word">One of <see cref="Methods"/>.</param>
    public static SearchMethod Method(string word) => Table.First(t => t.Word == word).Method;
}
