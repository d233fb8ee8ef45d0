using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Space;
using CoDesign.Physics;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Judging;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Results;
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

    // A gradient check with a larger error cannot find the 1 % it looks for.
    private const double MostCheckError = 0.01;

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
        JudgeSummary? judge = Judge(gain, constraints);
        return new StudySummary
        {
            Name = _study.Name,
            Description = _study.Description,
            Verdict = Verdict(gain, constraints) + JudgeWords.Verdict(judge),
            Quick = _study.Quick,
            Objective = Objective(),
            Baseline = baseline,
            Optimum = optimum,
            Gain = gain,
            Judge = judge,
            Constraints = constraints,
            GradientCheck = outcome.Check,
            Searches = searches,
            Sensitivities = sensitivities,
            FlatDirections = flat,
            Replicas = [.. outcome.Replicas.Select((theta, r) => new ReplicaSummary(
                r, outcome.Validated[r].Value, outcome.Validated[r].Error,
                _space.Parameters.Select((p, i) => (p.Name, Value: theta[i] / p.UnitValue))
                    .ToDictionary(x => x.Name, x => x.Value)))],
            NotModelled = [.. JudgeWords.NotModelled(judge), .. NotModelled],
            Warnings = [.. JudgeWords.Warnings(judge), .. Warnings(gain, constraints, optimum, searches)],
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

    private static IReadOnlyList<string> NotModelled { get; } =
    [
        "e/mip and the sampling fluctuations are closed forms fitted to the embedded Monte Carlo: for lead, tungsten, "
            + "iron or copper of 0.5 to 10 mm with polystyrene, liquid argon or silicon of 0.5 to 10 mm, to about 2 % "
            + "and 4 % (see the README).",
        "The shower develops in one average medium; transitions between sections of different sampling are not followed.",
        "Albedo, material in front, dead regions, gaps between modules and fibre holes.",
        "Overlap of neighbouring showers (a pair of photons is always told apart; see merged_pairs), pile-up, and ageing.",
        "Landau tails and saturation of scintillation light (Birks).",
        "Mechanical tolerances; cells are calibrated to the stated non-uniformity.",
    ];

    private JudgeSummary? Judge(GainSummary gain, Dictionary<string, ConstraintSummary> constraints) =>
        outcome.Judged is not var (baseline, optimum) || _study.Judge is not { } settings ? null
            : new JudgeReporter(_study).Summary(
                baseline, optimum, settings, context.Journal.SecondsOf("judge/"), gain,
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
                Expression = constraint.Expression.Expression.Text,
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
        CalorimeterDetector detector = _study.Geometry.Build(_space.AtValues(design.Theta));
        var curves = new ResolutionCurves(_study.Events.Energy, _study.Objective);
        ResolutionFit fit = ResolutionCurves.Fit(design.Seeds.Select(s => s.Bins));
        return new DesignSummary
        {
            Objective = Mean(design.Seeds.Select(s => s.Objective), 1, ""),
            SmoothObjective = Mean(design.Smooth, 1, ""),
            Metrics = Metrics(design, fit, detector.CellSize.ToDouble()),
            Parameters = _space.Parameters.Select((p, i) => (p.Name, Row: Parameter(p, i, design.Theta[i], intervals)))
                .ToDictionary(x => x.Name, x => x.Row),
            Curves = curves.Curves(design.Seeds.Select(s => s.Bins)),
            ResolutionFit = Fit(fit),
            CostBreakdown = detector.CostBreakdown.ToDictionary(c => c.Key, c => c.Value.ToDouble()),
            CostCurrency = $"{_study.Geometry.Cost.Currency} ({_study.Geometry.Cost.Date})",
            Stack = new StackSummary(
                [.. detector.Sections.Select(s => new SectionSummary(
                    s.Name, s.Layers,
                    Layer(s.Absorber ?? throw new InvalidOperationException($"{s.Name} has no absorber")),
                    s.Passive is null ? null : Layer(s.Passive), Layer(s.Active)))],
                detector.CellSize.ToDouble(), detector.CellCount, detector.Depth.ToDouble(),
                detector.RadiationLengths.ToDouble()),
        };
    }

    private Dictionary<string, MetricSummary> Metrics(
        EvaluatedDesign design, ResolutionFit fit, double cellSize)
    {
        var metrics = new Dictionary<string, MetricSummary>();
        for (int t = 0; t < _study.Objective.Terms.Count; t++)
        {
            Metric metric = _study.Objective.Terms[t].Metric;
            int term = t;
            string name = metrics.ContainsKey(metric.Name) ? $"{metric.Name}_{t + 1}" : metric.Name;
            metrics[name] = Mean(design.Seeds.Select(s => s.Terms[term]), metric.UnitValue, metric.Unit);
        }

        metrics["energy_resolution"] = Mean(design.Seeds.Select(s => s.EnergyResolution), Units.Percent, "%");
        metrics["position_resolution"] = Mean(design.Seeds.Select(s => s.PositionResolution), Units.Mm, "mm");
        ResolutionFitSummary terms = Fit(fit);
        metrics["stochastic_term"] = terms.Stochastic;
        metrics["constant_term"] = terms.Constant;
        metrics["noise_term"] = terms.Noise;
        if (_study.Objective.Terms.Select(t => t.Metric).OfType<MassResolution>().FirstOrDefault() is { } mass)
        {
            // Showers closer than two cells merge into one cluster, which the objective does not see.
            metrics["merged_pairs"] = new MetricSummary(
                mass.CloserThan(_study.Events.Energy, 2 * cellSize) / Units.Percent, 0, "%");
        }

        return metrics;
    }

    /// <summary>A fit in per cent.</summary>
    internal static ResolutionFitSummary Fit(ResolutionFit fit) => new()
    {
        Stochastic = new MetricSummary(fit.Terms[0] / Units.Percent, fit.Errors[0] / Units.Percent, "% sqrt(GeV)"),
        Constant = new MetricSummary(fit.Terms[1] / Units.Percent, fit.Errors[1] / Units.Percent, "%"),
        Noise = new MetricSummary(fit.Terms[2] / Units.Percent, fit.Errors[2] / Units.Percent, "% GeV"),
        ChiSquare = fit.ChiSquare,
        DegreesOfFreedom = fit.DegreesOfFreedom,
    };

    private ParameterSummary Parameter(DesignParameter p, int index, double value, bool intervals)
    {
        double low = p.ToScale(p.Minimum), range = p.ToScale(p.Maximum) - low;
        double position = (p.ToScale(value) - low) / range;
        return new ParameterSummary
        {
            Value = value / p.UnitValue,
            Unit = p.Unit,
            Interval = intervals ? Interval(p, index, value) : null,
            AtBound = position < AtBound ? "lower" : position > 1 - AtBound ? "upper" : null,
            Bounds = [p.Minimum / p.UnitValue, p.Maximum / p.UnitValue],
            Stage = p.Stage.ToString().ToLowerInvariant(),
            Kind = p.Kind.ToString().ToLowerInvariant(),
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

    private Dictionary<string, SearchSummary> Searches()
    {
        var searches = new Dictionary<string, SearchSummary>();
        EqualCostSearch.SearchResult[] runs = [outcome.Random, outcome.Sobol];
        for (int i = 0; i < runs.Length; i++)
        {
            EqualCostSearch.SearchResult run = runs[i];
            double best = double.PositiveInfinity;
            MetricSummary final = outcome.SearchObjectives[i].Length == 0
                ? new MetricSummary(double.NaN, double.NaN, "")
                : Mean(outcome.SearchObjectives[i], 1, "");
            searches[run.Name] = new SearchSummary
            {
                Events = run.Events,
                Designs = run.Candidates.Count,
                FeasibleFraction = run.Draws == 0 ? 0 : (double)run.Candidates.Count / run.Draws,
                Objective = final.Value,
                ObjectiveError = final.Error,
                Trace = [.. run.Candidates.Select((c, k) => new[]
                    { (double)(k + 1) * run.EventsPerDesign, best = Math.Min(best, c.Objective) })],
            };
        }

        HistoryPoint[] steps = [.. history.Where(h => h.Replica == 0)];
        MetricSummary first = Mean(outcome.FirstReplica, 1, "");
        searches["gradient"] = new SearchSummary
        {
            Events = (long)_study.Optimizer.Steps * Work.EventsPerStep(_study),
            Designs = _study.Optimizer.Steps,
            Objective = first.Value,
            ObjectiveError = first.Error,
            Trace = [.. steps.Select(h => new[] { (double)(h.Step + 1) * Work.EventsPerStep(_study), h.Objective })],
        };
        return searches;
    }

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

        warnings.AddRange(optimum.Parameters.Where(p => p.Value.AtBound is not null).Select(p =>
            $"{p.Key} is at its {p.Value.AtBound} bound: the optimum may lie beyond what the study allows."));
        warnings.AddRange(
            constraints.Where(c => !c.Value.Satisfied).Select(c => $"The constraint {c.Key} is not satisfied."));
        if (!(outcome.Check.Error < MostCheckError))
        {
            warnings.Add("The gradient check says nothing: autograd and differences scatter by more than 1 % from batch to "
                    + "batch.");
        }
        else if (Math.Abs(outcome.Check.RelativeDifference) > 0.01 + (3 * outcome.Check.Error))
        {
            warnings.Add("The gradient check fails: autograd and differences disagree by more than 1 %.");
        }

        foreach ((string name, SearchSummary search) in searches.Where(s => s.Key != "gradient"))
        {
            if (double.IsNaN(search.Objective))
            {
                warnings.Add($"The {name} search found no design that satisfies the constraints.");
            }
            else if (search.Objective < searches["gradient"].Objective)
            {
                warnings.Add($"The {name} search found a better design than gradient descent at equal cost.");
            }
        }

        if (gain.Value <= Significant * gain.Error)
        {
            warnings.Add("The gain is below five standard errors.");
        }

        return warnings;
    }

    private static LayerSummary Layer(CalorimeterLayer layer) => new(layer.Material.Name, layer.Thickness.ToDouble());

    private static MetricSummary Mean(IEnumerable<double> seeds, double unit, string name)
    {
        double[] values = [.. seeds.Select(s => s / unit)];
        return new MetricSummary(values.Average(), Statistics.StandardError(values), name);
    }
}
