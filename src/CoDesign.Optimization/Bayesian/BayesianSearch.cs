using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Bayesian;

/// <summary>Bayesian optimisation of one objective, with constraints and trials that may fail.</summary>
/// <remarks>
/// A few points of a shifted Sobol sequence, or trials that the caller made; from then on Gaussian processes fitted to all
/// trials choose each point (<see cref="PointChoice"/>). Points that are being evaluated are believed to give what the
/// models expect. Everything is a function of the problem and the trials.
/// </remarks>
public sealed class BayesianSearch : ISearch
{
    // A fitted noise above this share of the deviation of all values is worth a trial that tells whether it is noise.
    private const double DoubtfulNoise = 0.02;

    private readonly SearchProblem _problem;
    private readonly int _initial;
    private readonly PaddedSequence _sequence;

    /// <summary>A search.</summary>
    /// <param name="problem">Problem with one objective.</param>
    public BayesianSearch(SearchProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(problem.Objectives, 1);
        _problem = problem;
        int dimensions = problem.Space.Dimensions;
        _initial = Math.Max(3, Math.Min(2 * (dimensions + 1), problem.Evaluations / 3));
        _sequence = new PaddedSequence(dimensions, problem.Seed);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Suggest(
        IReadOnlyList<Observation> finished, IReadOnlyList<double[]> pending, int count)
    {
        ArgumentNullException.ThrowIfNull(finished);
        ArgumentNullException.ThrowIfNull(pending);
        TrialSet trials = TrialSet.Of(_problem.Space, finished);
        List<double[]> running = [.. pending.Select(p => _problem.Space.ToUnit(p))];
        List<double[]> excluded = trials.Exactness == Exactness.Noisy && _problem.MayRepeat ? [.. running] : [.. running, .. trials.Units];
        List<double[]> chosen = [];
        Surrogate? belief = null;
        while (chosen.Count < count)
        {
            int number = finished.Count + running.Count;
            double[]? unit;
            if (number < _initial)
            {
                unit = Initial(number, excluded);
            }
            else if (trials.Measured.Length < 2)
            {
                unit = SurrogateFit.TowardsFeasible(trials) is { } feasibility
                    ? AcquisitionOptimizer.Maximize(_problem.Space, feasibility, new AcquisitionRequest
                    {
                        Seed = SplitMix.At(_problem.Seed, (ulong)number),
                        Anchors = [],
                        Excluded = excluded,
                    })?.Unit
                    : Initial(number, excluded);
            }
            else
            {
                belief ??= running.Aggregate(SurrogateFit.All(trials), (b, u) => b.With(u));
                unit = (_problem.MayRepeat ? Repeat(trials, belief, running) : null)
                    ?? new PointChoice(_problem, trials, _initial).Next(belief, excluded, running, number);
                belief = unit is null ? belief : belief.With(unit);
            }

            if (unit is null)
            {
                break;
            }

            running.Add(unit);
            excluded.Add(unit);
            chosen.Add(_problem.Space.FromUnit(unit));
        }

        return chosen;
    }

    /// <inheritdoc/>
    public int Recommend(IReadOnlyList<Observation> finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        TrialSet trials = TrialSet.Of(_problem.Space, finished);
        int least = trials.Least();
        return least < 0 || trials.Exactness != Exactness.Noisy || trials.Measured.Length < 3
            ? least : SurrogateFit.All(trials).Order[0];
    }

    // The point of the sequence, or in a space of few points one further on; null when there seems to be none.
    private double[]? Initial(int number, List<double[]> excluded)
    {
        var known = new ExcludedPoints(excluded);
        for (int skipped = 0; skipped < 256; skipped++)
        {
            // Points further on are of no use to later calls, which skip the same way.
            double[] unit = _problem.Space.ToUnit(_problem.Space.Sample(_sequence.Point(number + skipped)));
            if (!known.Contains(unit))
            {
                return unit;
            }
        }

        return new DiscreteLevels(_problem.Space).Free(known);
    }

    // The best trial once more, when what the models take for noise may be detail of an exact function.
    private static double[]? Repeat(TrialSet trials, Surrogate belief, List<double[]> running) =>
        trials.Exactness == Exactness.Unknown && belief.Order.Length > 0
        && belief.Objective.Hyperparameters.NoiseDeviation > DoubtfulNoise
        && !running.Exists(u => new ExcludedPoints(trials.Units).Contains(u))
            ? trials.Units[belief.Order[0]] : null;
}
