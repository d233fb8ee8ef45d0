using CoDesign.Studies.Objectives;
using static TorchSharp.torch;

namespace CoDesign.Studies.Trackers;

/// <summary>A metric of fitted tracks.</summary>
public sealed record TrackMetric : Metric
{
    private readonly Func<MeasuredTracks, Tensor> _entries;

    /// <summary>A metric.</summary>
    /// <param name="name">Name in files and results.</param>
    /// <param name="description">What it is, for the report.</param>
    /// <param name="unit">Unit it is shown in, with its size in internal units.</param>
    /// <param name="averaging">How it follows from its entries.</param>
    /// <param name="entries">Its entries from fitted tracks, [entries]: squared deviations for a root mean
    /// square.</param>
    internal TrackMetric(
        string name, string description, (string Name, double Value) unit, Averaging averaging,
        Func<MeasuredTracks, Tensor> entries)
    {
        (Name, Description, Averaging, _entries) = (name, description, averaging, entries);
        (Unit, UnitValue) = unit;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override string Unit { get; }

    /// <inheritdoc/>
    public override double UnitValue { get; }

    /// <inheritdoc/>
    public override Averaging Averaging { get; }

    /// <summary>Entries of measured tracks, [entries], float64 with gradient.</summary>
    /// <param name="tracks">The tracks.</param>
    public Tensor Entries(MeasuredTracks tracks) => _entries(tracks);
}
