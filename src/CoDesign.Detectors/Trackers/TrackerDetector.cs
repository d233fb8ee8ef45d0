using CoDesign.Detectors.Geometries;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Trackers;

/// <summary>A tracker at one design; tensors are float64 scalars that carry the gradient of the design.</summary>
public sealed record TrackerDetector : Detector
{
    /// <summary>The geometry it was built from.</summary>
    public required TrackerGeometry Geometry { get; init; }

    /// <summary>Its layers, ordered along the track.</summary>
    public required TrackerLayout Layout { get; init; }

    /// <summary>Number of layers that measure.</summary>
    public required Tensor Planes { get; init; }

    /// <summary>Sensitive area [mm2].</summary>
    public required Tensor Area { get; init; }

    /// <summary>Material at normal incidence, all layers.</summary>
    public required Tensor RadiationLengths { get; init; }

    /// <summary>Position of the first layer that measures [mm].</summary>
    public required Tensor InnerPosition { get; init; }

    /// <summary>Position of the last layer that measures [mm].</summary>
    public required Tensor OuterPosition { get; init; }

    /// <summary>Smallest distance between neighbouring layers that measure [mm]; infinite for one.</summary>
    public required Tensor MinimumGap { get; init; }

    /// <summary>Its groups of layers, in the order of the file.</summary>
    internal IReadOnlyList<BuiltGroup> Groups { get; init; } = [];

    /// <inheritdoc/>
    public override Tensor Quantity(string name) => name switch
    {
        "layers" => Planes,
        "area" => Area,
        "radiation_lengths" => RadiationLengths,
        "inner_position" => InnerPosition,
        "outer_position" => OuterPosition,
        "minimum_gap" => MinimumGap,
        "cost" => Cost,
        "channels" => Channels,
        "power" => Power,
        _ => Quantities[name],
    };
}
