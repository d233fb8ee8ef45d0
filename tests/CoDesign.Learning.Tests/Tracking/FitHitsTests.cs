using CoDesign.Detectors.Trackers;
using CoDesign.Learning.Tracking;
using CoDesign.Physics.Tests;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tests.Tracks;
using CoDesign.Simulation.Tracks;
using Xunit;

namespace CoDesign.Learning.Tests.Tracking;

/// <summary>Layers with material at few places.</summary>
public sealed class FitHitsTests
{
    public static TheoryData<TrackerShape, double> Trackers => KalmanFilterTests.Trackers;

    [Theory]
    [MemberData(nameof(Trackers))]
    public void Fit_OnePlaceTooFew_IsNone(TrackerShape shape, double field) => ForAll.Draws(50, rng =>
    {
        TrackBench bench = Draw(rng, shape, field, field > 0 ? 2 : 1);
        for (int t = 0; t < bench.Tracks.Count; t++)
        {
            bench.Sample(t);
            Assert.Null(new KalmanFilter(bench.Surfaces.Count).Fit(bench.Linear, bench.Hits));
            Assert.Null(new KalmanFilter(bench.Surfaces.Count).Smooth(bench.Linear, bench.Hits));
            Assert.Null(new WeightedLeastSquares(bench.Linear, bench.Hits).Fit());
            Assert.Null(new WeightedLeastSquares(bench.Linear, bench.Hits).Smooth());
        }
    });

    [Theory]
    [MemberData(nameof(Trackers))]
    public void Fit_AsManyPlacesAsNeeded_IsThere(TrackerShape shape, double field) => ForAll.Draws(50, rng =>
    {
        TrackBench bench = Draw(rng, shape, field, field > 0 ? 3 : 2);
        for (int t = 0; t < bench.Tracks.Count; t++)
        {
            bench.Sample(t);
            Assert.NotNull(new KalmanFilter(bench.Surfaces.Count).Fit(bench.Linear, bench.Hits));
            Assert.NotNull(new WeightedLeastSquares(bench.Linear, bench.Hits).Fit());
        }
    });

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-4)]
    public void Fit_PlacesNearEachOther_IsWeightedLeastSquares(double part) => ForAll.Draws(20, rng =>
    {
        double middle = rng.Next(2) == 0 ? 100 + (500 * part) : 600 - (500 * part);
        PlainTracker tracker = (PlainTracker.Planes with
        {
            FieldTesla = rng.LogUniform(0.1, 2),
            Positions = [.. new[] { 100, 100, middle, 600, 600 }.Order()],
        }).WithMaterial();
        var bench = new TrackBench(tracker, 12, 600, 3000, 20_000);
        for (int t = 0; t < bench.Tracks.Count; t++)
        {
            bench.Sample(t);
            TrackFit? filtered = new KalmanFilter(bench.Surfaces.Count).Fit(bench.Linear, bench.Hits);
            TrackFit? squares = new WeightedLeastSquares(bench.Linear, bench.Hits).Fit();
            Assert.NotNull(filtered);
            Assert.NotNull(squares);
            for (int p = 0; p < 5; p++)
            {
                Assert.Equal(squares.Covariance[p * 6], filtered.Covariance[p * 6], 0.01 * squares.Covariance[p * 6]);
            }
        }
    });

    [Fact]
    public void Reconstruct_PlanesAtTwoPlaces_FitsNone()
    {
        PlainTracker tracker = (PlainTracker.Planes with
        {
            FieldTesla = 0.3,
            Positions = [100, 100, 100, 600, 600, 600],
        }).WithMaterial();
        TrackBatch tracks = tracker.Source(300, 600, 1100).Generate(new EventStreams(5), 0, 1200);
        ReconstructedTracks result = new TrackReconstruction(tracker.Layout(), 1).Reconstruct(tracks);
        Assert.All(result.Fitted, Assert.False);
        Assert.Contains(result.HitsU, hits => hits == 6);
    }

    private static TrackBench Draw(System.Random rng, TrackerShape shape, double field, int places)
    {
        PlainTracker like = shape == TrackerShape.Barrel ? PlainTracker.Barrel : PlainTracker.Planes;
        double[] place = [.. Enumerable.Range(0, places).Select(i => 60 + (280 * (i + (0.9 * rng.NextDouble()))))];
        PlainTracker tracker = like with
        {
            Positions = [.. place.Concat(Enumerable.Range(0, 5).Select(_ => place[rng.Next(places)])).Order()],
            FieldTesla = field,
            RadiationLengths = rng.LogUniform(1e-3, 0.02),
            Thickness = rng.LogUniform(0.1, 2),
            Spot = new(0.1, 0.1, 0.1),
        };
        return new TrackBench(tracker, 12, 600, 3000, 20_000);
    }
}
