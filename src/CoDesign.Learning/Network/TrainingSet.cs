using CoDesign.Learning.Reconstruction;
using CoDesign.Physics;
using static TorchSharp.torch;

namespace CoDesign.Learning.Network;

/// <summary>Events the network trains on, float32: inputs, and what the linear reconstruction left to
/// correct.</summary>
internal sealed record TrainingSet
{
    /// <summary>Inputs.</summary>
    public required ClusterInputs Inputs { get; init; }

    /// <summary>Linear energy over true energy, [events].</summary>
    public required Tensor Ratio { get; init; }

    /// <summary>Linear minus true impact (x, y) in cells, [events, 2].</summary>
    public required Tensor Miss { get; init; }

    /// <summary>Weight E/GeV, [events].</summary>
    public required Tensor Weight { get; init; }

    /// <summary>How many events.</summary>
    public int Count => (int)Ratio.shape[0];

    /// <summary>A training set of a sample at one design; the linear reconstruction is fitted to the same
    /// sample.</summary>
    /// <param name="sample">Signals and truth.</param>
    /// <param name="design">The design in the unit cube, [parameters].</param>
    /// <param name="device">Where the set is.</param>
    public static TrainingSet From(Sample sample, Tensor design, Device device)
    {
        Estimates linear = new LinearReconstruction().Fit(sample, design).Estimate(sample, design);
        return new TrainingSet
        {
            Inputs = ClusterInputs.From(sample, linear, design).Map(Narrow),
            Ratio = Narrow(linear.Energy / sample.Energy),
            Miss = Narrow(stack([linear.X - sample.X, linear.Y - sample.Y], 1) / sample.CellSize),
            Weight = Narrow(sample.Energy / Units.GeV),
        };

        // The one place where physics in float64 on the processor becomes the float32 of the training, where that is.
        Tensor Narrow(Tensor t) => t.detach().to(ScalarType.Float32, device);
    }

    /// <summary>Sets one after the other.</summary>
    public static TrainingSet Join(IReadOnlyList<TrainingSet> parts) => new()
    {
        Inputs = ClusterInputs.Join([.. parts.Select(p => p.Inputs)]),
        Ratio = cat([.. parts.Select(p => p.Ratio)]),
        Miss = cat([.. parts.Select(p => p.Miss)]),
        Weight = cat([.. parts.Select(p => p.Weight)]),
    };

    /// <summary>Chosen events.</summary>
    /// <param name="index">Their numbers, [chosen] int64.</param>
    public TrainingSet Choose(Tensor index) => new()
    {
        Inputs = Inputs.Map(t => t.index_select(0, index)),
        Ratio = Ratio.index_select(0, index),
        Miss = Miss.index_select(0, index),
        Weight = Weight.index_select(0, index),
    };

    /// <summary>The same events in one of the eight orientations of the square of cells: nature has no preferred one,
    /// so each event teaches eight.</summary>
    /// <param name="orientation">0 to 7; 0 leaves all as it is.</param>
    public TrainingSet Turned(int orientation)
    {
        (Tensor cells, Tensor impact, Tensor miss) = (Inputs.Cells, Inputs.Impact, Miss);
        if ((orientation & 1) != 0)
        {
            (cells, impact, miss) = (cells.flip(3), Mirrored(impact, 0), Mirrored(miss, 0));
        }

        if ((orientation & 2) != 0)
        {
            (cells, impact, miss) = (cells.flip(2), Mirrored(impact, 1), Mirrored(miss, 1));
        }

        if ((orientation & 4) != 0)
        {
            (cells, impact, miss) = (cells.transpose(2, 3), impact.flip(1), miss.flip(1));
        }

        return this with { Inputs = Inputs with { Cells = cells, Impact = impact }, Miss = miss };
    }

    private static Tensor Mirrored(Tensor xy, int axis) =>
        xy * tensor(axis == 0 ? new[] { -1f, 1f } : [1f, -1f], device: xy.device);
}
