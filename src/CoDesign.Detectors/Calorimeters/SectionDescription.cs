using CoDesign.Detectors.Expressions;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>A section of like layers, as a file describes it.</summary>
public sealed record SectionDescription
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Number of layers; rounded to a whole number when built.</summary>
    public required Expression Layers { get; init; }

    /// <summary>Absorber of each layer, upstream; null in a homogeneous block.</summary>
    public LayerDescription? Absorber { get; init; }

    /// <summary>Active material of each layer.</summary>
    public required LayerDescription Active { get; init; }

    /// <summary>Further material of each layer, downstream; null if there is none.</summary>
    public LayerDescription? Passive { get; init; }
}
