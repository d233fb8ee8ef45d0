using CoDesign.Learning.Reconstruction;
using static TorchSharp.torch;

namespace CoDesign.Learning.Network;

/// <summary>What the network sees of a batch: cells, sums, the linear estimates and the design.</summary>
internal sealed record ClusterInputs
{
    // Fractions of the sum are taken on a scale that is linear below this and logarithmic above: a shower's tail falls
    // exponentially, so it is the logarithm of a neighbour's share that is linear in the impact.
    private const double FractionScale = 0.02;

    // Floor of sums and estimates under the logarithm, relative to the sum and in MeV.
    private const double RelativeFloor = 1e-3;
    private const double EnergyFloor = 1;

    /// <summary>Compressed fractions, [events, depths, rows, columns].</summary>
    public required Tensor Cells { get; init; }

    /// <summary>Logarithms of the linear energy and of the share of each depth, [events, 1 + depths].</summary>
    public required Tensor Sums { get; init; }

    /// <summary>Linear impact (x, y) in cells, [events, 2].</summary>
    public required Tensor Impact { get; init; }

    /// <summary>The design in the unit cube, [events, parameters].</summary>
    public required Tensor Design { get; init; }

    /// <summary>From the stages before, with their gradients; float64.</summary>
    /// <param name="sample">Signals.</param>
    /// <param name="linear">Linear estimates of the same events.</param>
    /// <param name="design">The design in the unit cube, [parameters].</param>
    public static ClusterInputs From(Sample sample, Estimates linear, Tensor design)
    {
        long events = sample.Count, depths = sample.Amplitude.shape[1], side = sample.CellCount;
        var features = new ClusterFeatures(sample);
        Tensor fractions = sample.Amplitude / features.Sum.reshape(-1, 1, 1);
        Tensor shares = (features.DepthSum / features.Sum.unsqueeze(1)).clamp_min(RelativeFloor);
        return new ClusterInputs
        {
            Cells = (fractions / FractionScale).asinh().reshape(events, depths, side, side),
            Sums = cat([linear.Energy.clamp_min(EnergyFloor).log().unsqueeze(1), shares.log()], 1),
            Impact = stack([linear.X / sample.CellSize, linear.Y / sample.CellSize], 1),
            Design = design.unsqueeze(0).expand(events, design.shape[0]),
        };
    }

    /// <summary>Number of inputs.</summary>
    /// <param name="depths">Depths read out.</param>
    /// <param name="cells">Cells of a cluster.</param>
    /// <param name="parameters">Parameters of the design.</param>
    public static long Count(long depths, long cells, long parameters) => (depths * (cells + 1)) + 3 + parameters;

    /// <summary>All inputs, [events, inputs]; the design comes last.</summary>
    public Tensor Flat() => cat([Cells.flatten(1), Sums, Impact, Design], 1);

    /// <summary>The same parts through a map.</summary>
    public ClusterInputs Map(Func<Tensor, Tensor> map) =>
        new() { Cells = map(Cells), Sums = map(Sums), Impact = map(Impact), Design = map(Design) };

    /// <summary>Batches one after the other.</summary>
    public static ClusterInputs Join(IReadOnlyList<ClusterInputs> parts) => new()
    {
        Cells = cat([.. parts.Select(p => p.Cells)]),
        Sums = cat([.. parts.Select(p => p.Sums)]),
        Impact = cat([.. parts.Select(p => p.Impact)]),
        Design = cat([.. parts.Select(p => p.Design)]),
    };

    /// <summary>Mean and scale of each input that bring it to order one.</summary>
    public (Tensor Mean, Tensor Scale) Standardisation()
    {
        // A design moves by tenths of the unit cube; its spread in one sample says nothing of that.
        const double DesignScale = 0.2, SmallestScale = 1e-3;
        Tensor flat = Flat();
        long own = flat.shape[1] - Design.shape[1];
        Tensor scale = cat([
            flat.narrow(1, 0, own).std(0, unbiased: false).clamp_min(SmallestScale),
            full_like(Design[0], DesignScale)]);
        return (flat.mean([0]), scale);
    }
}
