using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Judging;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;

namespace CoDesign.Studies.Trackers;

/// <summary>Studies of trackers: momentum, impact parameter, efficiency.</summary>
/// <param name="geometry">The geometry.</param>
/// <param name="source">Where tracks come from.</param>
/// <param name="model">What drives the gradient.</param>
/// <param name="objective">The objective, of metrics of tracks.</param>
public sealed class TrackerMethod(
    TrackerGeometry geometry, TrackSource source, TrackModel model, Objective objective) : StudyMethod
{
    // Cost of a track of the judge in tracks of a propagation of covariance (measured on the barrel of
    // studies/tracker-its2.yaml).
    internal const double JudgeCost = 10;

    private readonly IReadOnlyList<TrackCurve> _curves = TrackCurves.Of(geometry, source);

    /// <summary>Where tracks come from.</summary>
    public TrackSource Source => source;

    /// <inheritdoc/>
    public override Objective Objective => objective;

    internal override ModelDomain? Domain => null;

    internal override CheckNotes Notes(Study study) => CheckNotes.None;

    /// <inheritdoc/>
    internal override IReadOnlyList<string> NotModelled { get; } =
    [
        "Scattering is Gaussian with Highland's width of each layer by itself (11 %); its tails, and nuclear interactions, "
            + "are left out. Energy loss is its mean, without fluctuations; electrons do not radiate.",
        "Errors are propagated to first order around the true helix, as an iterated fit does. The field is uniform and "
            + "fills the whole tracker.",
        "Layers are perfect planes or cylinders: no overlaps of modules, gaps, tilts or misalignment. Resolution is that at "
            + "normal incidence, where the judge's inclined tracks leave more charge, which more strips share; fluctuations "
            + "of the charge, Lorentz angle and long clusters of inclined tracks are left out.",
        "Tracks are alone: which hits belong to them is known, but for noise hits near them; no pile-up.",
    ];

    internal override IReadOnlyList<CurveForm> CurveForms => [.. _curves.Select(c => c.Form)];

    /// <summary>The pipeline of a study.</summary>
    /// <param name="study">The study, which may have fixed parameters of the geometry.</param>
    public TrackerPipeline Tracks(Study study) => new((TrackerGeometry)study.Geometry, source, model, objective, Reported);

    internal override bool IsNoiseless => model == TrackModel.Covariance;

    internal override bool LearnsFromEvents => false;

    internal override IPipeline Pipeline(Study study) => Tracks(study);

    internal override int EventsPerStep(Study study) => study.Optimizer.Batch;

    internal override double CostOfTest(double trainingShare) => 1;

    internal override double CostOfJudge(JudgeSettings judge) => 2 * judge.Events * (1 + JudgeCost);

    internal override bool TrainsAlongside => false;

    internal override TrainedAlongside? Training(RunContext context, int replica) => null;

    internal override SeedResult Measure(TestedBatch batch) => new(
        batch.Measure(objective).Value,
        [.. objective.Terms.Select((t, i) => t.Metric.Value(batch.Entries[i].Average(t.Metric.Averaged)))],
        Resolutions((TestedTracks)batch), Bins((TestedTracks)batch));

    internal override DesignDescription Describe(Detector detector, IReadOnlyList<SeedResult> seeds)
    {
        var metrics = new Dictionary<string, MetricSummary>();
        IReadOnlyDictionary<string, CurveSummary> curves = Curves([.. seeds.Select(s => s.Bins)]);
        foreach (TrackMetric metric in Reported)
        {
            metrics[metric.Name] = MetricSummary.Mean(
                seeds.Select(s => s.Metrics[metric.Name]), metric.UnitValue, metric.Unit);
        }

        metrics["fitted_tracks"] = MetricSummary.Mean(seeds.Select(s => s.Metrics["fitted_tracks"]), 0.01, "%");
        return new DesignDescription(metrics, curves, Layout(detector));
    }

    internal override LayoutSummary Layout(Detector detector) => TrackerDrawing.Of((TrackerDetector)detector, source);

    internal override Judgement Judge(
        RunContext context, JudgeSettings settings, double[] baseline, double[] optimum) =>
        new TrackJudgement(context, this, settings, baseline, optimum);

    internal override string? SharedFault(DesignSummary baseline, DesignSummary optimum) => null;

    internal override JudgeRemarks Remarks(JudgeSummary? judge, DesignSummary baseline, DesignSummary optimum) =>
        TrackRemarks.Of(judge, objective, baseline.Metrics["fitted_tracks"], optimum.Metrics["fitted_tracks"]);

    /// <summary>Sums of the curves of a batch.</summary>
    internal Dictionary<string, double[]> Bins(TestedTracks tracks) =>
        new(_curves.SelectMany(c => c.Sums(tracks)));

    /// <summary>Curves of sums that belong together.</summary>
    internal IReadOnlyDictionary<string, CurveSummary> Curves(IReadOnlyList<IReadOnlyDictionary<string, double[]>> seeds) =>
        _curves.ToDictionary(c => c.Name, c => c.Summary(seeds));

    /// <summary>Metrics that are reported whatever the objective.</summary>
    internal IReadOnlyList<TrackMetric> Reported { get; } =
        [.. TrackMetrics.All(geometry.HasField).Where(m => TrackMetrics.IsMeasured(m, geometry))];

    private Dictionary<string, double> Resolutions(TestedTracks tracks)
    {
        Dictionary<string, double> values = Reported.ToDictionary(
            m => m.Name, m => m.Value(tracks.Reported[m.Name].Average(m.Averaged)));
        values["fitted_tracks"] = (double)tracks.Dip.Length / tracks.Tracks;
        return values;
    }
}
