using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Tracks;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>A tracker of equal layers in plain numbers; the properties are changed by <c>with</c>.</summary>
internal sealed record PlainTracker(TrackerShape Shape, double[] Positions)
{
    public double FieldTesla { get; init; } = 2;

    public double ResolutionU { get; init; } = 0.01;

    public double ResolutionV { get; init; } = 0.02;

    public double RadiationLengths { get; init; }

    public double Thickness { get; init; }

    public double IonisationLoss { get; init; }

    public double Efficiency { get; init; } = 1;

    public double HalfExtentU { get; init; } = double.PositiveInfinity;

    public double HalfExtentV { get; init; } = double.PositiveInfinity;

    /// <summary>How many layers measure u, from the first on.</summary>
    public int LayersU { get; init; } = int.MaxValue;

    /// <summary>How many layers measure v, from the first on.</summary>
    public int LayersV { get; init; } = int.MaxValue;

    public TrackerReadout? Readout { get; init; }

    public BeamSpot Spot { get; init; } = new(0.1, 0.1, 20);

    /// <summary>Ten layers from 30 mm to 1 m.</summary>
    public static PlainTracker Barrel => new(
        TrackerShape.Barrel, [30, 60, 100, 150, 250, 380, 520, 680, 840, 1000]);

    /// <summary>Ten planes from 100 mm to 1 m.</summary>
    public static PlainTracker Planes => new(
        TrackerShape.Planes, [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])
    {
        Spot = new(0.1, 0.1, 0.1),
    };

    /// <summary>With one per cent of a radiation length and of the loss in silicon a layer.</summary>
    public PlainTracker WithMaterial() => this with { RadiationLengths = 0.01, Thickness = 1, IonisationLoss = 0.36 };

    public TrackerLayout Layout()
    {
        int n = Positions.Length;
        Tensor Equal(double value) => full([n], value, ScalarType.Float64);
        return new TrackerLayout
        {
            Shape = Shape,
            Field = tensor(FieldTesla * Units.Tesla, ScalarType.Float64),
            HasField = FieldTesla != 0,
            BeamSpot = Spot,
            Position = tensor(Positions, ScalarType.Float64),
            ResolutionU = Equal(ResolutionU),
            ResolutionV = Equal(ResolutionV),
            MeasuresU = [.. Enumerable.Range(0, n).Select(i => i < LayersU)],
            MeasuresV = [.. Enumerable.Range(0, n).Select(i => i < LayersV)],
            Efficiency = Equal(Efficiency),
            RadiationLengths = Equal(RadiationLengths),
            Thickness = Equal(Thickness),
            IonisationLoss = Equal(IonisationLoss),
            HalfExtentU = Equal(HalfExtentU),
            HalfExtentV = Equal(HalfExtentV),
            Readout = [.. Enumerable.Repeat(Readout, n)],
            Names = [.. Enumerable.Range(0, n).Select(i => $"layer {i}")],
        };
    }

    public TrackerSurfaces Surfaces()
    {
        using var scope = NewDisposeScope();
        return new TrackerSurfaces(Layout());
    }

    /// <summary>Muons of both charges; in a barrel at 50 to 130 degrees, else at 0.02 to 0.3 rad.</summary>
    public TrackSource Source(params double[] momenta) => new()
    {
        Shape = Shape,
        BeamSpot = Spot,
        Particles = [Particle.MuonMinus, Particle.MuonPlus],
        Momentum = EnergySpectrum.List(momenta),
        Polar = Shape == TrackerShape.Barrel
            ? PolarSpectrum.AngleBetween(50 * Units.Degree, 130 * Units.Degree) : PolarSpectrum.AngleBetween(0.02, 0.3),
    };

    /// <summary>A readout in plain numbers.</summary>
    public static TrackerReadout Electronics(
        double pitchU, double pitchV, double chargeWidth = 0, double noise = 0, double threshold = 1000,
        bool measuresCharge = false, double noiseOccupancy = 0) => new()
        {
            PitchU = Scalar(pitchU),
            PitchV = Scalar(pitchV),
            Signal = Scalar(20_000),
            Noise = Scalar(noise),
            Threshold = Scalar(threshold),
            ChargeWidth = Scalar(chargeWidth),
            MeasuresCharge = measuresCharge,
            ChargeStep = Scalar(100),
            TimeResolution = Scalar(1),
            NoiseOccupancy = Scalar(noiseOccupancy),
        };

    private static Tensor Scalar(double value) => tensor(value, ScalarType.Float64);
}
