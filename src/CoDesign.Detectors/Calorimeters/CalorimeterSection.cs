namespace CoDesign.Detectors.Calorimeters;

/// <summary>A section of like layers: absorber, active material, further material, in the order of the beam.</summary>
public sealed record CalorimeterSection
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Number of layers, at least one.</summary>
    public required int Layers { get; init; }

    /// <summary>Absorber of each layer; null in a homogeneous block.</summary>
    public CalorimeterLayer? Absorber { get; init; }

    /// <summary>Active material of each layer.</summary>
    public required CalorimeterLayer Active { get; init; }

    /// <summary>Further material of each layer; null if there is none.</summary>
    public CalorimeterLayer? Passive { get; init; }

    /// <summary>The slabs of one layer in the order of the beam: one to three.</summary>
    public IReadOnlyList<CalorimeterLayer> Slabs =>
        [.. new[] { Absorber, Active, Passive }.OfType<CalorimeterLayer>()];
}
