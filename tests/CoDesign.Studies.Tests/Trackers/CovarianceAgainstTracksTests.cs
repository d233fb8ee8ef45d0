using CoDesign.Detectors.Trackers;
using CoDesign.Learning.Tracking;
using CoDesign.Physics;
using CoDesign.Simulation.Tests;
using CoDesign.Simulation.Tests.Tracks;
using CoDesign.Simulation.Tracks;
using TorchSharp;
using Xunit;
using Xunit.Abstractions;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>Propagation of covariance, and the model of sampled hits, against tracks that are sampled on the exact helix and
/// fitted by the Kalman filter, at random designs.</summary>
public sealed class CovarianceAgainstTracksTests(ITestOutputHelper output)
{
    private const int Tracks = 10_000;
    private const int Parameters = 5;

    public static TheoryData<int> Designs => [.. Enumerable.Range(1, 20)];

    // Planes and barrel, with and without field, all and 97 % of the hits, in turn; the rest at random.
    [Theory]
    [MemberData(nameof(Designs))]
    public void Squared_Covariance_IsTheMeanSquareOfKalmanFits(int design) =>
        Agrees(design, new CovarianceModel(EfficiencyForm.Sampled));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    public void Squared_SampledHits_HaveTheMeanSquareOfKalmanFits(int design) => Agrees(design, new HitModel());

    private void Agrees(int design, ITrackModel model)
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        var random = new Random(design);
        TestTracker tracker = Draw(random, design);
        double momentum = LogUniform(random, 0.5 * Units.GeV, 50 * Units.GeV);
        TrackBatch batch = tracker.Tracks(Tracks, momentum, momentum * 1.001).Draw(design);
        ReconstructedTracks fits = new TrackReconstruction(tracker.Layout(), 2).Reconstruct(batch);
        TrackErrors errors = model.Measure(tracker.Layout(), batch);
        double[] squared = errors.Squared.Values();
        // Both lose their own hits; a track counts where both have a fit.
        (int Track, int Row)[] both = [.. errors.Fitted.Select((t, row) => (t, row)).Where(p => fits.Fitted[p.t])];
        Assert.True(both.Length > 0.9 * Tracks, $"{both.Length} tracks are fitted");
        double worst = 0;
        for (int k = 0; k < Parameters; k++)
        {
            if (!tracker.HasField && k == (int)TrackParameter.Curvature)
            {
                Assert.All(both, p => Assert.Equal(0, squared[(p.Row * Parameters) + k]));
                continue;
            }

            // The tracks are the same, so that the difference of the squares of each scatters less than either.
            double[] fitted = [.. both.Select(p => Math.Pow(fits.Deviation[(p.Track * Parameters) + k], 2))];
            double[] difference = [.. both.Select((p, i) => fitted[i] - squared[(p.Row * Parameters) + k])];
            double mean = difference.Average();
            double error = Math.Sqrt(difference.Average(d => (d - mean) * (d - mean)) / difference.Length);
            worst = Math.Max(worst, Math.Abs(mean / error));
            Assert.True(
                Math.Abs(mean) <= 5 * error,
                $"{(TrackParameter)k}: mean square {fitted.Average():g6}, model {fitted.Average() - mean:g6} +- {error:g3}");
            Assert.True(error < 0.1 * fitted.Average(), $"{(TrackParameter)k}: an error of {error / fitted.Average():P1}");
        }

        output.WriteLine($"design {design}: {tracker.Shape}, {tracker.Count} layers, field {tracker.HasField}, "
            + $"pT {momentum / Units.GeV:F2} GeV, efficiency {tracker.Efficiency[0]}: worst {worst:F2} standard errors");
    }

    private static TestTracker Draw(Random random, int design)
    {
        TrackerShape shape = design % 2 == 0 ? TrackerShape.Barrel : TrackerShape.Planes;
        bool field = design / 2 % 2 == 0;
        int layers = random.Next(4, 13);
        // A layer every 30 to 60 mm or so: a track of 0.5 GeV in 2 T still crosses them all.
        double[] position = new double[layers];
        for (int i = 0; i < layers; i++)
        {
            position[i] = (i == 0 ? 30 : position[i - 1]) + LogUniform(random, 20, 60);
        }

        double[] material = [.. position.Select(_ => random.Next(4) == 0 ? 0 : LogUniform(random, 1e-3, 0.02))];
        return TestTracker.Ideal(position, 1) with
        {
            Shape = shape,
            HasField = field,
            Field = field ? (0.5 + (1.5 * random.NextDouble())) * Units.Tesla : 0,
            SigmaU = [.. position.Select(_ => LogUniform(random, 0.005, 0.1))],
            SigmaV = [.. position.Select(_ => LogUniform(random, 0.005, 0.3))],
            Efficiency = [.. position.Select(_ => design / 4 % 2 == 0 ? 1 : 0.97)],
            RadiationLengths = material,
            // Between silicon and carbon foam.
            Thickness = [.. material.Select(x => x * LogUniform(random, 90, 500))],
            // 36 MeV for each radiation length of silicon (PDG: 1.664 MeV cm2/g, 21.82 g/cm2).
            Loss = [.. material.Select(x => 36 * x)],
        };
    }

    private static double LogUniform(Random random, double low, double high) =>
        low * Math.Pow(high / low, random.NextDouble());
}
