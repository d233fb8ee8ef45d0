using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation.Readout;
using CoDesign.Studies.Pipelines;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Reconstructed showers, in plain memory; arrays are in event order.</summary>
public sealed record TestedShowers : TestedBatch
{
    /// <summary>True energy [MeV], [events].</summary>
    public required double[] Energy { get; init; }

    /// <summary>Reconstructed over true energy, [events].</summary>
    public required double[] EnergyRatio { get; init; }

    /// <summary>Error of the impact x [mm], [events].</summary>
    public required double[] ErrorX { get; init; }

    /// <summary>Error of the impact y [mm], [events].</summary>
    public required double[] ErrorY { get; init; }

    /// <summary>Channels at the end of a range; null where they were not counted.</summary>
    public ChannelLosses? Losses { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Unit, double[] Values)> Columns =>
    [
        ("energy", "MeV", Energy), ("energy_ratio", "", EnergyRatio), ("error_x", "mm", ErrorX), ("error_y", "mm", ErrorY),
    ];

    /// <summary>Copies what is needed out of tensors.</summary>
    public static TestedShowers From(Estimates estimates, SimulatedBatch batch, IEnumerable<ShowerMetric> metrics) => new()
    {
        Entries = [.. metrics.Select(m => Values(m.SquaredDeviations(estimates, batch.Sample, batch.Azimuth)))],
        Energy = Values(batch.Sample.Energy),
        EnergyRatio = Values(estimates.Energy / batch.Sample.Energy),
        ErrorX = Values(estimates.X - batch.Sample.X),
        ErrorY = Values(estimates.Y - batch.Sample.Y),
        Losses = batch.Losses,
    };

    /// <summary>Batches one after the other.</summary>
    public static TestedShowers Join(IReadOnlyList<TestedShowers> parts) => new()
    {
        Entries = [.. Enumerable.Range(0, parts[0].Entries.Length)
            .Select(t => parts.SelectMany(p => p.Entries[t]).ToArray())],
        Energy = [.. parts.SelectMany(p => p.Energy)],
        EnergyRatio = [.. parts.SelectMany(p => p.EnergyRatio)],
        ErrorX = [.. parts.SelectMany(p => p.ErrorX)],
        ErrorY = [.. parts.SelectMany(p => p.ErrorY)],
        Losses = parts.All(p => p.Losses is not null) ? ChannelLosses.Join(parts.Select(p => p.Losses!)) : null, // asked
    };

    private static double[] Values(Tensor t) => t.detach().contiguous().data<double>().ToArray();
}
