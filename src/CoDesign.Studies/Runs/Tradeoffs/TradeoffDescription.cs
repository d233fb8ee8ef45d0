using CoDesign.Detectors.Space;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs.Tradeoffs;

/// <summary>Puts a trade-off into the summary's words and units.</summary>
internal sealed class TradeoffDescription(Study study)
{
    /// <summary>Describes both fronts.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="optimum">The study's optimum, on the same seeds.</param>
    public TradeoffSummary Describe(TradeoffResult result, EvaluatedDesign optimum)
    {
        TradeoffSettings settings = study.Tradeoff ?? throw new InvalidOperationException("the study has no trade-off");
        StudyConstraint constraint = study.Constraints[settings.Constraint];
        double[] own = [.. optimum.Seeds.Select(s => s.Objective)];
        return new TradeoffSummary
        {
            Constraint = constraint.Name,
            Expression = constraint.Expression.Text,
            Unit = constraint.Unit,
            Reference = [result.Reference[0], result.Reference[1] / constraint.UnitValue],
            Gradient = Front(result, result.Front, own, constraint, result.Events, result.Front.Count),
            Search = Front(
                result, result.Found, own, constraint, result.Search.Events, result.Search.Measured.Count),
            SearchDesigns = [.. result.Search.Measured.Select(m => m.Observed).Where(o => o.IsFeasible())
                .Select(o => new[] { o.Objectives[1] / constraint.UnitValue, o.Objectives[0], o.Errors?[0] ?? 0 })],
        };
    }

    private FrontSummary Front(
        TradeoffResult result, IReadOnlyList<FrontDesign> designs, double[] own, StudyConstraint constraint, long events,
        int number)
    {
        double[] volumes = [.. Enumerable.Range(0, own.Length).Select(seed => Share(result, designs, seed))];
        return new FrontSummary(
            events, number, [.. designs.Select((d, k) => Point(d, k > 0 ? designs[k - 1] : null, own, constraint))],
            volumes.Average(), Statistics.StandardError(volumes));
    }

    private FrontPoint Point(FrontDesign design, FrontDesign? above, double[] own, StudyConstraint constraint)
    {
        MetricSummary objective = MetricSummary.Mean(design.Objectives, 1, "");
        (double loss, double lossError) = Rise(design.Objectives, own);
        bool isLevel = double.IsFinite(design.Level);
        (double Rise, double Error)? step = isLevel && above is not null ? Rise(design.Objectives, above.Objectives) : null;
        return new FrontPoint
        {
            Level = isLevel ? design.Level : null,
            Quantity = design.Quantity / constraint.UnitValue,
            Objective = objective.Value,
            ObjectiveError = objective.Error,
            Loss = loss,
            LossError = lossError,
            StepLoss = step?.Rise,
            StepLossError = step?.Error,
            Kept = design.Kept,
            Parameters = Named((p, value) => value / p.UnitValue, design.Theta),
            Words = Named((p, value) => p.Format(value), design.Theta),
        };
    }

    // Share of the box between the best values of both fronts and the reference point that a front dominates, at a seed.
    private static double Share(TradeoffResult result, IReadOnlyList<FrontDesign> designs, int seed)
    {
        FrontDesign[] all = [.. result.Front.Concat(result.Found).Where(d => d.Kept)];
        if (all.Length == 0)
        {
            return 0;
        }

        double best = all.Min(d => d.Objectives[seed]), least = all.Min(d => d.Quantity);
        double[][] points = [.. designs.Where(d => d.Kept).Select(d => new[] { d.Objectives[seed], d.Quantity })];
        return Optimization.Pareto.Hypervolume.Of(points, result.Reference)
            / ((result.Reference[0] - best) * (result.Reference[1] - least));
    }

    private static (double Rise, double Error) Rise(double[] of, double[] over)
    {
        double[] rises = [.. of.Zip(over, (a, b) => (a / b) - 1)];
        return (rises.Average(), Statistics.StandardError(rises));
    }

    private Dictionary<string, T> Named<T>(Func<DesignParameter, double, T> show, double[] theta) =>
        study.Geometry.Space.Parameters.Select((p, i) => (p.Name, Shown: show(p, theta[i])))
            .ToDictionary(x => x.Name, x => x.Shown);
}
