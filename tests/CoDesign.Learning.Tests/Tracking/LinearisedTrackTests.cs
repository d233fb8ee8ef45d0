using CoDesign.Detectors.Trackers;
using CoDesign.Learning.Tracking;
using CoDesign.Simulation.Tests.Tracks;
using CoDesign.Simulation.Tracks;
using Xunit;

namespace CoDesign.Learning.Tests.Tracking;

public sealed class LinearisedTrackTests
{
    private static readonly double[] Steps = [1e-3, 1e-6, 1e-9, 1e-3, 1e-6];

    [Theory]
    [InlineData(TrackerShape.Barrel, 0, 1e-6)]
    [InlineData(TrackerShape.Planes, 0, 1e-6)]
    [InlineData(TrackerShape.Barrel, 0.36, 2e-3)]
    [InlineData(TrackerShape.Planes, 0.36, 2e-3)]
    public void Linearise_EveryParameter_MovesCrossingsAsTheHelixDoes(TrackerShape shape, double loss, double tolerance)
    {
        // With loss: how the loss itself depends on momentum and slant is left out of the derivatives.
        PlainTracker tracker = Tracker(shape) with { IonisationLoss = loss };
        var bench = new TrackBench(tracker, 20, 700, 3000);
        for (int t = 0; t < 20; t++)
        {
            bench.Sample(t);
            for (int p = 0; p < Steps.Length; p++)
            {
                TrackPath high = bench.Changed(t, (TrackParameter)p, Steps[p]);
                TrackPath low = bench.Changed(t, (TrackParameter)p, -Steps[p]);
                double[] state = new double[Steps.Length];
                state[p] = 1;
                for (int i = 0; i < bench.Linear.Nominal.Crossed; i++)
                {
                    state = Product(bench.Linear.Outward[i], state);
                    AssertClose(
                        (high.U[i] - low.U[i]) / (2 * Steps[p]), Dot(bench.Linear.RowU[i], state), tolerance, i, p);
                    AssertClose(
                        (high.V[i] - low.V[i]) / (2 * Steps[p]), Dot(bench.Linear.RowV[i], state), tolerance, i, p);
                }
            }
        }
    }

    [Theory]
    [InlineData(TrackerShape.Barrel)]
    [InlineData(TrackerShape.Planes)]
    public void Linearise_Inward_IsTheInverse(TrackerShape shape)
    {
        var bench = new TrackBench(Tracker(shape).WithMaterial(), 5, 700);
        bench.Sample(0);
        for (int i = 0; i < bench.Surfaces.Count; i++)
        {
            for (int p = 0; p < 5; p++)
            {
                double[] unit = new double[5];
                unit[p] = 1;
                double[] back = Product(bench.Linear.Inward[i], Product(bench.Linear.Outward[i], unit));
                Assert.All(Enumerable.Range(0, 5), q => Assert.Equal(unit[q], back[q], 1e-9));
            }
        }
    }

    [Theory]
    [InlineData(TrackerShape.Barrel)]
    [InlineData(TrackerShape.Planes)]
    public void Kick_OfEveryKind_MovesTheNextCrossingAsTheHelixDoes(TrackerShape shape)
    {
        double[] steps = [1e-5, 1e-5, 1e-3, 1e-3];
        var bench = new TrackBench(Tracker(shape), 20, 700);
        for (int t = 0; t < 20; t++)
        {
            bench.Sample(t);
            for (int k = 0; k < steps.Length; k++)
            {
                (double u, double v) = Difference(bench, 5, k, steps[k]);
                double[] state = Product(bench.Linear.Outward[6], bench.Linear.Kick(5, k).ToArray());
                Assert.Equal(u, Dot(bench.Linear.RowU[6], state), 1e-7 * (1 + Math.Abs(u)));
                Assert.Equal(v, Dot(bench.Linear.RowV[6], state), 1e-7 * (1 + Math.Abs(v)));
            }
        }
    }

