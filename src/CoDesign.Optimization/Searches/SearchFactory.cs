using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Searches;

/// <summary>Makes a search by the name of its method.</summary>
public static class SearchFactory
{
    /// <summary>A search for a problem.</summary>
    /// <param name="method">Method.</param>
    /// <param name="problem">Problem.</param>
    public static ISearch Create(SearchMethod method, SearchProblem problem) => method switch
    {
        SearchMethod.Bayesian when problem.Objectives == 1 => new Bayesian.BayesianSearch(problem),
        _ => throw new NotSupportedException($"{method} is not there for {problem}"),
    };
}
