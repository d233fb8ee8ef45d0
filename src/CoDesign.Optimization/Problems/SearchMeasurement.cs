using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Problems;

/// <summary>One run of a search on a test problem.</summary>
public sealed record SearchMeasurement
{
    /// <summary>Seed of the search and of the noise.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The trials, in their order; fewer than asked for when the search had nothing new to try.</summary>
    public required IReadOnlyList<Observation> Trials { get; init; }

    /// <summary>Distance from the optimum at each budget, [budgets]; infinite while nothing is feasible.</summary>
    public required double[] Gaps { get; init; }

    /// <summary>Time the search took for all its suggestions [s].</summary>
    public required double SuggestionSeconds { get; init; }

    /// <summary>Runs a search, one evaluation at a time.</summary>
    /// <param name="problem">Problem.</param>
    /// <param name="method">Method.</param>
    /// <param name="budgets">Numbers of evaluations after which the search is asked what it recommends, ascending.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="clock">What tells the time.</param>
    /// <param name="cancellation">Stops between evaluations.</param>
    public static SearchMeasurement Run(
        TestProblem problem, SearchMethod method, IReadOnlyList<int> budgets, ulong seed, TimeProvider clock,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(budgets);
        ArgumentNullException.ThrowIfNull(clock);
        ISearch search = SearchFactory.Create(method, problem.Problem(budgets[^1], seed));
        List<Observation> trials = [];
        var gaps = new double[budgets.Count];
        TimeSpan spent = TimeSpan.Zero;
        for (int b = 0; b < budgets.Count; b++)
        {
            while (trials.Count < budgets[b])
            {
                cancellation.ThrowIfCancellationRequested();
                long start = clock.GetTimestamp();
                IReadOnlyList<double[]> points = search.Suggest(trials, [], 1);
                spent += clock.GetElapsedTime(start);
                if (points.Count == 0)
                {
                    break;
                }

                trials.Add(problem.Evaluate(points[0], seed, (ulong)trials.Count));
            }

            gaps[b] = Gap(problem, search, trials);
        }

        return new SearchMeasurement
        {
            Seed = seed,
            Trials = trials,
            Gaps = gaps,
            SuggestionSeconds = spent.TotalSeconds,
        };
    }

    /// <summary>What a search misses after some trials: for one objective the true value at the recommended point less the
    /// least, for several the largest hypervolume less that of the true values on the observed front.</summary>
    /// <param name="problem">Problem.</param>
    /// <param name="search">The search, which recommends.</param>
    /// <param name="trials">Finished trials.</param>
    public static double Gap(TestProblem problem, ISearch search, IReadOnlyList<Observation> trials)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(search);
        if (problem.ReferencePoint is { } reference)
        {
            return problem.Optimum - Hypervolume.Of(
                [.. Dominance.Front(trials).Select(i => problem.Objectives(trials[i].Point))], reference);
        }

        int best = search.Recommend(trials);
        return best < 0 ? double.PositiveInfinity : problem.Objectives(trials[best].Point)[0] - problem.Optimum;
    }
}
