using CoDesign.Detectors.Trackers;
using CoDesign.Learning.Tracking;
using CoDesign.Physics;
using CoDesign.Physics.Tracking;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tests.Tracks;
using CoDesign.Simulation.Tracks;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Learning.Tests.Tracking;

public sealed class TrackReconstructionTests
{
    private const int Many = 20_000;

    [Theory]
    [InlineData(TrackerShape.Barrel, 500)]
    [InlineData(TrackerShape.Barrel, 50_000)]
    [InlineData(TrackerShape.Planes, 500)]
    [InlineData(TrackerShape.Planes, 50_000)]
    public void Reconstruct_WithScattering_HasStandardNormalPulls(TrackerShape shape, double momentum)
    {
        ReconstructedTracks fits = Run(LinearisedTrackTests.Tracker(shape).WithMaterial(), Many, momentum);

        Assert.Equal(Many, fits.Fitted.Count(f => f));
        for (int p = 0; p < 5; p++)
        {
            double[] pulls = Pulls(fits, (TrackParameter)p);
            Moments.MeanIs(0, pulls);
            Moments.VarianceIs(1, pulls);
        }

        Moments.MeanIs(1, [.. fits.ChiSquared.Select((c, t) => c / fits.DegreesOfFreedom[t])]);
    }

    [Theory]
    [InlineData(TrackerShape.Barrel)]
    [InlineData(TrackerShape.Planes)]
    public void Reconstruct_LayersAtOnePlace_HasStandardNormalPulls(TrackerShape shape)
    {
        // Displaced by its scattering, a track may stand behind the next layer already.
        PlainTracker tracker = LinearisedTrackTests.Tracker(shape) with { Positions = [200, 200, 500, 500, 900, 900] };

        ReconstructedTracks fits = Run(tracker.WithMaterial(), 5000, 1000);

        Assert.All(fits.Fitted, Assert.True);
        Assert.All(Enum.GetValues<TrackParameter>(), p => Moments.VarianceIs(1, Pulls(fits, p)));
    }

    [Fact]
    public void Reconstruct_WithoutField_KnowsTheCurvature()
    {
        ReconstructedTracks fits = Run(PlainTracker.Planes.WithMaterial() with { FieldTesla = 0 }, 5000, 1000);

        Assert.All(fits.Fitted, Assert.True);
        Assert.Equal(16, fits.DegreesOfFreedom[0]);
        for (int p = 0; p < 5; p++)
        {
            if (p != (int)TrackParameter.Curvature)
            {
                Moments.VarianceIs(1, Pulls(fits, (TrackParameter)p));
            }
        }

        Assert.All(Enumerable.Range(0, fits.Count), t => Assert.Equal(0, fits.Variance[(t * 5) + 2]));
    }

    [Fact]
    public void Reconstruct_EqualPlanesWithoutMaterial_HasGlucksternsError()
    {
        // 100 GeV along z: the sagitta is small and x a parabola in z.
        PlainTracker tracker = PlainTracker.Planes with { Spot = default };
        TrackSource source = tracker.Source(100 * Units.GeV) with { Polar = PolarSpectrum.Angles(0) };
        double expected = Gluckstern.UniformFactor(10) * 1e-4 / Math.Pow(900, 4);

        ReconstructedTracks fits = Run(tracker, source, Many, 1);

        Assert.Equal(expected, fits.Variance[2], 1e-4 * expected);
        Moments.VarianceIs(expected, [.. Enumerable.Range(0, Many).Select(t => fits.Deviation[(t * 5) + 2])]);
    }

    [Fact]
    public void Reconstruct_TwoThreads_GiveTheSameBits()
    {
        PlainTracker tracker = PlainTracker.Barrel.WithMaterial() with
        {
            Readout = PlainTracker.Electronics(0.05, 0.4, 0.008, 300, 1500, true, 1e-3),
        };

        ReconstructedTracks one = Run(tracker, tracker.Source(1000), 1000, 1);
        ReconstructedTracks two = Run(tracker, tracker.Source(1000), 1000, 2);

        Assert.Equal(one.Deviation, two.Deviation);
        Assert.Equal(one.Variance, two.Variance);
        Assert.Equal(one.ChiSquared, two.ChiSquared);
        Assert.Equal(one.WrongHits, two.WrongHits);
    }

    [Fact]
    public void Reconstruct_InTwoBatches_GivesTheSameTracks()
    {
        using var scope = NewDisposeScope();
        PlainTracker tracker = PlainTracker.Barrel.WithMaterial();
        var chain = new TrackReconstruction(tracker.Layout(), 1);
        TrackSource source = tracker.Source(1000);

        ReconstructedTracks all = chain.Reconstruct(source.Generate(new EventStreams(5), 0, 100));
        ReconstructedTracks later = chain.Reconstruct(source.Generate(new EventStreams(5), 70, 30));

        Assert.Equal(all.Deviation[350..], later.Deviation);
    }

