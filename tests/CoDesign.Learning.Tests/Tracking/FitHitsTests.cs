using CoDesign.Detectors.Trackers;
using CoDesign.Learning.Tracking;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tests.Tracks;
using CoDesign.Simulation.Tracks;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Learning.Tests.Tracking;

/// <summary>Layers with material at few places.</summary>
public sealed class FitHitsTests
{
    public static TheoryData<TrackerShape, double> Trackers => KalmanFilterTests.Trackers;

    [Theory]
    [MemberData(nameof(Trackers))]
    public void Fit_OnePlaceTooFew_IsNone(TrackerShape shape, double field) =>
        PlainTrackers(shape, field, field > 0 ? 2 : 1).Check(50, tracker =>
        {
            var bench = new TrackBench(tracker, 12, 600, 3000, 20_000);
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
    public void Fit_AsManyPlacesAsNeeded_IsThere(TrackerShape shape, double field) =>
        PlainTrackers(shape, field, field > 0 ? 3 : 2).Check(50, tracker =>
        {
            var bench = new TrackBench(tracker, 12, 600, 3000, 20_000);
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
    public void Fit_PlacesNearEachOther_IsWeightedLeastSquares(double part) =>
        Gen.Select(Gen.Bool, LogUniform(0.1, 2)).Check(20, (inner, field) =>
        {
            double middle = inner ? 100 + (500 * part) : 600 - (500 * part);
            PlainTracker tracker = (PlainTracker.Planes with
            {
                FieldTesla = field,
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
                    double expected = squares.Covariance[p * 6];
                    Assert.Equal(expected, filtered.Covariance[p * 6], 0.01 * expected);
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

    private static Gen<PlainTracker> PlainTrackers(TrackerShape shape, double field, int places) =>
        from shifts in Uniform(0, 0.9).Array[places]
        from others in Gen.Int[0, places - 1].Array[5]
        from x0 in LogUniform(1e-3, 0.02)
        from thickness in LogUniform(0.1, 2)
        let place = shifts.Select((shift, i) => 60 + (280 * (i + shift))).ToArray()
        select (shape == TrackerShape.Barrel ? PlainTracker.Barrel : PlainTracker.Planes) with
        {
            Positions = [.. place.Concat(others.Select(i => place[i])).Order()],
            FieldTesla = field,
            RadiationLengths = x0,
            Thickness = thickness,
            Spot = new(0.1, 0.1, 0.1),
        };
}
