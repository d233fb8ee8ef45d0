namespace CoDesign.Studies.Results;

/// <summary>A layer of the drawing.</summary>
public sealed record TrackerLayerSummary
{
    /// <summary>Name of its group.</summary>
    public required string Name { get; init; }

    /// <summary>z of a plane, radius of a barrel's layer [mm].</summary>
    public required double PositionMm { get; init; }

    /// <summary>Half width in x of a plane [mm]; null where there is no edge.</summary>
    public double? HalfWidthMm { get; init; }

    /// <summary>Half height in y of a plane, half length in z of a barrel's layer [mm]; null where there is no
    /// edge.</summary>
    public double? HalfLengthMm { get; init; }

    /// <summary>Material at normal incidence, x/X0.</summary>
    public required double RadiationLengths { get; init; }

    /// <summary>Resolution in the bending plane [mm]; null where it is not measured.</summary>
    public double? ResolutionUMm { get; init; }

    /// <summary>Resolution along the field axis [mm]; null where it is not measured.</summary>
    public double? ResolutionVMm { get; init; }
}
