using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Physics.Tests;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;
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
    public static TestTracker Draw(System.Random rng, TrackerShape shape, bool field, int layers)
    {
        double[] position = [.. Enumerable.Range(0, layers).Select(_ => rng.LogUniform(30, 900)).Order()];
        (position[3], position[^1]) = (position[2], position[^2]);
        double[] x0 = [.. position.Select(_ => rng.Next(4) == 0 ? 0 : rng.LogUniform(1e-3, 0.03))];
        return Ideal(position, 0.02) with
        {
            Shape = shape,
            HasField = field,
            Field = field ? (1 + (2 * rng.NextDouble())) * Units.Tesla : 0,
            SigmaU = [.. position.Select(_ => rng.LogUniform(0.005, 0.1))],
            SigmaV = [.. position.Select(_ => rng.LogUniform(0.005, 0.5))],
            RadiationLengths = x0,
            Thickness = [.. x0.Select(x => rng.Next(3) == 0 ? 0 : x * rng.LogUniform(50, 500))],
            Loss = [.. x0.Select(x => 40 * x * rng.NextDouble())],
            MeasuresU = [.. Enumerable.Range(0, layers).Select(i => i < 7 || rng.Next(3) > 0)],
            MeasuresV = [.. Enumerable.Range(0, layers).Select(i => i < 7 || rng.Next(3) > 0)],
        };
    }

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
    public TrackBatch Tracks(System.Random rng, int count, double low = 600, double high = 20_000) => new()
    {
        Shape = Shape,
        Streams = new EventStreams((ulong)rng.Next()),
        First = rng.Next(1000),
        Mass = Particle.PionPlus.Mass,
        Charge = Draws(count, () => rng.Next(2) == 0 ? 1 : -1),
        TransverseMomentum = Draws(count, () => rng.LogUniform(low, high)),
        Dip = Draws(count, () => (Shape == TrackerShape.Barrel ? 3 : 1) * (rng.NextDouble() - 0.5)),
        Azimuth = Draws(count, () => (Shape == TrackerShape.Barrel ? 6.28 : 0.8) * (rng.NextDouble() - 0.5)),
        VertexX = Draws(count, () => rng.NextDouble() - 0.5),
        VertexY = Draws(count, () => rng.NextDouble() - 0.5),
        VertexZ = Draws(count, () => 20 * (rng.NextDouble() - 0.5)),
    };

    private static double[] Draws(int count, Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];

    private static double[] Same(double[] like, double value) => [.. like.Select(_ => value)];

    private static Tensor Tensor(double[] values) => tensor(values, dtype: ScalarType.Float64);
}
