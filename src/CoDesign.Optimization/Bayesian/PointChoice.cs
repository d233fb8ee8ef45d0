using CoDesign.Optimization.Bayesian.Acquisitions;
using CoDesign.Optimization.Bayesian.Models;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Bayesian;

/// <summary>Chooses one point by the models of a search.</summary>
/// <remarks>
/// Steps take turns. While the search gains: improvement anywhere, and within a trust region around the best trial by a
/// model of its neighbours alone, which follows detail that a model of the whole space takes for noise. Once it stalls:
/// also the lower confidence bound, and other basins. With many variables the trust region has most of the turns.
/// </remarks>
/// <param name="problem">Problem.</param>
/// <param name="trials">Finished trials.</param>
/// <param name="initial">Trials with which a trust region starts.</param>
internal sealed class PointChoice(SearchProblem problem, TrialSet trials, int initial)
{
    // A gain counts from this share of the deviation of all values on.
    private const double Gain = 1e-2;

    // Judgement, set by no test: how far the bound reaches, how large a basin is and how many are kept, how many
    // neighbours a local model has, and from how many variables on the trust region has most of the turns.
    private const double Deviations = 2;
    private const double BasinRadius = 0.08;
    private const int MostBasins = 6, NeighboursPerVariable = 4, ManyVariables = 20;

    private static readonly SearchStep[] Gaining = [SearchStep.Anywhere, SearchStep.Near];
    private static readonly SearchStep[] Stalled =
        [SearchStep.Anywhere, SearchStep.Near, SearchStep.Bound, SearchStep.OtherBasin];

    private static readonly SearchStep[] Wide =
        [SearchStep.Near, SearchStep.Near, SearchStep.Near, SearchStep.Anywhere];

    private readonly int _dimensions = problem.Space.Dimensions;

    /// <summary>A point in the unit cube; null when nothing new is left.</summary>
    /// <param name="belief">Models, with what is being evaluated.</param>
    /// <param name="excluded">Points not to be suggested.</param>
    /// <param name="pending">Those of them that are being evaluated.</param>
    /// <param name="number">Number of trials before this one.</param>
    public double[]? Next(Surrogate belief, List<double[]> excluded, IReadOnlyList<double[]> pending, int number)
    {
        var everywhere = new AcquisitionRequest
        {
            Seed = SplitMix.At(problem.Seed, (ulong)number),
            Anchors = [.. belief.Order.Take(5).Select(i => trials.Units[i])],
            Excluded = excluded,
        };
        if (belief.Order.Length == 0)
        {
            return Largest(new Feasibility(null, belief.Constraints, belief.Failing), everywhere)
                ?? new DiscreteLevels(problem.Space).Free(new ExcludedPoints(excluded));
        }

        (IAcquisition acquisition, AcquisitionRequest request) = Step(belief, number) switch
        {
            SearchStep.Near => Near(belief, pending, everywhere),
            // A bound is no logarithm that a probability could weigh.
            SearchStep.Bound when belief.Constraints.Count == 0 && belief.Failing is null => (new ConfidenceBound(belief.Objective, Deviations), everywhere),
            SearchStep.OtherBasin => OtherBasin(belief, everywhere),
            _ => (Improvement(belief, everywhere.Seed), everywhere),
        };
        if (belief.Constraints.Count > 0 || belief.Failing is not null)
        {
            acquisition = new Feasibility(acquisition, belief.Constraints, belief.Failing);
        }

        // A region may hold nothing new, as between two whole numbers.
        return Largest(acquisition, request) ?? Largest(acquisition, request with { Lower = null, Upper = null })
            ?? new DiscreteLevels(problem.Space).Free(new ExcludedPoints(excluded));
    }

    private double[]? Largest(IAcquisition acquisition, AcquisitionRequest request) =>
        AcquisitionOptimizer.Maximize(problem.Space, acquisition, request)?.Unit;

    private SearchStep Step(Surrogate belief, int number)
    {
        double least = double.PositiveInfinity;
        int last = 0;
        for (int i = 0; i < belief.Values.Length; i++)
        {
            if (belief.Values[i] < least - Gain)
            {
                (least, last) = (belief.Values[i], i);
            }
        }

        bool isStalled = belief.Values.Length - 1 - last > _dimensions + 4;
        SearchStep[] turns = isStalled ? Stalled : _dimensions >= ManyVariables ? Wide : Gaining;
        return turns[number % turns.Length];
    }

    private IAcquisition Improvement(Surrogate belief, ulong seed) => trials.Exactness == Exactness.Noisy
        ? new NoisyExpectedImprovement(belief.Objective, [.. belief.Order.Take(20).Select(i => trials.Units[i])], seed)
        : new LogExpectedImprovement(belief.Objective, belief.Values[belief.Order[0]]);

    private (IAcquisition Acquisition, AcquisitionRequest Request) Near(
        Surrogate belief, IReadOnlyList<double[]> pending, AcquisitionRequest everywhere)
    {
        TrustRegion region = TrustRegion.Replay(belief.Values, _dimensions, initial);
        int centre = belief.Order[0];
        (GaussianProcess model, double incumbent) = (belief.Objective, belief.Values[centre]);
        int neighbours = NeighboursPerVariable * (_dimensions + 1);
        if (neighbours < trials.Measured.Length)
        {
            (model, incumbent) = SurrogateFit.Near(trials, centre, neighbours);
            foreach (double[] point in pending)
            {
                model = model.With(point, model.At(point).Mean);
            }
        }

        return (new LogExpectedImprovement(model, incumbent), Within(everywhere, trials.Units[centre], region.Length / 2));
    }

    // The best basin, but for that of the best trial, with room for trials; the whole space when there is none.
    private (IAcquisition Acquisition, AcquisitionRequest Request) OtherBasin(
        Surrogate belief, AcquisitionRequest everywhere)
    {
        List<(int Leader, int Followers)> basins = Basins.Of(
            [.. belief.Order.Select(i => trials.Units[i])], BasinRadius * Math.Sqrt(_dimensions), MostBasins);
        foreach ((int leader, int followers) in basins.Skip(1))
        {
            if (followers < 2 * (_dimensions + 2))
            {
                int trial = belief.Order[leader];
                return (new LogExpectedImprovement(belief.Objective, belief.Values[trial]),
                    Within(everywhere, trials.Units[trial], 2 * BasinRadius));
            }
        }

        return (Improvement(belief, everywhere.Seed), everywhere);
    }

    private static AcquisitionRequest Within(AcquisitionRequest request, double[] centre, double half) => request with
    {
        Lower = [.. centre.Select(c => Math.Max(0, c - half))],
        Upper = [.. centre.Select(c => Math.Min(1, c + half))],
        Anchors = [centre],
    };
}
