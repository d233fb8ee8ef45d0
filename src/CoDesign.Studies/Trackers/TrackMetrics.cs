using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Tracks;
using CoDesign.Studies.Objectives;
using static TorchSharp.torch;

namespace CoDesign.Studies.Trackers;

/// <summary>The metrics of tracks by name.</summary>
internal static class TrackMetrics
{
    /// <summary>Root mean square of the error of the curvature.</summary>
    public static TrackMetric CurvatureError { get; } = Rms(
        "curvature_error", "error of the curvature in the bending plane, rms over the tracks", ("1/m", 1 / Units.Metre),
        tracks => Squared(tracks, TrackParameter.Curvature));

    /// <summary>sigma(pT)/pT.</summary>
    /// <remarks>The curvature is q c B / pT, so that its relative error is that of pT, to first order.</remarks>
    public static TrackMetric MomentumResolution { get; } = Rms(
        "momentum_resolution", "relative error of the transverse momentum, rms over the tracks", ("%", Units.Percent),
        tracks => Squared(tracks, TrackParameter.Curvature) / Curvature(tracks).square());

    /// <summary>Error of d0.</summary>
    public static TrackMetric TransverseImpact { get; } = Rms(
        "transverse_impact", "error of the impact parameter in the bending plane, rms over the tracks", ("um", Units.Um),
        tracks => Squared(tracks, TrackParameter.TransverseOffset));

    /// <summary>Error of z0.</summary>
    public static TrackMetric LongitudinalImpact { get; } = Rms(
        "longitudinal_impact", "error of the impact parameter along the field axis, rms over the tracks", ("um", Units.Um),
        tracks => Squared(tracks, TrackParameter.LongitudinalOffset));

    /// <summary>Error of the direction in the bending plane.</summary>
    public static TrackMetric AzimuthResolution { get; } = Rms(
        "azimuth_resolution", "error of the direction in the bending plane at the vertex, rms over the tracks", ("mrad", 1e-3),
        tracks => Squared(tracks, TrackParameter.Azimuth));

    /// <summary>Error of the angle to the field axis.</summary>
    /// <remarks>t = cot(theta): d theta = sin^2(theta) dt = dt / (1 + t^2).</remarks>
    public static TrackMetric PolarResolution { get; } = Rms(
        "polar_resolution", "error of the angle to the field axis at the vertex, rms over the tracks", ("mrad", 1e-3),
        tracks => Squared(tracks, TrackParameter.Dip) / Fitted(tracks, t => Math.Pow(1 + (t * t), 2)));

    /// <summary>Error of the time of a track, from the time stamps of all its layers.</summary>
    public static TrackMetric TimeResolution { get; } = Rms(
        "time_resolution", "error of the time of a track with a hit in every layer", ("ns", Units.Ns), Time);

    /// <summary>The geometric mean of a metric in place of its root mean square.</summary>
    /// <param name="metric">A root mean square.</param>
    /// <remarks>Of sampled deviations it is that of the widths of their normal distributions: their logarithms are higher
    /// by a known amount in the mean.</remarks>
    public static TrackMetric Geometric(TrackMetric metric) => new(
        $"{metric.Name}_geometric", metric.Description.Replace("rms over", "geometric mean over", StringComparison.Ordinal),
        (metric.Unit, metric.UnitValue), Averaging.GeometricMean,
        tracks => (metric.Entries(tracks) * tracks.GeometricFactor).clamp_min(1e-300));

    /// <summary>What is reported of every tracker: root mean squares, and geometric means, in which rare tracks weigh
    /// little.</summary>
    /// <param name="hasField">Whether there is a field.</param>
    public static IEnumerable<TrackMetric> All(bool hasField) =>
    [
        .. hasField ? OfCurvature : [], .. OfDirection, .. hasField ? (TrackMetric[])[Geometric(MomentumResolution)] : [],
        Geometric(TransverseImpact), Geometric(LongitudinalImpact),
    ];

    /// <summary>Whether a tracker measures the coordinates that a metric needs.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="geometry">The tracker.</param>
    public static bool IsMeasured(Metric metric, TrackerGeometry geometry)
    {
        bool alongField = metric.Name.StartsWith(LongitudinalImpact.Name, StringComparison.Ordinal)
            || metric.Name.StartsWith(PolarResolution.Name, StringComparison.Ordinal);
        return geometry.Groups.Any(g => alongField ? g.MeasuresV : g.MeasuresU);
    }

    /// <summary>Share of tracks with too few hits.</summary>
    /// <param name="minimumHits">Least number of layers with a hit.</param>
    public static TrackMetric Inefficiency(int minimumHits) => new(
        "inefficiency", $"share of tracks with fewer than {minimumHits} hits, 1 - efficiency x acceptance", ("%", Units.Percent),
        Averaging.Mean, tracks => HitProbability.Missing(tracks, minimumHits));

    /// <summary>Metrics that need a field.</summary>
    public static IReadOnlyList<TrackMetric> OfCurvature { get; } = [CurvatureError, MomentumResolution];

    /// <summary>Metrics that every tracker has.</summary>
    public static IReadOnlyList<TrackMetric> OfDirection { get; } =
        [TransverseImpact, LongitudinalImpact, AzimuthResolution, PolarResolution];

    /// <summary>Metrics that need nothing but a name.</summary>
    public static IReadOnlyList<TrackMetric> Resolutions { get; } = [.. OfCurvature, .. OfDirection, TimeResolution];

    /// <summary>Curvature of the fitted tracks without sign, [fitted] [1/mm].</summary>
    public static Tensor Curvature(MeasuredTracks tracks) =>
        tracks.Layout.Field * PhysicalConstants.SpeedOfLight
            / tensor([.. tracks.Errors.Fitted.Select(t => tracks.Tracks.TransverseMomentum[t])], ScalarType.Float64);

    private static TrackMetric Rms(
        string name, string description, (string Name, double Value) unit, Func<MeasuredTracks, Tensor> entries) =>
        new(name, description, unit, Averaging.RootMeanSquare, entries);

    private static Tensor Squared(MeasuredTracks tracks, TrackParameter parameter) =>
        tracks.Errors.Squared.select(1, (long)parameter);

    private static Tensor Fitted(MeasuredTracks tracks, Func<double, double> ofDip) =>
        tensor([.. tracks.Errors.Fitted.Select(t => ofDip(tracks.Tracks.Dip[t]))], ScalarType.Float64);

    private static Tensor Time(MeasuredTracks tracks)
    {
        Tensor[] weights = [.. tracks.Layout.Readout.Where(r => r is not null).Select(r => r!.TimeResolution.pow(-2))];
        Tensor variance = weights.Aggregate((a, b) => a + b).pow(-1);
        return variance.expand(tracks.Errors.Fitted.Length);
    }
}
