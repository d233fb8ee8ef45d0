using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;
using TorchSharp;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>
/// A sampling calorimeter at one design; tensors are float64 scalars that carry the gradient of the design.
/// </summary>
public sealed record CalorimeterDetector
{
    /// <summary>The geometry it was built from.</summary>
    public required SamplingCalorimeterGeometry Geometry { get; init; }

    /// <summary>The design it was built at.</summary>
    public required Design Design { get; init; }

    /// <summary>Sections in the order of the beam.</summary>
    public required IReadOnlyList<CalorimeterSection> Sections { get; init; }

    /// <summary>Side of a square cell [mm].</summary>
    public required torch.Tensor CellSize { get; init; }

    /// <summary>Cells per side around the impact point, odd.</summary>
    public required int CellCount { get; init; }

    /// <summary>Front area [mm2].</summary>
    public required torch.Tensor Area { get; init; }

    /// <summary>Length along the beam [mm].</summary>
    public required torch.Tensor Depth { get; init; }

    /// <summary>Length along the beam in radiation lengths.</summary>
    public required torch.Tensor RadiationLengths { get; init; }

    /// <summary>Sensors and electronics.</summary>
    public required CalorimeterReadout Readout { get; init; }

    /// <summary>Channels over the front area: area / cell size^2 times channels per tower; not rounded.</summary>
    public required torch.Tensor Channels { get; init; }

    /// <summary>Power over the front area [MeV/ns].</summary>
    public required torch.Tensor Power { get; init; }

    /// <summary>Total cost [the currency of the geometry].</summary>
    public required torch.Tensor Cost { get; init; }

    /// <summary>Parts of the cost by name; they add up to <see cref="Cost"/>.</summary>
    public required IReadOnlyDictionary<string, torch.Tensor> CostBreakdown { get; init; }

    /// <summary>Values of the parameters and derived quantities at the design.</summary>
    public required DesignQuantities Quantities { get; init; }

    /// <summary>
    /// A parameter, a derived quantity, or one of <see cref="DetectorQuantities.Names"/> [internal units].
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such quantity.</exception>
    public torch.Tensor Quantity(string name) => name switch
    {
        "depth" => Depth,
        "radiation_lengths" => RadiationLengths,
        "cost" => Cost,
        "channels" => Channels,
        "power" => Power,
        _ => Quantities[name],
    };
}
