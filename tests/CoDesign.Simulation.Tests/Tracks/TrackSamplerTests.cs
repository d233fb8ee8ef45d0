using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Physics.Scattering;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;
using Xunit;

namespace CoDesign.Simulation.Tests.Tracks;

public sealed class TrackSamplerTests
{
    private const int Tracks = 20_000;

    // The second plane stands at the exit of the first one's material.
    private static readonly PlainTracker Slab = new(TrackerShape.Planes, [100, 105])
    {
        FieldTesla = 0,
        RadiationLengths = 0.01,
        Thickness = 10,
        Spot = default,
    };

    [Fact]
    public void Sample_OnePerCentAtOneGeV_ScattersBy1122Microradian()
    {
        // Highland's 1.122 mrad for 1 GeV, beta = 1, x/X0 = 0.01.
        double[][] sampled = Behind(Slab, Source(Slab, 0));

        Assert.Equal(1.122e-3, MultipleScattering.HighlandAngle(1000, 1, 0.01), 5e-7);
        Moments.MeanIs(0, sampled[0]);
        Moments.VarianceIs(Math.Pow(MultipleScattering.HighlandAngle(1000, 1, 0.01), 2), sampled[0]);
        Moments.VarianceIs(Math.Pow(MultipleScattering.HighlandAngle(1000, 1, 0.01), 2), sampled[1]);
        Moments.CorrelationIs(0, sampled[0], sampled[1]);
    }

    // From 15 to 9 MeV: muons above and below a tenth of their mass.
    [Fact]
    public void Follow_SlowMuons_LoseEnergyAndStopBelowATenthOfTheirMass()
    {
        PlainTracker tracker = PlainTracker.Planes with { FieldTesla = 0, IonisationLoss = 0.001, Spot = default };
        double[] momenta = [15, 12, 11, 10, 9];
        TrackBatch tracks = tracker.Source(momenta).Generate(new EventStreams(3), 0, momenta.Length);
        var sampler = new TrackSampler(tracker.Surfaces(), tracks.Mass);
        var path = new TrackPath(tracker.Positions.Length);
        for (int t = 0; t < momenta.Length; t++)
        {
            sampler.Follow(tracks, t, path);
            bool stopped = tracks.Momentum(t) < 0.1 * PhysicalConstants.MuonMass;
            Assert.Equal(stopped, path.Crossed == 0);
            for (int i = 0; i < path.Crossed; i++)
            {
                Assert.True(path.MomentumBehind[i] < path.Momentum[i]);
                Assert.True(path.Momentum[i] >= 0.1 * PhysicalConstants.MuonMass);
            }
        }
    }

    [Fact]
    public void Sample_BehindAThickLayer_IsDisplacedWithTheAngle()
    {
        double[][] sampled = Behind(Slab, Source(Slab, 0));
        double width = MultipleScattering.Displacement(10, MultipleScattering.HighlandAngle(1000, 1, 0.01));

        foreach (int axis in (int[])[0, 1])
        {
            Moments.VarianceIs(width * width, sampled[2 + axis]);
            Moments.CorrelationIs(
                MultipleScattering.AngleDisplacementCorrelation, sampled[axis], sampled[2 + axis]);
        }
    }

    [Fact]
    public void Sample_SlantedTrack_ScattersInSpaceByTheObliquePath()
    {
        double polar = 0.9;
        double[][] sampled = Behind(Slab, Source(Slab, polar));
        double theta0 = MultipleScattering.HighlandAngle(1000, 1, 0.01 / Math.Cos(polar));

        // The squared space angle is exponential: twice the variance of a projection.
        Moments.MeanIs(2 * theta0 * theta0, [.. sampled[4].Select(a => a * a)]);
    }

    [Fact]
    public void Sample_InItsOwnLayer_IsNotMovedByItsScattering()
    {
        (TrackSampler sampler, TrackBatch tracks) = Sampler(Slab, Source(Slab, 0.1), 10);
        var path = new TrackPath(2);
        var nominal = new TrackPath(2);
        for (int t = 0; t < 10; t++)
        {
            var random = new TransportRandom(1, t);
            sampler.Sample(tracks, t, ref random, path);
            sampler.Follow(tracks, t, nominal);
            Assert.Equal(nominal.U[0], path.U[0]);
            Assert.NotEqual(nominal.U[1], path.U[1]);
        }
    }

    [Fact]
    public void Follow_MinimumIonising_LosesTheLayersLoss()
    {
        PlainTracker tracker = PlainTracker.Barrel with { IonisationLoss = 0.5, FieldTesla = 1 };
        double p = 3.5 * PhysicalConstants.MuonMass;
        TrackSource source = tracker.Source(p) with
        {
            MomentumKind = MomentumKind.Total,
            Polar = PolarSpectrum.Angles(Math.PI / 2),
        };
        (TrackSampler sampler, TrackBatch tracks) = Sampler(tracker, source, 1);
        var path = new TrackPath(10);

        sampler.Follow(tracks, 0, path);

        double before = Energy(path.Momentum[3]), after = Energy(path.MomentumBehind[3]);
        Assert.Equal(0.5 * path.Obliquity[3], before - after, 0.005 * 0.5);
        Assert.Equal(path.MomentumBehind[3], path.Momentum[4]);
        Assert.Equal(path.Momentum[0] / path.Momentum[4], path.At[4].Curvature / path.At[0].Curvature, 1e-12);
        Assert.True(Math.Abs(path.At[4].Curvature) > Math.Abs(path.At[3].Curvature));
    }

