using CoDesign.Hdf5;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Judging;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Baseline and optimum as the Monte Carlo of showers sees them.</summary>
/// <param name="method">How the study simulates showers.</param>
/// <param name="settings">Settings of the judge.</param>
/// <param name="primaries">The tested primaries.</param>
/// <param name="baseline">The baseline.</param>
/// <param name="optimum">The optimum.</param>
internal sealed class ShowerJudgement(
    CalorimeterMethod method, JudgeSettings settings, EventBatch primaries, JudgedDesign baseline, JudgedDesign optimum)
    : Judgement
{
    // A bin with fewer showers says nothing of a resolution.
    private const int FewestShowers = 16;

    // Points that a fit of three terms needs to say anything of its own quality.
    private const int FewestPoints = 4;

    protected override string Simulation => "monte-carlo";

    protected override string Noun => "showers";

    protected override string Method => "The Monte Carlo follows every electron, positron and photon of a shower through "
        + "the layers and gave the optimisation no gradient. Both designs have the same primaries; the readout is the "
        + "hard one, and the reconstruction was fitted to its showers, each shower being estimated by a fit to the "
        + "others.";

    protected override string Caution => "The reconstruction trains on 16 showers of each primary in the model (4 where "
        + "it is a network) and on one shower, read four times, in the Monte Carlo: a small part of the ratio of the "
        + "two is the size of the training sample. Over a whole design space 'codesign compare' shows how far the two "
        + "are apart. e/mip, sampling fluctuations, two corrections of the shower's depth, its width and its "
        + "fluctuations across were fitted once to this Monte Carlo, in a scan of stacks (see tests/calibration): that "
        + "the two agree in absolute resolution is therefore no proof of either. No gain was fitted.";

    protected override string Comparison => "The final evaluation has many more events; on the judge's primaries the "
        + "model went through the same procedure as the Monte Carlo, with several of its showers on each.";

    protected override int Events => settings.Events;

    protected override (double Value, double Error) Gain => optimum.MonteCarlo.GainOver(baseline.MonteCarlo);

    protected override (double Value, double Error) ModelGain => optimum.Model.GainOver(baseline.Model);

    protected override (JudgedDesignSummary Baseline, JudgedDesignSummary Optimum) Designs() =>
        (new JudgedDesignSummary(Performance(baseline.MonteCarlo), Performance(baseline.Model)),
            new JudgedDesignSummary(Performance(optimum.MonteCarlo), Performance(optimum.Model)));

    public override void Write(Hdf5Group group)
    {
        long n = primaries.Count;
        group.SetAttribute("rows", "[readings, events]; every reading of an event has noise of its own");
        group.Write("energy", primaries.Energy, [n], unit: "MeV");
        group.Write("impact_x", primaries.ImpactX, [n], unit: "cells");
        group.Write("impact_y", primaries.ImpactY, [n], unit: "cells");
        foreach ((string name, JudgedDesign design) in
            ((string, JudgedDesign)[])[("baseline", baseline), ("optimum", optimum)])
        {
            using Hdf5Group own = group.CreateGroup(name);
            Write(own, "monte_carlo", design.MonteCarloEvents, (int)n);
            Write(own, "model", design.ModelEvents, (int)n);
        }
    }

    private static void Write(Hdf5Group root, string name, JudgedEvents events, int tested)
    {
        using Hdf5Group group = root.CreateGroup(name);
        int stride = events.Energy.Length / events.Repeats;
        Write("energy", events.Energy, "MeV");
        Write("x", events.X, "mm");
        Write("y", events.Y, "mm");
        Write("visible", events.Visible, "MeV");

        void Write(string quantity, double[] values, string unit) => group.Write(
            quantity, values.Where((_, i) => i % stride < tested).ToArray(), [events.Repeats, tested], unit: unit);
    }

    private JudgedPerformance Performance(JudgedSample sample)
    {
        Dictionary<string, CurveSummary> curves = Curves(sample);
        FitSummary fit = Fit(curves["energy_resolution"].Points);
        curves["energy_resolution"] = curves["energy_resolution"] with { Fit = fit };
        var metrics = new Dictionary<string, MetricSummary>();
        for (int t = 0; t < method.Objective.Terms.Count; t++)
        {
            int term = t;
            Metric metric = method.Objective.Terms[t].Metric;
            metrics[method.Objective.NameOf(t)] = Summary(sample.Measure(s => s.Term(term)), metric.UnitValue, metric.Unit);
        }

        metrics["energy_resolution"] = Summary(sample.Measure(s => s.EnergyResolution), Units.Percent, "%");
        metrics["position_resolution"] = Summary(sample.Measure(s => s.PositionResolution), Units.Mm, "mm");
        metrics["stochastic_term"] = fit.Terms["stochastic"];
        metrics["constant_term"] = fit.Terms["constant"];
        metrics["visible_fraction"] = Summary(sample.Measure(s => s.VisibleFraction), Units.Percent, "%");
        return new JudgedPerformance
        {
            Objective = Summary(sample.Measure(sample.Objective), 1, ""),
            Metrics = metrics,
            Curves = curves,
        };
    }

    // Curves of the bins with enough showers; the error of each point from the groups.
    private Dictionary<string, CurveSummary> Curves(JudgedSample sample)
    {
        BinMoments[][] groups = [.. sample.Bins(null)];
        int[] filled = [.. Enumerable.Range(0, groups[0].Length)
            .Where(b => groups.Sum(g => g[b].Count) >= FewestShowers * sample.EntriesPerShower)];
        var measure = new ResolutionCurves(method.Events.Energy, method.Objective);
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

    private static FitSummary Fit(IReadOnlyList<CurvePoint> points)
    {
        CurvePoint[] known = [.. points.Where(p => p.Error > 0 && double.IsFinite(p.Value))];
        return ResolutionFit.Summary(known.Length < FewestPoints ? [] : known);
    }

    private static MetricSummary Summary((double Value, double Error) measured, double unit, string name) =>
        new(measured.Value / unit, measured.Error / unit, name);
}
