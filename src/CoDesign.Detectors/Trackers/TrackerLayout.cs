using static TorchSharp.torch;

namespace CoDesign.Detectors.Trackers;

/// <summary>The layers of a tracker at one design, in the order in which tracks cross them: all that a simulation of
/// tracks needs. Tensors are float64, [layers] unless they say otherwise, and carry the gradient of the design.</summary>
/// <remarks>
/// Each layer measures up to two coordinates: u in the bending plane (x of planes, r-phi of a barrel) and v along the
/// field axis (y of planes, z of a barrel). Without a field the axes are the same. A layer that measures nothing is dead
/// material, such as a beam pipe.
/// </remarks>
public sealed record TrackerLayout
{
    /// <summary>Planes or barrel.</summary>
    public required TrackerShape Shape { get; init; }

    /// <summary>Magnetic field [Units.Tesla], scalar; zero if there is none.</summary>
    public required Tensor Field { get; init; }

    /// <summary>Whether the concept has a field. Without one the momentum of a track is not measured.</summary>
    public required bool HasField { get; init; }

    /// <summary>Where tracks begin.</summary>
    public required BeamSpot BeamSpot { get; init; }

    /// <summary>Position of each layer, ascending: z of planes, radius of a barrel's layers [mm].</summary>
    public required Tensor Position { get; init; }

    /// <summary>Resolution in u, standard deviation [mm], positive; without meaning where u is not measured.</summary>
    public required Tensor ResolutionU { get; init; }

    /// <summary>Resolution in v, standard deviation [mm], positive; without meaning where v is not measured.</summary>
    public required Tensor ResolutionV { get; init; }

    /// <summary>Hits of u that two strips share; null if all hits are of one kind.</summary>
    public SharedHits? SharedU { get; init; }

    /// <summary>Hits of v that two strips share; null if all hits are of one kind.</summary>
    public SharedHits? SharedV { get; init; }

    /// <summary>Which layers measure u.</summary>
    public required IReadOnlyList<bool> MeasuresU { get; init; }

    /// <summary>Which layers measure v.</summary>
    public required IReadOnlyList<bool> MeasuresV { get; init; }

    /// <summary>Probability that a particle that crosses the layer leaves a hit, in [0, 1].</summary>
    public required Tensor Efficiency { get; init; }

    /// <summary>Its part that the sensor has without what the threshold loses, in [0, 1]: for who applies the threshold
    /// to the charge of each strip. The whole unless it is given.</summary>
    public Tensor SensorEfficiency { get => field ?? Efficiency; init; }

    /// <summary>Material at normal incidence x/X0, zero or more: sensor, support, services, cooling.</summary>
    public required Tensor RadiationLengths { get; init; }

    /// <summary>Thickness of that material at normal incidence [mm], zero or more.</summary>
    public required Tensor Thickness { get; init; }

    /// <summary>Mean energy loss of a minimum-ionising particle in it at normal incidence [MeV], zero or
    /// more.</summary>
    public required Tensor IonisationLoss { get; init; }

    /// <summary>Half extent in u: half width in x of planes [mm]; infinite where there is no edge, as in a
    /// barrel.</summary>
    public required Tensor HalfExtentU { get; init; }

    /// <summary>Half extent in v: half height in y of planes, half length in z of a barrel's layer [mm]; infinite where
    /// there is no edge.</summary>
    public required Tensor HalfExtentV { get; init; }

    /// <summary>Electronics and segmentation of each layer, in the same order; null for a layer that measures nothing
    /// or whose resolution is given.</summary>
    public required IReadOnlyList<TrackerReadout?> Readout { get; init; }

    /// <summary>Name of each layer.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>How many layers there are.</summary>
    public int Count => Names.Count;
}
