using CoDesign.Detectors.Geometries;
using TorchSharp;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>
/// A sampling calorimeter at one design; tensors are float64 scalars that carry the gradient of the design.
/// </summary>
public sealed record CalorimeterDetector : Detector
{
    /// <summary>The geometry it was built from.</summary>
    public required SamplingCalorimeterGeometry Geometry { get; init; }

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

    /// <inheritdoc/>
    public override torch.Tensor Quantity(string name) => name switch
    {
        "depth" => Depth,
        "radiation_lengths" => RadiationLengths,
        "cost" => Cost,
        "channels" => Channels,
        "power" => Power,
        _ => Quantities[name],
    };
}
