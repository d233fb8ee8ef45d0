using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Tracks;

public sealed class HardHitReadoutTests
{
    private const int Tracks = 2000;

    [Fact]
    public void Read_BinaryStripsWithoutSharing_MeasurePitchOverRootTwelve()
    {
        PlainTracker tracker = PlainTracker.Planes with { Readout = PlainTracker.Electronics(0.1, 0.4) };

        (double[] u, double[] v, double claimedU) = Errors(tracker);

        Moments.VarianceIs(0.01 / 12, u);
        Moments.VarianceIs(0.16 / 12, v);
        Assert.Equal(0.1 / Math.Sqrt(12), claimedU, 1e-6);
    }

    [Fact]
    public void Read_WithoutElectronics_HasTheResolution()
    {
        (double[] u, double[] v, double claimedU) = Errors(PlainTracker.Barrel);

        Moments.MeanIs(0, u);
        Moments.VarianceIs(0.01 * 0.01, u);
        Moments.VarianceIs(0.02 * 0.02, v);
        Assert.Equal(0.01, claimedU);
    }

    [Fact]
    public void Read_OneResolutionIsGiven_SegmentsTheOther()
    {
        PlainTracker tracker = PlainTracker.Planes with
        {
            Readout = PlainTracker.Electronics(0.1, 0.4) with { GivesV = false },
        };

        (double[] u, double[] v, _) = Errors(tracker);

        Moments.VarianceIs(0.01 / 12, u);
        Moments.VarianceIs(0.02 * 0.02, v);
    }

    [Theory]
    [InlineData(true, 0.9)]
    [InlineData(false, 0.45)]
    public void Read_NoiseAtTheThreshold_LosesHitsOnce(bool isSensorGiven, double efficiency)
    {
        // The layout's efficiency has the threshold's half in it, which the strips lose themselves.
        using var scope = NewDisposeScope();
        PlainTracker tracker = PlainTracker.Planes with
        {
            FieldTesla = 0,
            Readout = PlainTracker.Electronics(0.1, 0.4, noise: 500, threshold: 20_000) with { GivesV = false },
            Efficiency = 0.45,
        };
        TrackerLayout layout = tracker.Layout();
        layout = isSensorGiven
            ? layout with { SensorEfficiency = full([layout.Count], 0.9, ScalarType.Float64) } : layout;

        (double[] u, double[] v, _) = Errors(
            layout, tracker.Source(5 * Units.GeV) with { Polar = PolarSpectrum.AngleBetween(0, 0.01) });

        Moments.FractionIs(efficiency / 2, u.Length, Tracks * layout.Count);
        Moments.FractionIs(efficiency, v.Length, Tracks * layout.Count);
    }

    [Fact]
    public void Read_Inefficient_LosesThatPart()
    {
        PlainTracker tracker = PlainTracker.Planes with { Efficiency = 0.9 };

        int found = Errors(tracker).U.Length;

        Moments.FractionIs(0.9, found, Tracks * tracker.Positions.Length);
    }

    [Fact]
    public void Read_SignalBelowThreshold_HasNoHit() => Assert.Empty(Errors(PlainTracker.Planes with
    {
        Readout = PlainTracker.Electronics(0.1, 0.1, threshold: 30_000),
    }).U);

    [Fact]
    public void Read_NoiseAtTheThreshold_LosesHalf()
    {
        // One strip has all the charge: it passes when its noise is positive.
        var strips = new StripSegmentation(0.1, 0, new StripChain(20_000, 500, 20_000, false, 0));
        var random = new TransportRandom(5, 0);
        int found = 0;
        for (int i = 0; i < 10_000; i++)
        {
            found += strips.Read(0.05, 1, ref random).Strips;
        }

        Moments.FractionIs(0.5, found, 10_000);
    }

    [Theory]
    [InlineData(true, 0.008, 0)]
    [InlineData(true, 0.008, 300)]
    [InlineData(true, 0.15, 300)]
    [InlineData(false, 0.02, 300)]
    public void Error_ByClusterSize_IsThatOfTheClusters(bool adc, double chargeWidth, double noise)
    {
        var strips = new StripSegmentation(0.1, chargeWidth, new StripChain(20_000, noise, 1500, adc, 100));
        var random = new TransportRandom(6, 0);
        var pulls = new List<double>();
        for (int i = 0; i < 20_000; i++)
        {
            double position = 1000 * (random.Uniform() - 0.5);
            StripCluster cluster = strips.Read(position, 1, ref random);
            pulls.Add((cluster.Position - position) / strips.Error(cluster.Strips, 1));
        }

        // The calibration is a sample of 4096 itself.
        Moments.MeanIs(0, pulls);
        double[] squares = [.. pulls.Select(p => p * p)];
        double error = Math.Sqrt(Moments.Square(squares, 1) * ((1.0 / 20_000) + (1.0 / 4096)));
        Assert.InRange(squares.Average(), 1 - (5 * error), 1 + (5 * error));
    }

    [Fact]
    public void Read_SharedChargeOfTwoStrips_TellsThePlaceExactly()
    {
        // Without noise, threshold and rounding the two strips hold what their share says.
        var strips = new StripSegmentation(0.1, 0.01, new StripChain(20_000, 0, 1e-9, true, 0));
        var random = new TransportRandom(1, 0);
        foreach (double position in (double[])[0.09, 0.095, 0.1, 0.102, 0.108])
        {
            StripCluster cluster = strips.Read(position, 1, ref random);
            Assert.Equal(2, cluster.Strips);
            Assert.Equal(position, cluster.Position, 1e-9);
        }
    }

    [Fact]
    public void Read_SharedCharge_IsBetterThanBinary()
    {
        var adc = new StripSegmentation(0.05, 0.01, new StripChain(20_000, 300, 1500, true, 100));
        var binary = new StripSegmentation(0.05, 0.01, new StripChain(20_000, 300, 1500, false, 0));

        Assert.True(adc.Error(2, 1) < 0.5 * binary.Error(2, 1));
    }

    private static (double[] U, double[] V, double ClaimedU) Errors(PlainTracker tracker)
    {
        using var scope = NewDisposeScope();
        return Errors(tracker.Layout(), tracker.Source(5 * Units.GeV));
    }

    private static (double[] U, double[] V, double ClaimedU) Errors(TrackerLayout layout, TrackSource source)
    {
        var surfaces = new TrackerSurfaces(layout);
        var readout = new HardHitReadout(layout, surfaces);
        TrackBatch tracks = source.Generate(new EventStreams(2), 0, Tracks);
        var sampler = new TrackSampler(surfaces, tracks.Mass);
        var path = new TrackPath(surfaces.Count);
        var hits = new MeasuredHits(surfaces.Count);
        (List<double> u, List<double> v, double claimed) = ([], [], 0);
        for (int t = 0; t < Tracks; t++)
        {
            var random = new TransportRandom(4, t);
            sampler.Sample(tracks, t, ref random, path);
            readout.Read(path, ref random, hits);
            for (int i = 0; i < path.Crossed; i++)
            {
                if (hits.SigmaU[i] > 0)
                {
                    u.Add(hits.U[i] - path.U[i]);
                    claimed = hits.SigmaU[i];
                }

                if (hits.SigmaV[i] > 0)
                {
                    v.Add(hits.V[i] - path.V[i]);
                }
            }
        }

        return ([.. u], [.. v], claimed);
    }
}
