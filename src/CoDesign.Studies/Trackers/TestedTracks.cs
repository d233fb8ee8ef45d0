using CoDesign.Physics;
using CoDesign.Simulation.Tracks;
using CoDesign.Studies.Pipelines;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Trackers;

/// <summary>Fitted tracks in plain memory; arrays are in the order of the tracks, [fitted].</summary>
public sealed record TestedTracks : TestedBatch
{
    /// <summary>Momentum across the field axis [MeV].</summary>
    public required double[] TransverseMomentum { get; init; }

    /// <summary>Dip pL/pT.</summary>
    public required double[] Dip { get; init; }

    /// <summary>Direction in the bending plane [rad].</summary>
    public required double[] Azimuth { get; init; }

    /// <summary>What squared errors are multiplied by so that their geometric mean is that of the variances.</summary>
    public required double GeometricFactor { get; init; }

    /// <summary>Squared errors by parameter: variances, or squared deviations of sampled tracks, in the order of <see cref="TrackParameter"/>, each [fitted].</summary>
    public required double[][] Squared { get; init; }

    /// <summary>Curvature without sign [1/mm].</summary>
    public required double[] Curvature { get; init; }

    /// <summary>Entries of the metrics that are always reported, by name, each [fitted].</summary>
    public required IReadOnlyDictionary<string, double[]> Reported { get; init; }

    /// <summary>Tracks of the batch, fitted or not.</summary>
    public required int Tracks { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Unit, double[] Values)> Columns =>
    [
        ("transverse_momentum", "MeV", TransverseMomentum), ("dip", "", Dip), ("azimuth", "rad", Azimuth),
        ("transverse_offset_squared_error", "mm2", Squared[(int)TrackParameter.TransverseOffset]),
        ("azimuth_squared_error", "rad2", Squared[(int)TrackParameter.Azimuth]),
        ("curvature_squared_error", "1/mm2", Squared[(int)TrackParameter.Curvature]),
        ("longitudinal_offset_squared_error", "mm2", Squared[(int)TrackParameter.LongitudinalOffset]),
        ("dip_squared_error", "", Squared[(int)TrackParameter.Dip]),
    ];

    /// <summary>Copies what is needed out of tensors.</summary>
    /// <param name="measured">The tracks.</param>
    /// <param name="metrics">Metrics of the objective's terms.</param>
    /// <param name="reported">Metrics that are always reported.</param>
    public static TestedTracks From(
        MeasuredTracks measured, IEnumerable<TrackMetric> metrics, IEnumerable<TrackMetric> reported)
    {
        using DisposeScope scope = NewDisposeScope();
        int[] fitted = measured.Errors.Fitted;
        double field = measured.Layout.Field.ToDouble() * PhysicalConstants.SpeedOfLight;
        return new TestedTracks
        {
            Entries = [.. metrics.Select(m => Values(m.Entries(measured)))],
            TransverseMomentum = [.. fitted.Select(t => measured.Tracks.TransverseMomentum[t])],
            Dip = [.. fitted.Select(t => measured.Tracks.Dip[t])],
            Azimuth = [.. fitted.Select(t => measured.Tracks.Azimuth[t])],
            Squared = [.. Enumerable.Range(0, 5).Select(p => Values(measured.Errors.Squared.select(1, p)))],
            Curvature = [.. fitted.Select(t => field / measured.Tracks.TransverseMomentum[t])],
            Reported = reported.ToDictionary(m => m.Name, m => Values(m.Entries(measured))),
            GeometricFactor = measured.GeometricFactor,
            Tracks = measured.Tracks.Count,
        };
    }

    /// <summary>Batches one after the other.</summary>
    /// <param name="parts">The batches, one or more.</param>
    public static TestedTracks Join(IReadOnlyList<TestedTracks> parts) => new()
    {
        Entries = [.. Enumerable.Range(0, parts[0].Entries.Length).Select(t => All(p => p.Entries[t], parts))],
        TransverseMomentum = All(p => p.TransverseMomentum, parts),
        Dip = All(p => p.Dip, parts),
        Azimuth = All(p => p.Azimuth, parts),
        Squared = [.. Enumerable.Range(0, 5).Select(k => All(p => p.Squared[k], parts))],
        Curvature = All(p => p.Curvature, parts),
        Reported = parts[0].Reported.Keys.ToDictionary(name => name, name => All(p => p.Reported[name], parts)),
        GeometricFactor = parts[0].GeometricFactor,
        Tracks = parts.Sum(p => p.Tracks),
    };

    private static double[] All(Func<TestedTracks, double[]> column, IReadOnlyList<TestedTracks> parts) =>
        [.. parts.SelectMany(column)];

    private static double[] Values(Tensor t) => t.detach().contiguous().data<double>().ToArray();
}