    [Fact]
    public void Follow_LosesHalfItsMomentum_Stops()
    {
        PlainTracker tracker = PlainTracker.Planes with { IonisationLoss = 100, FieldTesla = 0 };
        (TrackSampler sampler, TrackBatch tracks) = Sampler(tracker, Source(tracker, 0), 1);
        var path = new TrackPath(10);

        sampler.Follow(tracks, 0, path);

        Assert.InRange(path.Crossed, 3, 5);
        Assert.True(path.Momentum[path.Crossed - 1] >= 500 && path.MomentumBehind[path.Crossed - 1] < 500);
    }

    [Fact]
    public void Follow_Curls_EndsAtTheLastLayerItReaches()
    {
        // pT of 0.2 GeV in 2 T: a circle of 667 mm across.
        (TrackSampler sampler, TrackBatch tracks) = Sampler(
            PlainTracker.Barrel with { Spot = default }, PlainTracker.Barrel.Source(200), 1);
        var path = new TrackPath(10);

        sampler.Follow(tracks, 0, path);

        Assert.Equal(7, path.Crossed);
    }

    [Fact]
    public void Follow_BeginsBehindALayer_DoesNotCrossIt()
    {
        (TrackSampler sampler, TrackBatch tracks) = Sampler(
            PlainTracker.Planes.WithMaterial(), PlainTracker.Planes.Source(1000), 1);
        tracks.VertexZ[0] = 250;
        var path = new TrackPath(10);

        sampler.Follow(tracks, 0, path);

        Assert.Equal([false, false, true], path.Inside[..3]);
        Assert.Equal(10, path.Crossed);
        Assert.Equal(path.Momentum[0], path.Momentum[2]);
        Assert.Equal(50, path.Arc[2] * Math.Cos(tracks.Azimuth[0]), 0.5);
    }

    [Fact]
    public void Follow_OutsideTheExtent_MeetsNoMaterial()
    {
        PlainTracker tracker = Slab with { HalfExtentU = 5, HalfExtentV = 5 };
        (TrackSampler sampler, TrackBatch tracks) = Sampler(tracker, Source(tracker, 0.2), 1);
        var path = new TrackPath(2);

        sampler.Follow(tracks, 0, path);

        Assert.Equal(2, path.Crossed);
        Assert.False(path.Inside[0]);
        Assert.Equal(0, path.ScatteringAngle[0]);
    }

    private static double Energy(double p) =>
        Math.Sqrt((p * p) + (PhysicalConstants.MuonMass * PhysicalConstants.MuonMass));

    private static TrackSource Source(PlainTracker tracker, double polar) => new()
    {
        Shape = tracker.Shape,
        BeamSpot = tracker.Spot,
        Particles = [Particle.Electron],
        Momentum = EnergySpectrum.List(1000),
        MomentumKind = MomentumKind.Total,
        Polar = PolarSpectrum.Angles(polar),
        Azimuth = 0.7,
    };

    private static (TrackSampler Sampler, TrackBatch Tracks) Sampler(
        PlainTracker tracker, TrackSource source, int count)
    {
        TrackBatch tracks = source.Generate(new EventStreams(7), 0, count);
        return (new TrackSampler(tracker.Surfaces(), tracks.Mass), tracks);
    }

    // At the second plane: angles in x and y, displacements in x and y, and the angle in space.
    private static double[][] Behind(PlainTracker tracker, TrackSource source)
    {
        (TrackSampler sampler, TrackBatch tracks) = Sampler(tracker, source, Tracks);
        double[][] result = [.. Enumerable.Range(0, 5).Select(_ => new double[Tracks])];
        var path = new TrackPath(2);
        var nominal = new TrackPath(2);
        for (int t = 0; t < Tracks; t++)
        {
            var random = new TransportRandom(3, t);
            sampler.Follow(tracks, t, nominal);
            sampler.Sample(tracks, t, ref random, path);
            result[0][t] = path.At[1].Azimuth - nominal.At[1].Azimuth;
            result[1][t] = Math.Atan(path.At[1].Dip) - Math.Atan(nominal.At[1].Dip);
            result[2][t] = path.U[1] - nominal.U[1];
            result[3][t] = path.V[1] - nominal.V[1];
            result[4][t] = Between(path.At[1], nominal.At[1]);
        }

        return result;
    }

    private static double Between(Helix a, Helix b)
    {
        double[] u = Direction(a), v = Direction(b);
        return 2 * Math.Asin(Math.Sqrt(u.Zip(v, (x, y) => (x - y) * (x - y)).Sum()) / 2);
    }

    private static double[] Direction(Helix h)
    {
        double cos = 1 / Math.Sqrt(1 + (h.Dip * h.Dip));
        return [cos * Math.Cos(h.Azimuth), cos * Math.Sin(h.Azimuth), cos * h.Dip];
    }
}
