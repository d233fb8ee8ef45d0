using CoDesign.Optimization.Bayesian;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Searches;

/// <summary>Makes a search by the name of its method.</summary>
public static class SearchFactory
{
    /// <summary>A search for a problem.</summary>
    /// <param name="method">Method.</param>
    /// <param name="problem">Problem.</param>
    /// <exception cref="NotSupportedException">The method cannot search this problem, with the reason.</exception>
    public static ISearch Create(SearchMethod method, SearchProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return method switch
        {
            SearchMethod.Bayesian when problem.Objectives <= 1 => new MagnitudeSearch(problem, p => new BayesianSearch(p)),
            SearchMethod.Bayesian when problem.Objectives > 1 => new MagnitudeSearch(problem, p => new FrontSearch(p)),
            SearchMethod.Random => new SequenceSearch(
                problem.Space, new RandomSequence(problem.Space.Dimensions, problem.Seed)),
            SearchMethod.Sobol => new SequenceSearch(
                problem.Space, new PaddedSequence(problem.Space.Dimensions, problem.Seed)),
            SearchMethod.Grid => new GridSearch(problem.Space, problem.Evaluations),
            SearchMethod.CmaEs => problem.Objectives <= 1
                ? new PopulationSearch(() => new CovariancePopulation(problem))
                : throw new NotSupportedException(
                    $"covariance matrix adaptation has one objective, the problem has {problem.Objectives}"),
            SearchMethod.Nsga2 => new PopulationSearch(() => new GeneticPopulation(problem)),
            _ => throw new NotSupportedException($"there is no {method} search of {problem.Objectives} objectives"),
        };
    }
}
