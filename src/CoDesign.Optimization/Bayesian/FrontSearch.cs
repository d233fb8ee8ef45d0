using CoDesign.Optimization.Bayesian.Acquisitions;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Bayesian;

/// <summary>Bayesian optimisation of several objectives by expected hypervolume improvement.</summary>
/// <remarks>
/// Every objective and every constraint has a Gaussian process of its own. Points that are being evaluated, and those
/// chosen earlier in a batch, count as if they had given what is expected of them. Where errors are given or values are
/// noisy, the front is that of the expected values at the trials (the plug-in form of the noisy improvement). Failed
/// trials are avoided by a model of failing; gradients are not used. A feasible set of several parts shows its unknown parts to no model of the
/// constraints, so that in turns a trial is chosen as if there were none, where it adds to the hypervolume of all trials,
/// feasible or not: one that turned out infeasible keeps others from its place. Source: S. Daulton, M. Balandat,
/// E. Bakshy, NeurIPS 2020.
/// </remarks>
public sealed class FrontSearch : ISearch
{
    // Points of a Sobol sequence before the models: twice the variables, in small budgets a third.
    private const int InitialPerVariable = 2;

    // Every so many trials one looks where the constraints are not believed to hold.
    private const int ProbeTurns = 4;
    private readonly SearchProblem _problem;
    private readonly PaddedSequence _sequence;
    private readonly int _initial;

    /// <summary>A search.</summary>
    /// <param name="problem">A problem with two objectives or more.</param>
    public FrontSearch(SearchProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        _problem = problem;
        int dimensions = problem.Space.Dimensions;
        _sequence = new PaddedSequence(dimensions, problem.Seed);
        _initial = Math.Max(3, Math.Min(InitialPerVariable * (dimensions + 1), problem.Evaluations / 3));
    }

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Suggest(
        IReadOnlyList<Observation> finished, IReadOnlyList<double[]> pending, int count)
    {
        ArgumentNullException.ThrowIfNull(finished);
        ArgumentNullException.ThrowIfNull(pending);
        List<double[]> busy = [.. pending.Select(p => _problem.Space.ToUnit(p))];
        List<double[]> excluded = [.. busy];
        if (!IsNoisy(finished) || !_problem.MayRepeat)
        {
            excluded.AddRange(finished.Select(o => _problem.Space.ToUnit(o.Point)));
        }

        FrontBelief? belief = null;
        List<double[]> chosen = [];
        for (int i = 0; i < count; i++)
        {
            int number = finished.Count + pending.Count + i;
            double[]? unit;
            if (number < _initial)
            {
                unit = Initial(number);
            }
            else if (finished.Count(o => o.HasResult()) < 2)
            {
                unit = FrontBelief.TowardsFeasible(_problem, finished) is { } feasibility
                    ? AcquisitionOptimizer.Maximize(_problem.Space, feasibility, Request(number, excluded, []))?.Unit
                    : Initial(number);
            }
            else
            {
                belief ??= busy.Aggregate(FrontBelief.Fit(_problem, finished), (b, p) => b.With(p));
                unit = Choose(belief, excluded, number);
                belief = unit is null ? belief : belief.With(unit);
            }

            if (unit is null)
            {
                break;
            }

            busy.Add(unit);
            excluded.Add(unit);
            chosen.Add(_problem.Space.FromUnit(unit));
        }

        return chosen;
    }

    /// <summary>The knee of the front, see <see cref="BestTrial"/>; the answer is the front.</summary>
    /// <param name="finished">Finished trials.</param>
    public int Recommend(IReadOnlyList<Observation> finished) => BestTrial.Of(finished);

    private double[]? Choose(FrontBelief belief, List<double[]> excluded, int number)
    {
        bool probes = number % ProbeTurns == 0 && belief.Constraints.Count > 0 && belief.Feasible.Count > 0;
        IAcquisition acquisition = probes ? belief.Probe() : belief.Acquisition();
        return AcquisitionOptimizer.Maximize(
            _problem.Space, acquisition, Request(number, excluded, belief.Front()))?.Unit;
    }

    private AcquisitionRequest Request(int number, List<double[]> excluded, IReadOnlyList<double[]> anchors) => new()
    {
        Seed = SplitMix.At(_problem.Seed, (ulong)number),
        Anchors = anchors,
        Excluded = excluded,
    };

    private double[] Initial(int number) => _problem.Space.ToUnit(_problem.Space.Sample(_sequence.Point(number)));

    private static bool IsNoisy(IReadOnlyList<Observation> finished) => finished.Any(o => o.Errors?.Any(e => e > 0) == true);
}
