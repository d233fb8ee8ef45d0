using CoDesign.Optimization.Bayesian.Acquisitions;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Bayesian;

/// <summary>Bayesian optimisation of one objective.</summary>
public sealed class BayesianSearch : ISearch
{
    private readonly SearchProblem _problem;
    private readonly BayesianOptions _options;
    private readonly int _initial;
    private readonly PaddedSequence _sequence;

    /// <summary>A search.</summary>
    /// <param name="problem">Problem with one objective.</param>
    /// <param name="options">Choices; null for the defaults.</param>
    public BayesianSearch(SearchProblem problem, BayesianOptions? options = null)
    {
        _problem = problem;
        _options = options ?? new BayesianOptions();
        int d = problem.Space.Dimensions;
        _initial = Math.Max(3, Math.Min((int)(_options.InitialFactor * (d + 1)), problem.Evaluations / 3));
        _sequence = new PaddedSequence(d, problem.Seed);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Suggest(
        IReadOnlyList<Observation> finished, IReadOnlyList<double[]> pending, int count)
    {
        TrialSet trials = TrialSet.Of(_problem.Space, finished);
        List<double[]> chosen = [];
        List<double[]> excluded = [.. pending.Select(p => _problem.Space.ToUnit(p))];
        if (trials.Exactness != Exactness.Noisy)
        {
            excluded.AddRange(trials.Units);
        }

        Surrogate? belief = null;
        for (int i = 0; i < count; i++)
        {
            int number = finished.Count + pending.Count + i;
            double[]? unit;
            if (number < _initial || trials.Measured.Length < 2)
            {
                unit = _problem.Space.ToUnit(_problem.Space.Sample(_sequence.Point(number)));
            }
            else
            {
                if (belief is null)
                {
                    belief = Surrogate.Fit(trials, trials.Measured, _options);
                    foreach (double[] p in pending)
                    {
                        belief = belief.With(_problem.Space.ToUnit(p));
                    }
                }

                bool isLocal = _options.LocalEvery > 0 && number % _options.LocalEvery == 1 && trials.Least() >= 0;
                unit = Choose(trials, belief, excluded, number, isLocal);
                if (unit is not null)
                {
                    belief = belief.With(unit);
                }
            }

            if (unit is null)
            {
                break;
            }

            excluded.Add(unit);
            chosen.Add(_problem.Space.FromUnit(unit));
        }

        return chosen;
    }

    private double[]? Choose(TrialSet trials, Surrogate belief, List<double[]> excluded, int number, bool isLocal)
    {
        var request = new AcquisitionRequest
        {
            Seed = SplitMix.At(_problem.Seed, (ulong)number),
            Anchors = belief.Anchors,
            Excluded = excluded,
        };
        if (isLocal)
        {
            double[] values = [.. Enumerable.Range(0, trials.All.Count)
                .Select(i => trials.All[i].IsFeasible() ? trials.Value(i) : double.PositiveInfinity)];
            TrustRegion region = TrustRegion.Replay(values, _problem.Space.Dimensions, _initial);
            double[] centre = belief.Anchors[0];
            double half = region.Length / 2;
            request = request with
            {
                Lower = [.. centre.Select(c => Math.Max(0, c - half))],
                Upper = [.. centre.Select(c => Math.Min(1, c + half))],
                Anchors = [centre],
            };
        }

        IAcquisition acquisition = belief.Incumbent is { } best
            ? new LogExpectedImprovement(belief.Objective, best)
            : new Feasibility(null, belief.Constraints);
        if (belief.Incumbent is not null && belief.Constraints.Count > 0)
        {
            acquisition = new Feasibility(acquisition, belief.Constraints);
        }

        return (AcquisitionOptimizer.Maximize(_problem.Space, acquisition, request)
            ?? AcquisitionOptimizer.Maximize(_problem.Space, acquisition, request with { Lower = null, Upper = null }))?.Unit;
    }

    /// <inheritdoc/>
    public int Recommend(IReadOnlyList<Observation> finished)
    {
        TrialSet trials = TrialSet.Of(_problem.Space, finished);
        if (trials.Exactness != Exactness.Noisy || trials.Least() < 0 || trials.Measured.Length < 3)
        {
            return trials.Least();
        }

        Surrogate belief = Surrogate.Fit(trials, trials.Measured, _options);
        int best = -1;
        double least = double.PositiveInfinity;
        foreach (int i in trials.Measured)
        {
            double mean = trials.All[i].IsFeasible() ? belief.Objective.At(trials.Units[i]).Mean : double.PositiveInfinity;
            (best, least) = mean < least ? (i, mean) : (best, least);
        }

        return best;
    }
}
