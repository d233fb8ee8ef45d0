using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;
using CsCheck;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>A tracker as numbers.</summary>
internal sealed record TestTracker
{
    public TrackerShape Shape { get; init; } = TrackerShape.Planes;

    public double Field { get; init; }

    public bool HasField { get; init; } = true;

    public required double[] Position { get; init; }

    public required double[] SigmaU { get; init; }

    public required double[] SigmaV { get; init; }

    public required double[] Efficiency { get; init; }

    public required double[] RadiationLengths { get; init; }

    public required double[] Thickness { get; init; }

    public required double[] Loss { get; init; }

    public required double[] HalfU { get; init; }

    public required double[] HalfV { get; init; }

    public required bool[] MeasuresU { get; init; }

    public required bool[] MeasuresV { get; init; }

    public int Count => Position.Length;

    /// <summary>Perfectly efficient layers without material or edges that all measure the same.</summary>
    public static TestTracker Ideal(double[] position, double sigma) => new()
    {
        Position = position,
        SigmaU = Same(position, sigma),
        SigmaV = Same(position, sigma),
        Efficiency = Same(position, 1),
        RadiationLengths = Same(position, 0),
        Thickness = Same(position, 0),
        Loss = Same(position, 0),
        HalfU = Same(position, double.PositiveInfinity),
        HalfV = Same(position, double.PositiveInfinity),
        MeasuresU = [.. position.Select(_ => true)],
        MeasuresV = [.. position.Select(_ => true)],
    };

    /// <summary>A layout at random: some layers in one place, some of one coordinate, some dead, some without
    /// material.</summary>
    public static Gen<TestTracker> Any(TrackerShape shape, bool field, int layers) =>
        from position in LogUniform(30, 900).Array[layers].Select(TwoPairs)
        from material in Gen.Select(
            Gen.Frequency((1, Gen.Const(0.0)), (3, LogUniform(1e-3, 0.03))),
            Gen.Frequency((1, Gen.Const(0.0)), (2, LogUniform(50, 500))), Uniform(0, 40),
            (x0, thickness, loss) => (X0: x0, Thickness: x0 * thickness, Loss: x0 * loss)).Array[layers]
        from strength in Uniform(1, 3)
        from sigmaU in LogUniform(0.005, 0.1).Array[layers]
        from sigmaV in LogUniform(0.005, 0.5).Array[layers]
        from measuresU in SevenAndSome(layers)
        from measuresV in SevenAndSome(layers)
        select Ideal(position, 0.02) with
        {
            Shape = shape,
            HasField = field,
            Field = field ? strength * Units.Tesla : 0,
            SigmaU = sigmaU,
            SigmaV = sigmaV,
            RadiationLengths = [.. material.Select(m => m.X0)],
            Thickness = [.. material.Select(m => m.Thickness)],
            Loss = [.. material.Select(m => m.Loss)],
            MeasuresU = measuresU,
            MeasuresV = measuresV,
        };

    /// <summary>As a layout of constants.</summary>
    public TrackerLayout Layout() => Layout(
        Tensor(Position), Tensor(SigmaU), Tensor(SigmaV), Tensor(RadiationLengths), Tensor(Thickness), Tensor(Loss),
        tensor(Field, dtype: ScalarType.Float64), Tensor(Efficiency));

    /// <summary>With tensors of its own.</summary>
    public TrackerLayout Layout(
        Tensor position, Tensor sigmaU, Tensor sigmaV, Tensor x0, Tensor thickness, Tensor loss, Tensor field,
        Tensor efficiency) => new()
        {
            Shape = Shape,
            Field = field,
            HasField = HasField,
            BeamSpot = default,
            Position = position,
            ResolutionU = sigmaU,
            ResolutionV = sigmaV,
            MeasuresU = MeasuresU,
            MeasuresV = MeasuresV,
            Efficiency = efficiency,
            RadiationLengths = x0,
            Thickness = thickness,
            IonisationLoss = loss,
            HalfExtentU = Tensor(HalfU),
            HalfExtentV = Tensor(HalfV),
            Readout = [.. Position.Select(_ => (TrackerReadout?)null)],
            Names = [.. Position.Select((_, i) => $"layer {i}")],
        };

    /// <summary>Tracks of one momentum along one direction.</summary>
    public TrackBatch Straight(double pt, int count = 1, double dip = 0) => new()
    {
        Shape = Shape,
        Streams = new EventStreams(1),
        First = 0,
        Mass = Particle.PionPlus.Mass,
        Charge = [.. Enumerable.Repeat(1.0, count)],
        TransverseMomentum = [.. Enumerable.Repeat(pt, count)],
        Dip = [.. Enumerable.Repeat(dip, count)],
        Azimuth = new double[count],
        VertexX = new double[count],
        VertexY = new double[count],
        VertexZ = new double[count],
    };

    /// <summary>Tracks at random from near the origin.</summary>
    public Gen<TrackBatch> Tracks(int count, double low = 600, double high = 20_000)
    {
        (double dip, double azimuth) = Shape == TrackerShape.Barrel ? (1.5, 3.14) : (0.5, 0.4);
        return Gen.Select(
            Gen.ULong, Gen.Int[0, 999], Gen.OneOf(1.0, -1).Array[count], LogUniform(low, high).Array[count],
            Uniform(-dip, dip).Array[count], Uniform(-azimuth, azimuth).Array[count],
            Uniform(-0.5, 0.5).Array[2 * count], Uniform(-10, 10).Array[count],
            (seed, first, charge, momentum, dips, azimuths, across, along) => new TrackBatch
            {
                Shape = Shape,
                Streams = new EventStreams(seed),
                First = first,
                Mass = Particle.PionPlus.Mass,
                Charge = charge,
                TransverseMomentum = momentum,
                Dip = dips,
                Azimuth = azimuths,
                VertexX = across[..count],
                VertexY = across[count..],
                VertexZ = along,
            });
    }

    /// <summary>In order, the fourth in the place of the third and the last in that of the one before.</summary>
    private static double[] TwoPairs(double[] positions)
    {
        double[] ordered = [.. positions.Order()];
        (ordered[3], ordered[^1]) = (ordered[2], ordered[^2]);
        return ordered;
    }

    /// <summary>The first seven layers measure, of the others two in three.</summary>
    private static Gen<bool[]> SevenAndSome(int layers) =>
        Gen.Frequency((1, false), (2, true)).Array[layers]
            .Select(drawn => drawn.Select((measures, i) => i < 7 || measures).ToArray());

    private static double[] Same(double[] like, double value) => [.. like.Select(_ => value)];

    private static Tensor Tensor(double[] values) => tensor(values, dtype: ScalarType.Float64);
}
