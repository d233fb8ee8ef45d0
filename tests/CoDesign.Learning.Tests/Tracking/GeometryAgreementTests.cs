using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Trackers;
using CoDesign.Learning.Tracking;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tests;
using CoDesign.Simulation.Tests.Tracks;
using CoDesign.Simulation.Tracks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Learning.Tests.Tracking;

/// <summary>The whole chain with segmented sensors and the propagation of covariance, in the trackers of the
/// repository.</summary>
public sealed class GeometryAgreementTests
{
    private const int Many = 20_000;

    [Theory]
    [InlineData("tracker-vertex.yaml", 0.5)]
    [InlineData("tracker-vertex.yaml", 20)]
    [InlineData("tracker-its2.yaml", 0.5)]
    [InlineData("tracker-its2.yaml", 10)]
    public void Baseline_SegmentedSensors_AgreeWithTheModel(string file, double momentumGeV)
    {
        using DisposeScope scope = NewDisposeScope();
        TrackerLayout layout = Baseline(file);
        TrackBatch tracks = Source(layout, momentumGeV * Units.GeV).Generate(new EventStreams(29), 0, Many);

        ReconstructedTracks fits = new TrackReconstruction(layout, 1).Reconstruct(tracks);
        TrackErrors model = new CovarianceModel(EfficiencyForm.Sampled).Measure(layout, tracks);

        Assert.Equal(0, fits.WrongHits.Sum());
        Assert.All(fits.Fitted, Assert.True);
        Assert.Equal(Many, model.Fitted.Length);
        double[] expected = model.Squared.contiguous().Values();
        for (int p = 0; p < 5; p++)
        {
            double[] squares = [.. Enumerable.Range(0, Many).Select(t => Math.Pow(fits.Deviation[(t * 5) + p], 2))];
            double[] variances = [.. Enumerable.Range(0, Many).Select(t => expected[(t * 5) + p])];

            // The resolution is that of normal incidence: 3 % of the rms, beside the errors of both samples.
            double ratio = Math.Sqrt(squares.Average() / variances.Average());
            double error = 0.5 * Math.Sqrt(Relative(squares) + Relative(variances));
            Assert.Equal(1, ratio, 0.03 + (5 * error));
            Pulls(fits, p);
        }

        // Errors of clusters are interpolated and not normal: as for the pulls.
        Assert.Equal(1, fits.ChiSquared.Sum() / fits.DegreesOfFreedom.Sum(), 0.02);
    }

    // Square of the relative error of the mean.
    private static double Relative(double[] sample)
    {
        double mean = sample.Average();
        return Moments.Square(sample, mean) / (mean * mean * sample.Length);
    }

    // 2 % for the sampled and interpolated errors of clusters and the linearised track, beside five standard errors.
    private static void Pulls(ReconstructedTracks fits, int parameter)
    {
        double[] squares = [.. Enumerable.Range(0, Many).Select(t =>
            Math.Pow(fits.Deviation[(t * 5) + parameter], 2) / fits.Variance[(t * 5) + parameter])];
        double error = Math.Sqrt(Moments.Square(squares, squares.Average()) / Many);
        Assert.Equal(1, squares.Average(), 0.02 + (5 * error));
    }

    private static TrackerLayout Baseline(string file)
    {
        string path = Path.Combine(Flagship.Root, "geometries", file);
        var geometry = (TrackerGeometry)GeometryLoader.Load(path, File.ReadAllText(path), []);
        TrackerLayout layout = geometry.Build(geometry.Space.Baseline()).Layout;

        // Lost hits make rare tracks that outweigh the others in a root mean square.
        return layout with
        {
            Efficiency = ones_like(layout.Efficiency),
            SensorEfficiency = ones_like(layout.Efficiency),
        };
    }

    private static TrackSource Source(TrackerLayout layout, double momentum) => new()
    {
        Shape = layout.Shape,
        BeamSpot = layout.BeamSpot,
        Particles = [Particle.PionMinus, Particle.PionPlus],
        Momentum = EnergySpectrum.List([momentum]),
        Polar = PolarSpectrum.AngleBetween(60 * Units.Degree, 120 * Units.Degree),
    };
}
