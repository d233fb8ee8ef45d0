using CoDesign.Detectors.Trackers;
using CoDesign.Learning.Tracking;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tests;
using CoDesign.Simulation.Tests.Tracks;
using CoDesign.Simulation.Tracks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Learning.Tests.Tracking;

/// <summary>Trackers that do not measure all parameters: what they do not is taken as known.</summary>
public sealed class OneCoordinateTests
{
    private const int Many = 5000;

    [Theory]
    [InlineData(TrackerShape.Barrel, 10, 0)]
    [InlineData(TrackerShape.Barrel, 10, 1)]
    [InlineData(TrackerShape.Barrel, 0, 10)]
    [InlineData(TrackerShape.Barrel, 2, 10)]
    [InlineData(TrackerShape.Planes, 10, 0)]
    [InlineData(TrackerShape.Planes, 10, 1)]
    [InlineData(TrackerShape.Planes, 1, 10)]
    public void Reconstruct_FewLayersOfACoordinate_KnowsItsParameters(TrackerShape shape, int layersU, int layersV)
    {
        using DisposeScope scope = NewDisposeScope();
        (TrackerLayout layout, TrackBatch tracks) = Setting(shape, layersU, layersV);

        ReconstructedTracks fits = new TrackReconstruction(layout, 1).Reconstruct(tracks);
        TrackErrors model = new CovarianceModel().Measure(layout, tracks);

        Assert.All(fits.Fitted, Assert.True);
        bool isU = layersU == 10;
        Assert.Equal(10 - (isU ? 3 : 2), fits.DegreesOfFreedom[0]);
        for (int p = 0; p < 5; p++)
        {
            double[] deviation = Column(fits.Deviation, p), variance = Column(fits.Variance, p);
            if (isU == p > (int)TrackParameter.Curvature)
            {
                Assert.All(deviation, d => Assert.Equal(0, d));
                Assert.All(variance, v => Assert.Equal(0, v));
                continue;
            }

            double[] expected = model.Squared.select(1, p).contiguous().Values();
            Moments.VarianceIs(1, [.. deviation.Zip(variance, (d, v) => d / Math.Sqrt(v))]);

            // Loss that varies with the other parameters, and the helix of the vertex's offset, are left out by one.
            Assert.All(expected.Zip(variance), pair => Assert.Equal(1, pair.First / pair.Second, 0.02));
        }

        Moments.MeanIs(1, [.. fits.ChiSquared.Select((c, t) => c / fits.DegreesOfFreedom[t])]);
    }

    [Fact]
    public void Reconstruct_OneCoordinate_IsTheLeastSquaresFit()
    {
        PlainTracker tracker = PlainTracker.Barrel.WithMaterial() with { LayersV = 1 };
        var bench = new TrackBench(tracker, 20, 500, 5000);
        var filter = new KalmanFilter(bench.Surfaces.Count);
        for (int t = 0; t < 20; t++)
        {
            bench.Sample(t);
            TrackFit? kalman = filter.Fit(bench.Linear, bench.Hits);
            TrackFit? squares = new WeightedLeastSquares(bench.Linear, bench.Hits).Fit();
            Assert.NotNull(kalman);
            Assert.NotNull(squares);
            for (int k = 0; k < 25; k++)
            {
                double scale = Math.Sqrt(kalman.Covariance[k / 5 * 6] * kalman.Covariance[k % 5 * 6]);
                Assert.Equal(kalman.Covariance[k], squares.Covariance[k], 1e-6 * scale);
            }

            Assert.Equal(kalman.ChiSquared, squares.ChiSquared, 1e-6 * (1 + kalman.ChiSquared));
            Assert.Equal(kalman.DegreesOfFreedom, squares.DegreesOfFreedom);
        }
    }

    private static (TrackerLayout Layout, TrackBatch Tracks) Setting(TrackerShape shape, int layersU, int layersV)
    {
        PlainTracker plain = shape == TrackerShape.Barrel ? PlainTracker.Barrel : PlainTracker.Planes;
        PlainTracker tracker = plain.WithMaterial() with { LayersU = layersU, LayersV = layersV };
        return (tracker.Layout(), tracker.Source(2000).Generate(new EventStreams(23), 0, Many));
    }

    private static double[] Column(double[] rows, int column) =>
        [.. Enumerable.Range(0, rows.Length / 5).Select(t => rows[(t * 5) + column])];
}
