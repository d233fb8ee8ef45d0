using static TorchSharp.torch;

namespace CoDesign.Simulation;

/// <summary>Visible energy of a batch of events, with the truth that reconstruction is held to. Tensors are float64 and
/// carry the gradient of the design.</summary>
public sealed record Deposits
{
    /// <summary>Energy in active material, [events, sections, cells] [MeV]; cell (i, j) at i + count j.</summary>
    public required Tensor Visible { get; init; }

    /// <summary>Energy of the primary, [events] [MeV].</summary>
    public required Tensor Energy { get; init; }

    /// <summary>Impact on the front face, x from the centre of the central cell, [events] [mm].</summary>
    public required Tensor ImpactX { get; init; }

    /// <summary>Impact on the front face, y, [events] [mm].</summary>
    public required Tensor ImpactY { get; init; }

    /// <summary>Fraction of the primary's energy deposited in each section, any material and inside or outside the
    /// cells, [events, sections].</summary>
    public required Tensor SectionFraction { get; init; }

    /// <summary>Mean depth of the energy of a section behind the front face, [events, sections] [mm].</summary>
    public required Tensor SectionDepth { get; init; }

    /// <summary>Visible fraction of a shower's energy, mean over the stack's radiation lengths, scalar.</summary>
    public required Tensor VisibleFraction { get; init; }
}
