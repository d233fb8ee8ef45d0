using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Space;
using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tests;
using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Tests.Pipelines;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Studies.Tests.Controls;

/// <summary>The co-design controls on the flagship's own pipeline: where readout and geometry couple, and where they
/// cannot.</summary>
[Collection(OneAfterTheOther.Name)]
public sealed class PipelineControlTests
{
    private const int Events = 2048;

    // Noise a hundred times the flagship's, so that it decides and its optimum can be seen.
    private static readonly string[] Noisy =
    [
        "readout.series_noise=200 nV/sqrt(Hz)", "readout.gain=5000", "readout.leakage_current=2000 nA",
        "readout.zero_suppression=0", "parameters.shaping_time.min=1 ns", "parameters.shaping_time.max=100000 ns",
    ];

    // Bits and light without end, no noise, no spread: the readout cannot matter any more.
    private static readonly string[] Ideal =
    [
        "readout.series_noise=0 nV/sqrt(Hz)", "readout.leakage_current=0 nA", "readout.zero_suppression=0",
        "readout.excess_noise_factor=1", "readout.calibration_nonuniformity=0", "readout.light_yield=1e7 1/MeV",
        "readout.bits=30",
    ];

    [Fact]
    public void Loss_IdealReadout_DoesNotDependOnShapingTime()
    {
        CalorimeterPipeline ideal = Pipeline(Flagship.Geometry(Ideal)), real = Pipeline(Flagship.Geometry(Noisy));

        Assert.InRange(Math.Abs((Loss(ideal, 40, 5) / Loss(ideal, 40, 200)) - 1), 0, 1e-9);
        // The same change is not nothing where there is noise.
        Assert.True(Math.Abs((Loss(real, 40, 5) / Loss(real, 40, 200)) - 1) > 1e-3);
    }

    // Capacitance grows with the cell, so the best shaping time does: tau = C e_n / sqrt(2 q I F M^2), the only place
    // where the loss feels tau.
    [Theory]
    [InlineData(30)]
    [InlineData(90)]
    public void Loss_Coupled_ShapingTimeIsBestWhereTheNoiseIsLeast(double cell)
    {
        SamplingCalorimeterGeometry geometry = Flagship.Geometry(Noisy);
        CalorimeterPipeline pipeline = Pipeline(geometry);
        double expected = Optimum(geometry, cell);
        double[] factors = [0.25, 0.5, 1 / Math.Sqrt(2), 1, Math.Sqrt(2), 2, 4];

        double[] losses = [.. factors.Select(f => Loss(pipeline, cell, f * expected))];

        Assert.Equal(1, factors[Array.IndexOf(losses, losses.Min())]);
        // And the noise is the same at half and twice the optimum, so the loss is.
        Assert.Equal(losses[1], losses[5], 1e-6 * losses[1]);
    }

    private static double Optimum(SamplingCalorimeterGeometry geometry, double cell)
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterReadout readout = geometry.Build(At(geometry, cell, 100)).Readout;
        double multiplied = readout.Gain.ToDouble() * readout.Gain.ToDouble() * readout.ExcessNoiseFactor.ToDouble();
        return readout.Capacitance.ToDouble() * readout.SeriesNoise.ToDouble()
            / Math.Sqrt(2 * readout.LeakageCurrent.ToDouble() * multiplied);
    }

    private static double Loss(CalorimeterPipeline pipeline, double cell, double shapingTime)
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Design design = At((SamplingCalorimeterGeometry)pipeline.Geometry, cell, shapingTime);
        return pipeline.Loss(design, new EventStreams(11), 0, Events).ToDouble();
    }

    private static Design At(SamplingCalorimeterGeometry geometry, double cell, double shapingTime)
    {
        double[] theta = [.. geometry.Space.BaselineValues];
        theta[geometry.Space.IndexOf("cell_size")] = cell;
        theta[geometry.Space.IndexOf("shaping_time")] = shapingTime;
        return geometry.Space.AtValues(theta);
    }

    private static CalorimeterPipeline Pipeline(SamplingCalorimeterGeometry geometry) => new(
        geometry,
        new EventSource { Particle = ParticleKind.Gamma, Energy = EnergySpectrum.LogUniform(3000, 10_000) },
        new ParametricSimulation(), new LinearReconstruction(),
        new Objective([new ObjectiveTerm(new EnergyResolution(), 0.03, 1)]));
}
