using CoDesign.Detectors.Trackers;
using CoDesign.Physics.Tests;
using CoDesign.Simulation.Tracks;
using TorchSharp;
using Xunit;

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
    public void Covariance_RandomLayout_IsTheDenseInverse(TrackerShape shape, bool field) => ForAll.Draws(15, rng =>
    {
        TestTracker tracker = TestTracker.Draw(rng, shape, field, rng.Next(8, 14));
        Check(tracker, tracker.Tracks(rng, 9), new CovarianceModel(EfficiencyForm.Sampled), (variance, _) => variance);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Hits_RandomLayout_HaveTheDenseFit(TrackerShape shape, bool field) => ForAll.Draws(15, rng =>
    {
        TestTracker tracker = TestTracker.Draw(rng, shape, field, rng.Next(8, 14));
        Check(tracker, tracker.Tracks(rng, 9), new HitModel(), (_, error) => error * error);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Models_EdgesLossesAndSlowTracks_HaveTheSameHitsAsTheReference(TrackerShape shape, bool field) =>
        ForAll.Draws(30, rng =>
        {
            TestTracker drawn = TestTracker.Draw(rng, shape, field, 10);
            TestTracker tracker = drawn with
            {
                Efficiency = [.. drawn.Position.Select(_ => 0.5 + (0.5 * rng.NextDouble()))],
                HalfU = [.. drawn.Position.Select(x => x * rng.LogUniform(0.05, 1))],
                HalfV = [.. drawn.Position.Select(x => x * rng.LogUniform(0.1, 2))],
                Loss = [.. drawn.Loss.Select(l => 10 * l)],
            };
            TrackBatch batch = tracker.Tracks(rng, 50, 40, 1000);
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
