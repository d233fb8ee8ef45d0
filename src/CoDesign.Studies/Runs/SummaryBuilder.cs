using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Space;
using CoDesign.Hdf5;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Judging;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs.Outer;
using CoDesign.Studies.Runs.Tradeoffs;
using MathNet.Numerics.Distributions;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Runs;

/// <summary>Puts the outcome of a run into the summary's words and units.</summary>
internal sealed class SummaryBuilder(
    RunContext context, RunRequest request, RunOutcome outcome, IReadOnlyList<HistoryPoint> history)
{
    // A value within this share of the range of a bound is at the bound.
    private const double AtBound = 0.01;

    // Gains below this many standard errors are not called gains.
    private const double Significant = 5;

    private readonly Study _study = context.Study;
    private readonly DesignSpace _space = context.Study.Geometry.Space;

    public StudySummary Build(
        (double[] Prices, double[] Errors) prices, IReadOnlyList<SensitivitySummary> sensitivities,
        IReadOnlyList<FlatDirectionSummary> flat)
    {
        GainSummary gain = Gain();
        Dictionary<string, ConstraintSummary> constraints = Constraints(prices);
        DesignSummary baseline = Describe(outcome.Baseline, intervals: false);
        DesignSummary optimum = Describe(outcome.Optimum, intervals: true);
        (double kilowattHours, string note) = Provenance.Energy(context.Journal.Seconds, _study.Threads);
        Dictionary<string, SearchSummary> searches = Searches();
        JudgeSummary? judge = JudgeWords.Unless(
            Judge(gain, constraints), _study.Method.SharedFault(baseline, optimum));
        JudgeRemarks remarks = _study.Method.Remarks(judge, baseline, optimum);
        DomainSummary? domain =
            CalibrationDomain.Of(_study, outcome.Baseline.Theta, outcome.Optimum.Theta, history);
        return new StudySummary
        {
            Name = _study.Name,
            Description = _study.Description,
            Verdict = Verdict(gain, constraints) + JudgeWords.Verdict(judge),
            Quick = _study.Quick,
            Objective = Objective(),
            Baseline = baseline,
            Optimum = optimum,
            FoundBy = outcome.FoundBy,
            Gain = gain,
            Judge = judge,
            Constraints = constraints,
            GradientCheck = outcome.Check,
            OwnSearch = OwnSearch,
            Outer = outcome.Structures is { } structures ? new OuterDescription(_study).Describe(structures) : null,
            Tradeoff = outcome.Tradeoff is { } tradeoff
                ? new TradeoffDescription(_study).Describe(tradeoff, outcome.Optimum) : null,
            Searches = searches,
            Sensitivities = sensitivities,
            FlatDirections = flat,
            Replicas = [.. outcome.Replicas.Select((theta, r) => new ReplicaSummary(
                r, outcome.Validated[r]?.Value ?? double.NaN, outcome.Validated[r]?.Error ?? double.NaN,
                _space.Parameters.Select((p, i) => (p.Name, Value: theta[i] / p.UnitValue))
                    .ToDictionary(x => x.Name, x => x.Value)))],
            Published = PublishedComparison.Of(_study, baseline),
            Alternatives = [.. outcome.Alternatives.Select(Describe)],
            Domain = domain,
            NotModelled =
            [
                .. remarks.NotModelled, .. domain is null ? (string[])[] : [domain.Statement()], .. _study.Method.NotModelled,
            ],
            Warnings =
            [
                .. JudgeWords.Warnings(judge), .. remarks.Warnings, .. domain?.Warnings() ?? [],
                .. _study.Geometry.Doubts.Select(doubt => doubt.ToString()),
                .. Warnings(gain, constraints, optimum, searches),
            ],
            Cost = new ResourceSummary
            {
                Events = context.Events,
                Seconds = context.Journal.Seconds,
                EnergyKwh = kilowattHours,
                EnergyNote = note,
            },
            Provenance = Provenance.Of(context, request),
        };
    }

    private JudgeSummary? Judge(GainSummary gain, Dictionary<string, ConstraintSummary> constraints) =>
        outcome.Judgement?.Summary(
            context.Journal.SecondsOf("judge/"), gain,
            [.. constraints.Where(c => !c.Value.Satisfied).Select(c => c.Key)]);

    private GainSummary Gain()
    {
        double[] perSeed = [.. outcome.Baseline.Seeds.Zip(outcome.Optimum.Seeds, (b, o) =>
        1 - (o.Objective / b.Objective))];
        return new GainSummary(perSeed.Average(), Statistics.StandardError(perSeed), perSeed);
    }

    private string Verdict(GainSummary gain, Dictionary<string, ConstraintSummary> constraints)
    {
        string what = _study.Objective.Terms.Count == 1
            ? _study.Objective.Terms[0].Metric.Name.Replace('_', ' ')
            : "objective";
        string kept = constraints.Count == 0 ? "no constraints set"
            : constraints.Values.All(c => c.Satisfied)
                ? $"{string.Join(", ", constraints.Keys)} kept"
                : $"{string.Join(", ", constraints.Where(c => !c.Value.Satisfied).Select(c => c.Key))} NOT kept";
        string change = $"{100 * gain.Value:0.0} ± {100 * gain.Error:0.0} %";
        return gain.Value > Significant * gain.Error
            ? $"The optimised design improves the {what} by {change} over the baseline, with {kept}."
            : gain.Value < -Significant * gain.Error
            ? $"The optimisation ended at a design whose {what} is WORSE than the baseline's ({change}), with {kept}: it had too "
                + "few steps, or events; keep the baseline."
            : $"No significant gain over the baseline was found in the {what} ({change}); {kept}.";
    }

    private ObjectiveSummary Objective() => new(
        string.Join("; ", _study.Objective.Terms.Select(t => t.Metric.Description)) + ", over the requirement",
        [.. _study.Objective.Terms.Select(t => new ObjectiveTermSummary(
            t.Metric.Name, t.Weight, t.Requirement / t.Metric.UnitValue, t.Metric.Unit))]);

    private Dictionary<string, ConstraintSummary> Constraints((double[] Prices, double[] Errors) prices)
    {
        var result = new Dictionary<string, ConstraintSummary>();
        for (int c = 0; c < _study.Constraints.Count; c++)
        {
            StudyConstraint constraint = _study.Constraints[c];
            double value = context.Function.Quantity(constraint, outcome.Optimum.Theta);
            double excess = constraint.Excess(value);
            result[constraint.Name] = new ConstraintSummary
            {
                Expression = constraint.Expression.Text,
                Relation = constraint.Relation switch
                {
                    ConstraintRelation.AtMost => "at_most",
                    ConstraintRelation.AtLeast => "at_least",
                    _ => "equal",
                },
                Value = value / constraint.UnitValue,
                Baseline = context.Function.Quantity(constraint, outcome.Baseline.Theta) / constraint.UnitValue,
                Limit = constraint.Limit / constraint.UnitValue,
                Unit = constraint.Unit,
                Price = prices.Prices[c],
                PriceError = prices.Errors[c],
                Satisfied = constraint.IsSatisfied(excess),
                Active = constraint.IsActive(excess),
            };
        }

        return result;
    }

    private DesignSummary Describe(EvaluatedDesign design, bool intervals)
    {
        using DisposeScope scope = NewDisposeScope();
        Detector detector = _study.Geometry.Build(_space.AtValues(design.Theta));
        DesignDescription description = _study.Method.Describe(detector, design.Seeds);
        return new DesignSummary
        {
            Objective = MetricSummary.Mean(design.Seeds.Select(s => s.Objective), 1, ""),
            SmoothObjective = MetricSummary.Mean(design.Smooth, 1, ""),
            Metrics = Metrics(design, description),
            Parameters = _space.Parameters.Select((p, i) => (p.Name, Row: Parameter(p, i, design.Theta[i], intervals)))
                .ToDictionary(x => x.Name, x => x.Row),
            Curves = description.Curves,
            CostBreakdown = detector.CostBreakdown.ToDictionary(c => c.Key, c => c.Value.ToDouble()),
            CostCurrency = $"{_study.Geometry.Currency} ({_study.Geometry.PriceDate})",
            Layout = description.Layout,
        };
    }

    private AlternativeSummary Describe(Alternative alternative)
    {
        using DisposeScope scope = NewDisposeScope();
        Detector detector = _study.Geometry.Build(_space.AtValues(alternative.Theta));
        return new AlternativeSummary(
            alternative.Origin, alternative.Objective, alternative.Difference, alternative.Error,
            _space.Parameters.Select((p, i) => (p.Name, Value: alternative.Theta[i] / p.UnitValue))
                .ToDictionary(x => x.Name, x => x.Value),
            _study.Method.Layout(detector));
    }

    // The terms of the objective first, in their order.
    private Dictionary<string, MetricSummary> Metrics(EvaluatedDesign design, DesignDescription description)
    {
        var metrics = new Dictionary<string, MetricSummary>();
        for (int t = 0; t < _study.Objective.Terms.Count; t++)
        {
            Metric metric = _study.Objective.Terms[t].Metric;
            int term = t;
            metrics[_study.Objective.NameOf(t)] = MetricSummary.Mean(
                design.Seeds.Select(s => s.Terms[term]), metric.UnitValue, metric.Unit);
        }

        foreach ((string name, MetricSummary metric) in description.Metrics)
        {
            metrics[name] = metric;
        }

        return metrics;
    }

    private ParameterSummary Parameter(DesignParameter p, int index, double value, bool intervals)
    {
        double low = p.ToScale(p.Minimum), range = p.ToScale(p.Maximum) - low;
        double position = (p.ToScale(value) - low) / range;
        return new ParameterSummary
        {
            Value = value / p.UnitValue,
            Unit = p.Unit,
            // All replicas have the structure that the outer loop chose: they say nothing of its uncertainty.
            Interval = intervals && !p.IsStructural ? Interval(p, index, value) : null,
            AtBound = p.Kind == ParameterKind.Choice ? null : position < AtBound ? "lower" : position > 1 - AtBound ? "upper" : null,
            Bounds = [p.Minimum / p.UnitValue, p.Maximum / p.UnitValue],
            Stage = p.Stage.ToString().ToLowerInvariant(),
            Kind = p.Kind.ToString().ToLowerInvariant(),
            Word = p.Kind == ParameterKind.Choice ? p.Format(value) : null,
            Structural = p.IsStructural,
            Array = p.Array?.Array,
            Description = p.Description,
        };
    }

    // Where another optimisation would end with 68 % probability: the scatter of the replicas on the parameter's scale,
    // widened by Student's factor for their small number.
    private double[] Interval(DesignParameter p, int index, double value)
    {
        double spread = Statistics.StandardDeviation([.. outcome.Replicas.Select(r => p.ToScale(r[index]))]);
        spread *= StudentT.InvCDF(0, 1, outcome.Replicas.Length - 1, 0.8413);
        double at = p.ToScale(value);
        return [End(at - spread), End(at + spread)];

        double End(double x) => Math.Clamp(p.FromScale(x), p.Minimum, p.Maximum) / p.UnitValue;
    }

    private string OwnSearch => _study.Outer is null ? "gradient" : "nested";

    private Dictionary<string, SearchSummary> Searches() =>
        new SearchDescription(_study, outcome, history).All(OwnSearch);

    private List<string> Warnings(
        GainSummary gain, Dictionary<string, ConstraintSummary> constraints, DesignSummary optimum,
        Dictionary<string, SearchSummary> searches)
    {
        List<string> warnings = [];
        if (_study.Quick)
        {
            warnings.Add(
                "This is a quick run: fewer events and steps, larger errors, an optimum that is only approached.");
        }

        if (Hdf5Library.Obstacle is { } obstacle)
        {
            warnings.Add($"results.h5, the arrays behind this result, is left out: {obstacle}.");
        }

        warnings.AddRange(SummaryWarnings.AtBounds(optimum.Parameters));
        warnings.AddRange(
            constraints.Where(c => !c.Value.Satisfied).Select(c => $"The constraint {c.Key} is not satisfied."));
        warnings.AddRange(SummaryWarnings.Gradient(outcome.Check));
        warnings.AddRange(SummaryWarnings.Refused(context.Refused));
        warnings.AddRange(ConstraintDomain.Check(_study).Concat(PinnedParameters.Find(_study)).Select(n => $"{n.KeyPath}: {n.Message}."));
        if (context.JudgeObstacle is { } missed)
        {
            warnings.Add($"The judge says nothing: {missed}.");
        }

        foreach ((string name, SearchSummary search) in searches.Where(s => s.Key != OwnSearch))
        {
            if (search.NoComparison is { } reason)
            {
                warnings.Add($"The {name.Replace('_', ' ')} search says nothing: {reason}.");
            }
            else if (double.IsNaN(search.Objective))
            {
                warnings.Add($"The {name.Replace('_', ' ')} search found no design that satisfies the constraints.");
            }
        }

        if (gain.Value < -Significant * gain.Error)
        {
            warnings.Add("The optimum is worse than the baseline by more than five standard errors.");
        }
        else if (gain.Value <= Significant * gain.Error)
        {
            warnings.Add("The gain is below five standard errors.");
        }

        return warnings;
    }
}
