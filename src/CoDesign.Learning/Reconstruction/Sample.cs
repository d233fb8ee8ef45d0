using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation;
using CoDesign.Simulation.Readout;
using static TorchSharp.torch;

namespace CoDesign.Learning.Reconstruction;

/// <summary>Signals of a batch of events with the truth and the cell geometry: what reconstruction learns
/// from.</summary>
public sealed record Sample
{
    /// <summary>Amplitudes, [events, depths, cells] [MeV].</summary>
    public required Tensor Amplitude { get; init; }

    /// <summary>Side of a cell [mm], scalar.</summary>
    public required Tensor CellSize { get; init; }

    /// <summary>Cells per side.</summary>
    public required int CellCount { get; init; }

    /// <summary>True energy, [events] [MeV].</summary>
    public required Tensor Energy { get; init; }

    /// <summary>True impact x, [events] [mm].</summary>
    public required Tensor X { get; init; }

    /// <summary>True impact y, [events] [mm].</summary>
    public required Tensor Y { get; init; }

    /// <summary>Seed of the events' streams, for reconstructions that draw random numbers of their own.</summary>
    public ulong Seed { get; init; }

    /// <summary>How many events.</summary>
    public long Count => Energy.shape[0];

    /// <summary>A sample from the stages before.</summary>
    public static Sample From(CalorimeterDetector detector, Deposits deposits, Signals signals) => new()
    {
        Amplitude = signals.Amplitude,
        CellSize = detector.CellSize,
        CellCount = detector.CellCount,
        Energy = deposits.Energy,
        X = deposits.ImpactX,
        Y = deposits.ImpactY,
    };

    /// <summary>Events [first, first + count).</summary>
    public Sample Slice(long first, long count) => this with
    {
        Amplitude = Amplitude.narrow(0, first, count),
        Energy = Energy.narrow(0, first, count),
        X = X.narrow(0, first, count),
        Y = Y.narrow(0, first, count),
    };

    /// <summary>Chosen events.</summary>
    /// <param name="index">Their numbers, [chosen] int64.</param>
    public Sample Choose(Tensor index) => this with
    {
        Amplitude = Amplitude.index_select(0, index),
        Energy = Energy.index_select(0, index),
        X = X.index_select(0, index),
        Y = Y.index_select(0, index),
    };

    /// <summary>Samples of the same cells, one after the other.</summary>
    /// <param name="parts">At least one.</param>
    public static Sample Join(IReadOnlyList<Sample> parts) => parts[0] with
    {
        Amplitude = cat([.. parts.Select(p => p.Amplitude)]),
        Energy = cat([.. parts.Select(p => p.Energy)]),
        X = cat([.. parts.Select(p => p.X)]),
        Y = cat([.. parts.Select(p => p.Y)]),
    };

    /// <summary>Hands its tensors to the scope around the current one.</summary>
    public Sample MoveToOuterDisposeScope()
    {
        foreach (Tensor t in new[] { Amplitude, CellSize, Energy, X, Y })
        {
            t.MoveToOuterDisposeScope();
        }

        return this;
    }
}