    [Theory]
    [InlineData(TrackerShape.Barrel)]
    [InlineData(TrackerShape.Planes)]
    public void Kicks_OfOneTrack_GiveTheSpreadOfSampledCrossings(TrackerShape shape)
    {
        // One slanted track over and over: what its kicks say of all pairs of crossings, and what sampling gives.
        const int Samples = 20_000;
        PlainTracker tracker = Tracker(shape).WithMaterial() with { ResolutionU = 1e-6, ResolutionV = 1e-6 };
        var bench = new TrackBench(tracker, 1, 800);
        var tracks = Repeated(bench.Tracks, Samples);
        var sampler = new TrackSampler(bench.Surfaces, tracks.Mass);
        bench.Sample(0);
        IReadOnlyList<double> expected = new WeightedLeastSquares(bench.Linear, bench.Hits).Covariance;
        int n = 2 * bench.Surfaces.Count;
        double[][] moved = [.. Enumerable.Range(0, n).Select(_ => new double[Samples])];
        for (int t = 0; t < Samples; t++)
        {
            var random = new Simulation.Random.TransportRandom(17, t);
            sampler.Sample(tracks, t, ref random, bench.Truth);
            for (int i = 0; i < bench.Surfaces.Count; i++)
            {
                moved[2 * i][t] = bench.Linear.ResidualU(i, bench.Truth.U[i]);
                moved[(2 * i) + 1][t] = bench.Linear.ResidualV(i, bench.Truth.V[i]);
            }
        }

        for (int a = 2; a < n; a++)
        {
            for (int b = 2; b <= a; b++)
            {
                double variance = expected[(a * n) + b], sampled = moved[a].Zip(moved[b], (x, y) => x * y).Average();
                double error = Math.Sqrt(
                    ((expected[(a * n) + a] * expected[(b * n) + b]) + (variance * variance)) / Samples);
                Assert.True(Math.Abs(sampled - variance) < 5 * error, $"{a} {b}: {sampled}, {variance} +- {error}");
            }
        }
    }

    internal static PlainTracker Tracker(TrackerShape shape) =>
        (shape == TrackerShape.Barrel ? PlainTracker.Barrel : PlainTracker.Planes) with
        {
            FieldTesla = shape == TrackerShape.Barrel ? 1 : 0.5,
        };

    // By what a unit kick in a layer moves the crossing of the next.
    private static (double U, double V) Difference(TrackBench bench, int layer, int kick, double step)
    {
        TrackerShape shape = bench.Surfaces.Shape;
        double position = bench.Surfaces.Position[layer + 1];
        Helix at = bench.Linear.Nominal.At[layer];
        Assert.True(Kicked(at, kick, step).TryCross(shape, position, out Helix high, out _));
        Assert.True(Kicked(at, kick, -step).TryCross(shape, position, out Helix low, out _));
        double along = (high.Along - low.Along) / (2 * step);
        double across = shape == TrackerShape.Planes
            ? high.Second - low.Second
            : position * (Math.Atan2(high.Second, high.First) - Math.Atan2(low.Second, low.First));
        return (across / (2 * step), along);
    }

    // Turned or moved along one of the two unit vectors across the direction; the momentum stays.
    private static Helix Kicked(Helix at, int kick, double step)
    {
        (double sin, double cos) = Math.SinCos(at.Azimuth);
        double c = 1 / Math.Sqrt(1 + (at.Dip * at.Dip)), s = at.Dip * c;
        double[] across = kick % 2 == 0 ? [-sin, cos, 0] : [-s * cos, -s * sin, c];
        if (kick >= 2)
        {
            return at with
            {
                First = at.First + (step * across[0]),
                Second = at.Second + (step * across[1]),
                Along = at.Along + (step * across[2]),
            };
        }

        double x = (c * cos) + (step * across[0]), y = (c * sin) + (step * across[1]), z = s + (step * across[2]);
        double dip = z / Math.Sqrt((x * x) + (y * y));
        return at with
        {
            Azimuth = Math.Atan2(y, x),
            Dip = dip,
            Curvature = at.Curvature * Math.Sqrt(1 + (dip * dip)) * c,
        };
    }

    private static TrackBatch Repeated(TrackBatch one, int count) => one with
    {
        Charge = Of(one.Charge, count),
        TransverseMomentum = Of(one.TransverseMomentum, count),
        Dip = Of(one.Dip, count),
        Azimuth = Of(one.Azimuth, count),
        VertexX = Of(one.VertexX, count),
        VertexY = Of(one.VertexY, count),
        VertexZ = Of(one.VertexZ, count),
    };

    private static double[] Of(double[] values, int count) => [.. Enumerable.Repeat(values[0], count)];

    // Relative to the largest derivative that a parameter has anywhere on the way, of order the lever arm.
    private static void AssertClose(double expected, double actual, double tolerance, int layer, int parameter)
    {
        double scale = Math.Abs(expected) + ((TrackParameter)parameter switch
        {
            TrackParameter.Azimuth or TrackParameter.Dip => 100,
            TrackParameter.Curvature => 1e4,
            _ => 1,
        });
        Assert.True(
            Math.Abs(expected - actual) <= tolerance * scale,
            $"layer {layer}, {(TrackParameter)parameter}: {actual}, by differences {expected}");
    }

    private static double[] Product(double[] matrix, double[] x) =>
        [.. Enumerable.Range(0, 5).Select(i => Dot(matrix[(i * 5)..((i + 1) * 5)], x))];

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
