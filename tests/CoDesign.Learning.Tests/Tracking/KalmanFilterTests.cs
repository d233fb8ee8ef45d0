using CoDesign.Detectors.Trackers;
using CoDesign.Learning.Tracking;
using CoDesign.Simulation.Tests.Tracks;
using Xunit;

namespace CoDesign.Learning.Tests.Tracking;

public sealed class KalmanFilterTests
{
    public static TheoryData<TrackerShape, double> Trackers { get; } = new()
    {
        { TrackerShape.Barrel, 1 }, { TrackerShape.Planes, 0.5 },
        { TrackerShape.Barrel, 0 }, { TrackerShape.Planes, 0 },
    };

    [Theory]
    [MemberData(nameof(Trackers))]
    public void Fit_ScatteredTracks_IsWeightedLeastSquares(TrackerShape shape, double field)
    {
        TrackBench bench = Bench(shape, field, material: true);
        for (int t = 0; t < bench.Tracks.Count; t++)
        {
            bench.Sample(t);
            TrackFit? filtered = new KalmanFilter(bench.Surfaces.Count).Fit(bench.Linear, bench.Hits);
            TrackFit? squares = new WeightedLeastSquares(bench.Linear, bench.Hits).Fit();

            Assert.NotNull(filtered);
            Assert.NotNull(squares);
            Assert.Equal(squares.DegreesOfFreedom, filtered.DegreesOfFreedom);
            Assert.Equal(squares.ChiSquared, filtered.ChiSquared, 1e-9 * (1 + squares.ChiSquared));
            for (int p = 0; p < 5; p++)
            {
                double sigma = Math.Sqrt(squares.Covariance[p * 6]);
                Assert.Equal(squares.Deviation[p], filtered.Deviation[p], 1e-9 * sigma);
                for (int q = 0; q < 5; q++)
                {
                    double scale = sigma * Math.Sqrt(squares.Covariance[q * 6]);
                    Assert.Equal(
                        squares.Covariance[(p * 5) + q], filtered.Covariance[(p * 5) + q], 1e-9 * scale);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Trackers))]
    public void Smooth_ScatteredTracks_IsTheBestCrossingOfLeastSquares(TrackerShape shape, double field)
    {
        TrackBench bench = Bench(shape, field, material: true);
        for (int t = 0; t < bench.Tracks.Count; t++)
        {
            bench.Sample(t);
            SmoothedTrack? smoothed = new KalmanFilter(bench.Surfaces.Count).Smooth(bench.Linear, bench.Hits);
            SmoothedTrack? squares = new WeightedLeastSquares(bench.Linear, bench.Hits).Smooth();

            Assert.NotNull(smoothed);
            Assert.NotNull(squares);
            Same(squares.ResidualU, smoothed.ResidualU, 0.01);
            Same(squares.ResidualV, smoothed.ResidualV, 0.02);
            Same(squares.VarianceU, smoothed.VarianceU, 0.01 * 0.01);
            Same(squares.VarianceV, smoothed.VarianceV, 0.02 * 0.02);
        }
    }

    [Fact]
    public void Smooth_ManyTracks_HasStandardNormalPulls()
    {
        TrackBench bench = Bench(TrackerShape.Barrel, 1, material: true, tracks: 4000);
        var pulls = new List<double>[10];
        for (int i = 0; i < pulls.Length; i++)
        {
            pulls[i] = [];
        }

        for (int t = 0; t < bench.Tracks.Count; t++)
        {
            bench.Sample(t);
            SmoothedTrack? smoothed = new KalmanFilter(bench.Surfaces.Count).Smooth(bench.Linear, bench.Hits);
            for (int i = 0; i < pulls.Length; i++)
            {
                if (smoothed?.VarianceU[i] > 0)
                {
                    pulls[i].Add(smoothed.ResidualU[i] / Math.Sqrt(smoothed.VarianceU[i]));
                }
            }
        }

        Assert.All(pulls, layer => Moments.VarianceIs(1, layer));
    }

    [Fact]
    public void Fit_TooFewHits_IsNone()
    {
        TrackBench bench = Bench(TrackerShape.Barrel, 1, material: true);
        var filter = new KalmanFilter(bench.Surfaces.Count);
        bench.Sample(0);
        Array.Clear(bench.Hits.SigmaU, 3, 7);
        Assert.NotNull(filter.Fit(bench.Linear, bench.Hits));
        bench.Hits.SigmaU[2] = 0;
        Assert.Null(filter.Fit(bench.Linear, bench.Hits));
    }

    [Fact]
    public void Fit_PlanesAtTwoPlacesOnly_IsNone()
    {
        PlainTracker tracker = PlainTracker.Planes with { Positions = [100, 100, 500, 500] };
        var bench = new TrackBench(tracker, 1, 5000);
        bench.Sample(0);
        Assert.Null(new KalmanFilter(4).Fit(bench.Linear, bench.Hits));
        Assert.Null(new WeightedLeastSquares(bench.Linear, bench.Hits).Fit());
    }

    private static TrackBench Bench(TrackerShape shape, double field, bool material, int tracks = 40)
    {
        PlainTracker tracker = LinearisedTrackTests.Tracker(shape) with { FieldTesla = field, Efficiency = 0.95 };
        return new TrackBench(material ? tracker.WithMaterial() : tracker, tracks, 500, 3000, 50_000);
    }

    private static void Same(double[] expected, double[] actual, double scale)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(double.IsNaN(expected[i]), double.IsNaN(actual[i]));
            if (!double.IsNaN(expected[i]))
            {
                Assert.Equal(expected[i], actual[i], 1e-9 * scale);
            }
        }
    }
}