    [Fact]
    public void Reconstruct_Inefficient_LosesHitsAndTracks()
    {
        PlainTracker tracker = PlainTracker.Planes with { Positions = [100, 300, 500, 700], Efficiency = 0.8 };

        ReconstructedTracks fits = Run(tracker, Many, 5000);

        Moments.FractionIs(0.8, fits.HitsU.Sum(), 4 * Many);

        // Three or four of four hits.
        double fitted = Math.Pow(0.8, 4) + (4 * 0.2 * Math.Pow(0.8, 3));
        Moments.FractionIs(fitted, fits.Fitted.Count(f => f), Many);
    }

    [Fact]
    public void Reconstruct_OutsideTheLayers_HasNoFit()
    {
        ReconstructedTracks fits = Run(PlainTracker.Barrel with { HalfExtentV = 1e-3 }, 100, 5000);

        Assert.DoesNotContain(true, fits.Fitted);
    }

    [Fact]
    public void Reconstruct_LittleNoise_HasTheWrongHitsOfItsDensity()
    {
        // Noise lies closer than the true hit in an ellipse of area pi chi2 sqrt(Su Sv), and the true hit's chi2 is 2
        // on the average, whatever its distribution.
        const double Occupancy = 1e-3;
        PlainTracker tracker = PlainTracker.Barrel.WithMaterial() with
        {
            Readout = PlainTracker.Electronics(0.05, 0.4, noiseOccupancy: Occupancy),
        };
        double expected = Many * 2 * Math.PI * Occupancy / (0.05 * 0.4) * MeanAreas(tracker, 300);

        int wrong = Run(tracker, Many, 1000).WrongHits.Sum();

        // Four per cent: the areas are of 300 tracks, and a wrong hit shifts the next prediction.
        Assert.True(expected > 500, $"{expected}");
        double tolerance = (0.04 * expected) + (5 * Math.Sqrt(expected));
        Assert.InRange(wrong, expected - tolerance, expected + tolerance);
        Assert.Equal(0, Run(tracker with { Readout = PlainTracker.Electronics(0.05, 0.4) }, 100, 1000).WrongHits.Sum());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reconstruct_SegmentedReadout_ClaimsTheVarianceItHas(bool adc)
    {
        // Near normal incidence, for which the errors of clusters were calibrated, and with a threshold of 7.5 times
        // the noise: a noisy neighbour would be taken for shared charge.
        PlainTracker tracker = PlainTracker.Planes with
        {
            Readout = PlainTracker.Electronics(0.05, 0.4, 0.008, 200, 1500, adc),
            Spot = new BeamSpot(1, 1, 1),
        };
        TrackSource source = tracker.Source(20_000) with { Polar = PolarSpectrum.AngleBetween(0, 0.05) };

        ReconstructedTracks fits = Run(tracker, source, Many, 1);

        // Variance 2 of a squared normal pull (that of boxes is less), in this sample and in the calibration.
        double error = Math.Sqrt(2 * ((1.0 / Many) + (1.0 / 4096)));
        for (int p = 0; p < 5; p++)
        {
            Assert.InRange(Moments.Square(Pulls(fits, (TrackParameter)p)), 1 - (5 * error), 1 + (5 * error));
        }
    }

    // Sum over layers of sqrt(Su Sv), the errors of a hit to its prediction from outside, mean over tracks. A smoothed
    // residual at the innermost hit of resolution sigma has the variance sigma^4/S.
    private static double MeanAreas(PlainTracker tracker, int tracks)
    {
        var bench = new TrackBench(tracker, tracks, 1000);
        var filter = new KalmanFilter(bench.Surfaces.Count);
        double sum = 0;
        for (int t = 0; t < tracks; t++)
        {
            bench.Sample(t);
            for (int i = 0; i < bench.Surfaces.Count - 3; i++)
            {
                SmoothedTrack? outer = filter.Smooth(bench.Linear, bench.Hits);
                Assert.NotNull(outer);
                sum += Math.Pow(bench.Hits.SigmaU[i] * bench.Hits.SigmaV[i], 2)
                    / Math.Sqrt(outer.VarianceU[i] * outer.VarianceV[i]);
                bench.Hits.SigmaU[i] = bench.Hits.SigmaV[i] = 0;
            }
        }

        return sum / tracks;
    }

    private static double[] Pulls(ReconstructedTracks fits, TrackParameter parameter) =>
        [.. Enumerable.Range(0, fits.Count).Where(t => fits.Fitted[t]).Select(t =>
            fits.Deviation[(t * 5) + (int)parameter] / Math.Sqrt(fits.Variance[(t * 5) + (int)parameter]))];

    private static ReconstructedTracks Run(PlainTracker tracker, int count, double momentum) =>
        Run(tracker, tracker.Source(momentum), count, 1);

    private static ReconstructedTracks Run(PlainTracker tracker, TrackSource source, int count, int threads)
    {
        using var scope = NewDisposeScope();
        var chain = new TrackReconstruction(tracker.Layout(), threads);
        return chain.Reconstruct(source.Generate(new EventStreams(19), 0, count));
    }
}
