using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks;
using CsCheck;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>The filter against the full covariance matrix of all hits.</summary>
public sealed class TrackFitReferenceTests
{
    public static TheoryData<TrackerShape, bool> Kinds => new()
    {
        { TrackerShape.Barrel, true }, { TrackerShape.Barrel, false }, { TrackerShape.Planes, true },
        { TrackerShape.Planes, false },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Covariance_RandomLayout_IsTheDenseInverse(TrackerShape shape, bool field) =>
        Cases(shape, field).Check(15, (tracker, batch) =>
        {
            Check(tracker, batch, new CovarianceModel(EfficiencyForm.Sampled), (variance, _) => variance);
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Hits_RandomLayout_HaveTheDenseFit(TrackerShape shape, bool field) =>
        Cases(shape, field).Check(15, (tracker, batch) =>
        {
            Check(tracker, batch, new HitModel(), (_, error) => error * error);
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Models_EdgesLossesAndSlowTracks_HaveTheSameHitsAsTheReference(TrackerShape shape, bool field) =>
        SmallLossyCases(shape, field).Check(30, (tracker, batch) =>
        {
            using DisposeScope scope = torch.NewDisposeScope();
            TrackErrors errors = new CovarianceModel(EfficiencyForm.Sampled).Measure(tracker.Layout(), batch);
            PlainFit[] fits = [.. Enumerable.Range(0, 50).Select(t => new PlainFit(tracker, batch, t))];
            Assert.Equal(fits.Select(f => f.HitsU), errors.HitsU);
            Assert.Equal(fits.Select(f => f.HitsV), errors.HitsV);
            // A track whose hits are all but degenerate may be left out.
            Assert.DoesNotContain(errors.Fitted, t => !fits[t].IsFitted);
            Assert.All(errors.Squared.Values(), v => Assert.True(double.IsFinite(v) && v >= 0));
            Assert.Equal(errors.Fitted, new HitModel().Measure(tracker.Layout(), batch).Fitted);
        });

    private static Gen<(TestTracker Tracker, TrackBatch Tracks)> Cases(TrackerShape shape, bool field) =>
        from tracker in Gen.Int[8, 13].SelectMany(layers => TestTracker.Any(shape, field, layers))
        from batch in tracker.Tracks(9)
        select (tracker, batch);

    private static Gen<(TestTracker Tracker, TrackBatch Tracks)> SmallLossyCases(TrackerShape shape, bool field) =>
        from drawn in TestTracker.Any(shape, field, 10)
        from efficiency in Uniform(0.5, 1).Array[10]
        from u in LogUniform(0.05, 1).Array[10]
        from v in LogUniform(0.1, 2).Array[10]
        let tracker = drawn with
        {
            Efficiency = efficiency,
            HalfU = [.. drawn.Position.Zip(u, (x, share) => x * share)],
            HalfV = [.. drawn.Position.Zip(v, (x, share) => x * share)],
            Loss = [.. drawn.Loss.Select(l => 10 * l)],
        }
        from batch in tracker.Tracks(50, 40, 1000)
        select (tracker, batch);

    private static void Check(
        TestTracker tracker, TrackBatch batch, ITrackModel model, Func<double, double, double> square)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        TrackErrors errors = model.Measure(tracker.Layout(), batch);
        double[] squared = errors.Squared.Values();
        Assert.NotEmpty(errors.Fitted);
        for (int i = 0; i < errors.Fitted.Length; i++)
        {
            (double[,] covariance, double[] error) = new PlainFit(tracker, batch, errors.Fitted[i]).Solve();
            for (int k = 0; k < 5; k++)
            {
                // An error far below its standard deviation is the difference of large numbers.
                double expected = square(covariance[k, k], error[k]);
                Assert.Equal(expected, squared[(5 * i) + k], 1e-9 * Math.Max(expected, covariance[k, k]));
            }
        }
    }
}
