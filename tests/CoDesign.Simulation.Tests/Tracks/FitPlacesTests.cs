using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Tracks;
using CsCheck;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>Layers with material at few places, in the numbers of thin silicon.</summary>
public sealed class FitPlacesTests
{
    public static TheoryData<TrackerShape, bool> Kinds => TrackFitReferenceTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fitted_OnePlaceTooFew_AreNone(TrackerShape shape, bool field) =>
        WithTracks(Trackers(shape, field, field ? 2 : 1)).Check(100, (tracker, tracks) =>
        {
            Assert.All(Measure(tracker, tracks), errors => Assert.Empty(errors.Fitted));
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fitted_AsManyPlacesAsNeeded_AreAll(TrackerShape shape, bool field) =>
        WithTracks(Trackers(shape, field, field ? 3 : 2)).Check(100, (tracker, tracks) =>
        {
            Assert.All(Measure(tracker, tracks), errors => Assert.Equal(12, errors.Fitted.Length));
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fitted_OnePlaceTooFewInV_AreNone(TrackerShape shape, bool field) =>
        WithTracks(Trackers(shape, field, field ? 3 : 2)
            .Select(t => t with { MeasuresV = [.. t.Position.Select(x => x == t.Position[0])] })
            .Where(t => t.MeasuresV.Count(m => m) > 1)).Check(100, (tracker, tracks) =>
        {
            Assert.All(Measure(tracker, tracks), errors => Assert.Empty(errors.Fitted));
        });

    // Less than layers can be told apart by a matrix.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fitted_PlacesThatDifferByAMillionth_AreOne(TrackerShape shape, bool field) =>
        WithTracks(
            from drawn in Trackers(shape, field, 2)
            from shares in Uniform(0, 1e-6).Array[drawn.Count]
            let span = drawn.Position[^1] - drawn.Position[0]
            select drawn with { Position = [.. drawn.Position.Zip(shares, (x, s) => x + (s * span)).Order()] })
            .Check(100, (tracker, tracks) =>
        {
            Assert.All(Measure(tracker, tracks), errors => Assert.Equal(field ? 0 : 12, errors.Fitted.Length));
        });

    [Theory]
    [InlineData(TrackerShape.Barrel, 1e-3)]
    [InlineData(TrackerShape.Planes, 1e-3)]
    [InlineData(TrackerShape.Barrel, 1e-4)]
    [InlineData(TrackerShape.Planes, 1e-4)]
    public void Squared_PlacesNearEachOther_IsTheDenseInverse(TrackerShape shape, double part) =>
        WithTracks(
            from drawn in Trackers(shape, true, 2)
            from inner in Gen.Bool
            select drawn with { Position = OneMoved(drawn.Position, inner, part) }).Check(20, (tracker, tracks) =>
        {
            using DisposeScope scope = NewDisposeScope();
            TrackErrors errors = new CovarianceModel().Measure(tracker.Layout(), tracks);
            Assert.Equal(Enumerable.Range(0, 12), errors.Fitted);
            double[] squared = errors.Squared.Values();
            for (int i = 0; i < squared.Length; i++)
            {
                double expected = new PlainFit(tracker, tracks, i / 5).Solve().Covariance[i % 5, i % 5];
                Assert.Equal(expected, squared[i], 0.01 * expected);
            }
        });

    // Six to nine layers of one momentum range: none curls before the last.
    private static Gen<TestTracker> Trackers(TrackerShape shape, bool field, int places) =>
        from shifts in Uniform(0, 0.9).Array[places]
        from others in Gen.Int[0, places - 1].Array[6]
        from strength in LogUniform(0.1, 2)
        from x0 in LogUniform(1e-3, 0.02).Array[places + 6]
        from sigmaU in LogUniform(0.005, 0.1).Array[places + 6]
        from sigmaV in LogUniform(0.005, 0.1).Array[places + 6]
        let place = shifts.Select((shift, i) => 60 + (280 * (i + shift))).ToArray()
        select TestTracker.Ideal([.. place.Concat(others.Select(i => place[i])).Order()], 0.02) with
        {
            Shape = shape,
            HasField = field,
            Field = field ? strength * Units.Tesla : 0,
            SigmaU = sigmaU,
            SigmaV = sigmaV,
            RadiationLengths = x0,
            Thickness = [.. x0.Select(x => 94 * x)],
        };

    private static Gen<(TestTracker Tracker, TrackBatch Tracks)> WithTracks(Gen<TestTracker> trackers) =>
        from tracker in trackers
        let least = Math.Max(200, 2 * PhysicalConstants.SpeedOfLight * tracker.Field * tracker.Position[^1])
        from tracks in tracker.Tracks(12, least, 20 * least)
        select (tracker, tracks);

    /// <summary>Two places, of which one layer of the inner or the outer one is moved towards the other.</summary>
    private static double[] OneMoved(double[] position, bool inner, double part)
    {
        double[] moved = [.. position];
        int innermost = position.Count(x => x == position[0]);
        moved[inner ? innermost - 1 : innermost] += part * (position[^1] - position[0]) * (inner ? 1 : -1);
        return moved;
    }

    private static List<TrackErrors> Measure(TestTracker tracker, TrackBatch tracks)
    {
        using DisposeScope scope = NewDisposeScope();
        TrackerLayout layout = tracker.Layout();
        ITrackModel[] models = [new CovarianceModel(), new CovarianceModel(EfficiencyForm.Sampled), new HitModel()];
        return [.. models.Select(model => model.Measure(layout, tracks))];
    }
}
