using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Physics.Tests;
using CoDesign.Simulation.Tracks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>Layers with material at few places, in the numbers of thin silicon.</summary>
public sealed class FitPlacesTests
{
    public static TheoryData<TrackerShape, bool> Kinds => TrackFitReferenceTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fitted_OnePlaceTooFew_AreNone(TrackerShape shape, bool field) => ForAll.Draws(100, rng =>
    {
        TestTracker tracker = Draw(rng, shape, field, field ? 2 : 1);
        Assert.All(Measure(rng, tracker), errors => Assert.Empty(errors.Fitted));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fitted_AsManyPlacesAsNeeded_AreAll(TrackerShape shape, bool field) => ForAll.Draws(100, rng =>
    {
        TestTracker tracker = Draw(rng, shape, field, field ? 3 : 2);
        Assert.All(Measure(rng, tracker), errors => Assert.Equal(12, errors.Fitted.Length));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fitted_OnePlaceTooFewInV_AreNone(TrackerShape shape, bool field) => ForAll.Draws(100, rng =>
    {
        TestTracker drawn = Draw(rng, shape, field, field ? 3 : 2);
        TestTracker tracker = drawn with
        {
            MeasuresV = [.. drawn.Position.Select(x => x == drawn.Position[0])],
        };
        tracker = tracker.MeasuresV.Count(m => m) > 1 ? tracker : Draw(rng, shape, field, 1);
        Assert.All(Measure(rng, tracker), errors => Assert.Empty(errors.Fitted));
    });

    // Less than layers can be told apart by a matrix.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fitted_PlacesThatDifferByAMillionth_AreOne(TrackerShape shape, bool field) => ForAll.Draws(100, rng =>
    {
        TestTracker drawn = Draw(rng, shape, field, 2);
        double span = drawn.Position[^1] - drawn.Position[0];
        double[] moved = [.. drawn.Position.Select(x => x + (1e-6 * span * rng.NextDouble())).Order()];
        TestTracker tracker = drawn with { Position = moved };
        Assert.All(Measure(rng, tracker), errors => Assert.Equal(field ? 0 : 12, errors.Fitted.Length));
    });

    [Theory]
    [InlineData(TrackerShape.Barrel, 1e-3)]
    [InlineData(TrackerShape.Planes, 1e-3)]
    [InlineData(TrackerShape.Barrel, 1e-4)]
    [InlineData(TrackerShape.Planes, 1e-4)]
    public void Squared_PlacesNearEachOther_IsTheDenseInverse(TrackerShape shape, double part) => ForAll.Draws(20, rng =>
    {
        TestTracker drawn = Draw(rng, shape, true, 2);
        double[] position = drawn.Position;
        bool inner = rng.Next(2) == 0;
        double near = part * (position[^1] - position[0]) * (inner ? 1 : -1);
        position[inner ? position.Count(x => x == position[0]) - 1 : position.Count(x => x == position[0])] += near;
        TrackBatch tracks = Tracks(rng, drawn);
        using DisposeScope scope = NewDisposeScope();
        TrackErrors errors = new CovarianceModel().Measure(drawn.Layout(), tracks);
        Assert.Equal(Enumerable.Range(0, 12), errors.Fitted);
        double[] squared = errors.Squared.Values();
        for (int i = 0; i < squared.Length; i++)
        {
            double expected = new PlainFit(drawn, tracks, i / 5).Solve().Covariance[i % 5, i % 5];
            Assert.Equal(expected, squared[i], 0.01 * expected);
        }
    });

    // Six to nine layers of one momentum range: none curls before the last.
    private static TestTracker Draw(System.Random rng, TrackerShape shape, bool field, int places)
    {
        double[] place = [.. Enumerable.Range(0, places).Select(i => 60 + (280 * (i + (0.9 * rng.NextDouble()))))];
        double[] position =
            [.. place.Concat(Enumerable.Range(0, 6).Select(_ => place[rng.Next(places)])).Order()];
        double[] x0 = [.. position.Select(_ => rng.LogUniform(1e-3, 0.02))];
        return TestTracker.Ideal(position, 0.02) with
        {
            Shape = shape,
            HasField = field,
            Field = field ? rng.LogUniform(0.1, 2) * Units.Tesla : 0,
            SigmaU = [.. position.Select(_ => rng.LogUniform(0.005, 0.1))],
            SigmaV = [.. position.Select(_ => rng.LogUniform(0.005, 0.1))],
            RadiationLengths = x0,
            Thickness = [.. x0.Select(x => 94 * x)],
        };
    }

    private static TrackBatch Tracks(System.Random rng, TestTracker tracker)
    {
        double least = Math.Max(200, 2 * PhysicalConstants.SpeedOfLight * tracker.Field * tracker.Position[^1]);
        return tracker.Tracks(rng, 12, least, 20 * least);
    }

    private static List<TrackErrors> Measure(System.Random rng, TestTracker tracker)
    {
        using DisposeScope scope = NewDisposeScope();
        TrackBatch tracks = Tracks(rng, tracker);
        TrackerLayout layout = tracker.Layout();
        ITrackModel[] models = [new CovarianceModel(), new CovarianceModel(EfficiencyForm.Sampled), new HitModel()];
        return [.. models.Select(model => model.Measure(layout, tracks))];
    }
}
