using CoDesign.Detectors.Expressions;

namespace CoDesign.Detectors.Trackers;

/// <summary>Like layers of a tracker, as a file describes them; expressions may refer to index, count and the bare
/// names of arrays.</summary>
public sealed record LayerGroup
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Number of layers; rounded to a whole number when built.</summary>
    public required Expression Count { get; init; }

    /// <summary>Position along z, or radius [mm].</summary>
    public required Expression Position { get; init; }

    /// <summary>Half width of planes [mm]; null if there is no edge.</summary>
    public Expression? HalfWidth { get; init; }

    /// <summary>Half height of planes, half length of a barrel's layers [mm]; null if there is no edge.</summary>
    public Expression? HalfLength { get; init; }

    /// <summary>Whether it measures u.</summary>
    public required bool MeasuresU { get; init; }

    /// <summary>Whether it measures v.</summary>
    public required bool MeasuresV { get; init; }

    /// <summary>Pitch in u, or the whole extent of strips along it [mm]; null if there are no channels.</summary>
    public Expression? PitchU { get; init; }

    /// <summary>Pitch in v, or the whole extent of strips along it [mm]; null if there are no channels.</summary>
    public Expression? PitchV { get; init; }

    /// <summary>Resolution in u where it is given [mm]; null if it follows from the pitch.</summary>
    public Expression? ResolutionU { get; init; }

    /// <summary>Resolution in v where it is given [mm]; null if it follows from the pitch.</summary>
    public Expression? ResolutionV { get; init; }

    /// <summary>The sensor; null if its material is not given.</summary>
    public LayerMaterial? Sensor { get; init; }

    /// <summary>Further material.</summary>
    public required IReadOnlyList<LayerMaterial> Supports { get; init; }

    /// <summary>Probability of a hit apart from the threshold.</summary>
    public required Expression Efficiency { get; init; }

    /// <summary>Area of sensors over that of the layer.</summary>
    public required Expression AreaFactor { get; init; }

    /// <summary>Whether it measures anything.</summary>
    public bool Measures => MeasuresU || MeasuresV;

    /// <summary>Whether a resolution follows from the pitch, which needs the electronics.</summary>
    public bool NeedsReadout => (MeasuresU && ResolutionU is null) || (MeasuresV && ResolutionV is null);
}
