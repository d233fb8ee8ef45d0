using static TorchSharp.torch;

namespace CoDesign.Detectors.Trackers;

/// <summary>A group of layers at a design; tensors [layers of the group] float64 that carry the gradient.</summary>
internal sealed record BuiltGroup
{
    public required LayerGroup Group { get; init; }

    public required int Count { get; init; }

    public required Tensor Position { get; init; }

    public required Tensor ResolutionU { get; init; }

    public required Tensor ResolutionV { get; init; }

    /// <summary>Shared hits of u; zero where the resolution is given.</summary>
    public required SharedHits SharedU { get; init; }

    /// <summary>Shared hits of v; zero where the resolution is given.</summary>
    public required SharedHits SharedV { get; init; }

    public required Tensor Efficiency { get; init; }

    public required Tensor SensorEfficiency { get; init; }

    public required Tensor RadiationLengths { get; init; }

    public required Tensor Thickness { get; init; }

    public required Tensor IonisationLoss { get; init; }

    public required Tensor HalfExtentU { get; init; }

    public required Tensor HalfExtentV { get; init; }

    /// <summary>Area of sensors [mm2]; zero where the layer has no edge or measures nothing.</summary>
    public required Tensor Area { get; init; }

    public required Tensor Channels { get; init; }

    /// <summary>Power of each layer [MeV/ns].</summary>
    public required Tensor Power { get; init; }

    /// <summary>Cost of each layer by kind of part: sensors, channels, layers.</summary>
    public required IReadOnlyDictionary<string, Tensor> Costs { get; init; }

    /// <summary>Electronics, tensors [layers of the group]; null if the group has or needs none.</summary>
    public TrackerReadout? Readout { get; init; }

    /// <summary>The larger of the two pitches over the extent along them; null if the group has no pitch.</summary>
    public Tensor? PitchOverExtent { get; init; }

    /// <summary>Thickness of the sensors [mm]; null if the group has none.</summary>
    public Tensor? SensorThickness { get; init; }

    /// <summary>Name of a layer.</summary>
    /// <param name="index">Its number in the group, from 0.</param>
    public string NameOf(int index) => Count == 1 ? Group.Name : $"{Group.Name} {index + 1}";
}
