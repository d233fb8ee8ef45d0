using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>Hits of two kinds in the propagation of covariance.</summary>
public sealed class SharedHitsTests
{
    private const int Tracks = 20_000;

    // Three hits in ten have a tenth of the variance of the others.
    private const double Probability = 0.3, Single = 1e-4, Shared = 1e-5;
    private const double MeanSquare = ((1 - Probability) * Single) + (Probability * Shared);

    [Fact]
    public void Sampled_TwoHitsOfALine_HaveTheMeanSquare()
    {
        // Nothing to weigh: the offset at 0 from hits at 100 and 200 is 2 u1 - u2.
        double[] variance = Variances([100, 200], EfficiencyForm.Sampled);

        Moments.MeanIs(5 * MeanSquare, variance);
        Assert.Equal(4, variance.Select(v => Math.Round(v / Shared)).Distinct().Count());
    }

    [Fact]
    public void Sampled_ManyHits_HaveTheMeanInformation()
    {
        double[] position = [.. Enumerable.Range(0, 400).Select(i => 100.0 + i)];
        double information = ((1 - Probability) / Single) + (Probability / Shared);

        double mean = Variances(position, EfficiencyForm.Sampled, 500).Average();

        // Of N hits of a straight line the scatter of weights, twice their mean here, takes about 4 var(w)/(N w^2).
        double expected = Variances(position, EfficiencyForm.Expected, 1)[0] / (MeanSquare * information);
        Assert.Equal(expected, mean, 0.02 * expected);
    }

    [Fact]
    public void Sampled_HitsOfTheModel_HaveThatVariance()
    {
        double[] position = [100, 150, 250, 400];
        using DisposeScope scope = NewDisposeScope();
        TestTracker tracker = Line(position);
        double[] hits = Offsets(new HitModel().Measure(Layout(tracker), tracker.Straight(5000, Tracks)));
        double[] variance = Variances(position, EfficiencyForm.Sampled);

        Moments.MeanIs(1, [.. hits.Zip(variance, (h, v) => h / v)]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Sampled_OneKindAlone_IsThatOfTheResolution(double probability)
    {
        using DisposeScope scope = NewDisposeScope();
        TestTracker tracker = Line([100, 150, 250, 400]);
        double[] plain = Offsets(new CovarianceModel().Measure(tracker.Layout(), tracker.Straight(5000, 8)));
        TrackerLayout layout = tracker.Layout() with { SharedU = Kind(tracker, probability, MeanSquare) };

        Assert.Equal(plain, Offsets(
            new CovarianceModel(EfficiencyForm.Sampled).Measure(layout, tracker.Straight(5000, 8))));
    }

    private static double[] Variances(double[] position, EfficiencyForm form, int tracks = Tracks)
    {
        using DisposeScope scope = NewDisposeScope();
        TestTracker tracker = Line(position);
        return Offsets(new CovarianceModel(form).Measure(Layout(tracker), tracker.Straight(5000, tracks)));
    }

    private static TestTracker Line(double[] position) =>
        TestTracker.Ideal(position, Math.Sqrt(MeanSquare)) with { HasField = false };

    private static TrackerLayout Layout(TestTracker tracker) =>
        tracker.Layout() with { SharedU = Kind(tracker, Probability, Shared) };

    private static SharedHits Kind(TestTracker tracker, double probability, double variance) => new(
        full([tracker.Count], probability, ScalarType.Float64), full([tracker.Count], variance, ScalarType.Float64));

    private static double[] Offsets(TrackErrors errors) => errors.Squared.select(1, 0).contiguous().Values();
}
