using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks;
using CsCheck;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Tracks;

public sealed class HitModelTests
{
    [Theory]
    [MemberData(nameof(TrackFitReferenceTests.Kinds), MemberType = typeof(TrackFitReferenceTests))]
    public void Squared_Mean_IsTheVariance(TrackerShape shape, bool field) =>
        (
            from tracker in Gen.Int[8, 13].SelectMany(layers => TestTracker.Any(shape, field, layers))
            from efficiency in Uniform(0.9, 1).Array[tracker.Count]
            from batch in tracker.Tracks(4000, 300, 20_000)
            select (tracker with { Efficiency = efficiency }, batch)).Check(6, (tracker, batch) =>
        {
            using DisposeScope scope = NewDisposeScope();
            TrackErrors hits = new HitModel().Measure(tracker.Layout(), batch);
            TrackErrors propagated = new CovarianceModel(EfficiencyForm.Sampled).Measure(tracker.Layout(), batch);
            Assert.Equal(propagated.Fitted, hits.Fitted);
            Assert.InRange(hits.Fitted.Length, batch.Count / 2, batch.Count);
            double[] squared = hits.Squared.Values(), variance = propagated.Squared.Values();
            for (int k = 0; k < 5; k++)
            {
                // e^2/C is chi^2 of one degree of freedom: mean 1, variance 2.
                double[] ratio = [.. Enumerable.Range(0, hits.Fitted.Length).Where(i => variance[(5 * i) + k] > 0)
                    .Select(i => squared[(5 * i) + k] / variance[(5 * i) + k])];
                if (field || k != (int)TrackParameter.Curvature)
                {
                    Assert.Equal(1, ratio.Average(), 5 * Math.Sqrt(2.0 / ratio.Length));
                }
            }
        });

    [Fact]
    public void Squared_MeanGradient_IsThatOfTheVariance() =>
        TestTracker.Any(TrackerShape.Barrel, true, 9).Check(3, tracker =>
        {
            // By the pathwise derivative with common random numbers; each track's own gradient gives the error.
            const int Groups = 40, Tracks = 256;
            TrackBatch one = tracker.Straight(1500, Tracks);
            double scale;
            using (NewDisposeScope())
            {
                scale = 1 / new CovarianceModel().Measure(tracker.Layout(), one).Squared.select(1, 2).mean().ToDouble();
            }

            double[] expected = Gradient(new CovarianceModel(), one);
            double[][] sampled = [.. Enumerable.Range(0, Groups)
                .Select(g => Gradient(new HitModel(), one with { First = g * Tracks }))];
            for (int j = 0; j < expected.Length; j++)
            {
                double mean = sampled.Average(s => s[j]);
                double error = Math.Sqrt(sampled.Sum(s => Math.Pow(s[j] - mean, 2))) / Groups;
                Assert.Equal(expected[j], mean, (5 * error) + 1e-12);
            }

            double[] Gradient(ITrackModel model, TrackBatch batch)
            {
                using DisposeScope scope = NewDisposeScope();
                TrackerLayout layout = tracker.Layout();
                Tensor position = layout.Position.requires_grad_(true);
                Tensor x0 = layout.RadiationLengths.requires_grad_(true);
                Tensor mean = model.Measure(layout, batch).Squared.select(1, 2).mean() * scale;
                return [.. autograd.grad([mean], [position, x0]).SelectMany(g => g.Values())];
            }
        });

    [Fact]
    public void Squared_TrackOfABatch_DependsOnItsNumberAlone()
    {
        TestTracker tracker = TestTracker.Any(TrackerShape.Barrel, true, 9).Draw(3);
        TrackBatch batch = tracker.Straight(2000, 300);
        using DisposeScope scope = NewDisposeScope();
        double[] whole = new HitModel().Measure(tracker.Layout(), batch).Squared.Values();
        double[] part = new HitModel().Measure(tracker.Layout(), tracker.Straight(2000, 7) with { First = 201 })
            .Squared.Values();
        Assert.Equal(whole[(201 * 5)..(208 * 5)], part);
    }
}
