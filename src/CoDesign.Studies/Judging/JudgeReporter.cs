using CoDesign.Physics;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;

namespace CoDesign.Studies.Judging;

/// <summary>A judge's findings in the summary's words and units.</summary>
/// <param name="study">The study.</param>
internal sealed class JudgeReporter(Study study)
{
    // A bin with fewer showers says nothing of a resolution.
    private const int FewestShowers = 16;

    // Points that a fit of three terms needs to say anything of its own quality.
    private const int FewestPoints = 4;

    /// <summary>The summary of a judgement.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="optimum">The optimum.</param>
    /// <param name="settings">Settings of the judge.</param>
    /// <param name="seconds">Time of the showers [s].</param>
    /// <param name="gain">Gain of the final evaluation.</param>
    /// <param name="broken">Constraints that the optimum does not keep.</param>
    public JudgeSummary Summary(
        JudgedDesign baseline, JudgedDesign optimum, JudgeSettings settings, double seconds, GainSummary gain,
        IReadOnlyList<string> broken)
    {
        (double value, double error) = optimum.MonteCarlo.GainOver(baseline.MonteCarlo);
        var verdict = new JudgeVerdict(value, error, gain.Value, gain.Error, broken, settings.Events);
        return new JudgeSummary
        {
            Verdict = verdict.Confirmed ? "confirmed" : "not_confirmed",
            Reason = verdict.Reason,
            Statement = verdict.Statement,
            Simulation = "monte-carlo",
            Events = settings.Events,
            Seconds = seconds,
            Gain = Summary((value, error), 1, ""),
            ModelGain = Summary(optimum.Model.GainOver(baseline.Model), 1, ""),
            SizeAgrees = verdict.SizeAgrees,
            SizeDifference = verdict.SizeDifference,
            Baseline = new JudgedDesignSummary(Performance(baseline.MonteCarlo), Performance(baseline.Model)),
            Optimum = new JudgedDesignSummary(Performance(optimum.MonteCarlo), Performance(optimum.Model)),
        };
    }

    private JudgedPerformance Performance(JudgedSample sample)
    {
        Dictionary<string, CurveSummary> curves = Curves(sample);
        ResolutionFitSummary fit = Fit(curves["energy_resolution"].Points);
        var metrics = new Dictionary<string, MetricSummary>();
        for (int t = 0; t < study.Objective.Terms.Count; t++)
        {
            int term = t;
            Metric metric = study.Objective.Terms[t].Metric;
            string name = metrics.ContainsKey(metric.Name) ? $"{metric.Name}_{t + 1}" : metric.Name;
            metrics[name] = Summary(sample.Measure(s => s.Term(term)), metric.UnitValue, metric.Unit);
        }

        metrics["energy_resolution"] = Summary(sample.Measure(s => s.EnergyResolution), Units.Percent, "%");
        metrics["position_resolution"] = Summary(sample.Measure(s => s.PositionResolution), Units.Mm, "mm");
        metrics["stochastic_term"] = fit.Stochastic;
        metrics["constant_term"] = fit.Constant;
        metrics["visible_fraction"] = Summary(sample.Measure(s => s.VisibleFraction), Units.Percent, "%");
        return new JudgedPerformance
        {
            Objective = Summary(sample.Measure(sample.Objective), 1, ""),
            Metrics = metrics,
            Curves = curves,
            ResolutionFit = fit,
        };
    }

    // Curves of the bins with enough showers; the error of each point from the groups.
    private Dictionary<string, CurveSummary> Curves(JudgedSample sample)
    {
        BinMoments[][] groups = [.. sample.Bins(null)];
        int[] filled = [.. Enumerable.Range(0, groups[0].Length)
            .Where(b => groups.Sum(g => g[b].Count) >= FewestShowers * sample.EntriesPerShower)];
        var measure = new ResolutionCurves(study.Events.Energy, study.Objective);
        IReadOnlyDictionary<string, CurveSummary> Of(int? without) => measure.Curves(
            sample.Bins(without).Select(bins => filled.Select(b => bins[b]).ToArray()));
        IReadOnlyDictionary<string, CurveSummary> whole = Of(null);
        IReadOnlyDictionary<string, CurveSummary>[] parts =
            [.. Enumerable.Range(0, JudgedSample.Groups).Select(g => Of(g))];
        return ((string[])["energy_resolution", "energy_linearity", "position_resolution"]).ToDictionary(
            name => name,
            name => whole[name] with
            {
                Points = [.. whole[name].Points.Select((point, i) => point with
                {
                    Error = Jackknife.Of(
                        JudgedSample.Groups,
                        g => At((g is { } without ? parts[without] : whole)[name].Points, i)).Error,
                })],
            });

        // A bin that one group alone fills has no error.
        double At(IReadOnlyList<CurvePoint> points, int i) =>
            points.Count == filled.Length ? points[i].Value : double.NaN;
    }

    private static ResolutionFitSummary Fit(IReadOnlyList<CurvePoint> points)
    {
        CurvePoint[] known = [.. points.Where(p => p.Error > 0 && double.IsFinite(p.Value))];
        if (known.Length < FewestPoints)
        {
            known = [];
        }

        return SummaryBuilder.Fit(ResolutionFit.To(
            [.. known.Select(p => p.EnergyGev)], [.. known.Select(p => p.Value * Units.Percent)],
            [.. known.Select(p => p.Error * Units.Percent)]));
    }

    private static MetricSummary Summary((double Value, double Error) measured, double unit, string name) =>
        new(measured.Value / unit, measured.Error / unit, name);
}
