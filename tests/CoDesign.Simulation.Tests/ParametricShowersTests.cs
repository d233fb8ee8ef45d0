using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Simulation.Random;
using TorchSharp;
using Xunit;

namespace CoDesign.Simulation.Tests;

public sealed class ParametricShowersTests
{
    private const int Events = 2000;

    private static CalorimeterDetector Detector => Flagship.Baseline();

    [Theory]
    [InlineData(ParticleKind.Electron, 10_000)]
    [InlineData(ParticleKind.Gamma, 1000)]
    [InlineData(ParticleKind.Positron, 300_000)]
    public void Simulate_EveryEvent_BalancesItsEnergy(ParticleKind particle, double energy)
    {
        ShowerBatch batch = Simulate(Detector, particle, energy);
        for (int e = 0; e < Events; e++)
        {
            double sum = Sum(batch.Active, e, batch.Layers) + Sum(batch.Passive, e, batch.Layers) + Sum(batch.Leakage, e, 3);
            Assert.Equal(energy, sum, 1e-9 * energy);
        }

        Assert.All(batch.Active.Concat(batch.Passive).Concat(batch.Leakage), v => Assert.True(v >= 0, $"{v}"));
        Assert.Equal(66, batch.Layers);
    }

    [Fact]
    public void Simulate_WideCell_AgreesWithTheSimulationOfSections()
    {
        CalorimeterDetector detector = TestStack.TestEm3.Build(); // its cells catch all, as its front face does
        ShowerBatch batch = Simulate(detector, ParticleKind.Electron, 1000);
        double[] layers = [.. Enumerable.Range(0, Events).Select(e => Sum(batch.Active, e, batch.Layers))];
        using DisposeScope scope = torch.NewDisposeScope();
        EventBatch events = new EventSource
        {
            Particle = ParticleKind.Electron,
            Energy = EnergySpectrum.List(1000),
            ImpactHalfWidth = 0,
        }.Generate(new EventStreams(4), 0, Events);
        double[] sections = new ParametricSimulation().Simulate(detector, events).Visible.sum(1).sum(1).Values();

        // The same showers with other sampling fluctuations: 5 standard errors of independent samples.
        double error = 5 * Math.Sqrt((Variance(layers) + Variance(sections)) / Events);
        Assert.Equal(sections.Average(), layers.Average(), error);
        Assert.Equal(1, Math.Sqrt(Variance(layers) / Variance(sections)), 5 / Math.Sqrt(Events));
    }

    [Fact]
    public void Simulate_Rings_AddUpAndGiveTheContainment()
    {
        ShowerBatch batch = Simulate(Detector, ParticleKind.Electron, 10_000, [0, 10, 50, 100]);
        for (int e = 0; e < Events; e++)
        {
            Assert.Equal(Sum(batch.Active, e, batch.Layers), Sum(batch.RingActive, e, 3), 1e-6);
            Assert.Equal(Sum(batch.Active, e, batch.Layers) + Sum(batch.Passive, e, batch.Layers),
                Sum(batch.RingTotal, e, 3), 1e-6);
        }

        // Within one Moliere radius (about 36 mm here) lies about 90 % of the energy (PDG, section 34.5).
        double within = batch.RingTotal.Where((_, i) => i % 3 < 2).Sum() / batch.RingTotal.Sum();
        Assert.InRange(within, 0.85, 0.99);
    }

    [Fact]
    public void Simulate_WiderFrontFace_LosesLessThroughTheSide()
    {
        double narrow = Side(Flagship.Baseline("area=0.01 m2")), wide = Side(Flagship.Baseline("area=1 m2"));
        Assert.True(narrow > 5 * wide && wide > 0, $"{narrow} and {wide} MeV");

        static double Side(CalorimeterDetector detector) => Simulate(detector, ParticleKind.Electron, 10_000)
            .Leakage.Where((_, i) => i % 3 == 2).Average();
    }

    [Fact]
    public void Simulate_InTwoBatches_GivesTheSameBits()
    {
        var showers = new ParametricShowers(Detector, new ScoringOptions());
        Primary[] primaries = [.. Enumerable.Repeat(new Primary(ParticleKind.Electron, 5000), 100)];
        ShowerBatch whole = showers.Simulate(4, 0, primaries), end = showers.Simulate(4, 63, primaries[63..]);
        Assert.Equal(whole.Active[(63 * whole.Layers)..], end.Active);
        Assert.Equal(whole.ActiveRadialMoment[(63 * whole.Layers)..], end.ActiveRadialMoment);
    }

    [Fact]
    public void Constructor_Cells_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new ParametricShowers(Detector, new ScoringOptions { CellSize = 10 }));

    private static ShowerBatch Simulate(
        CalorimeterDetector detector, ParticleKind particle, double energy, double[]? rings = null) =>
        new ParametricShowers(detector, new ScoringOptions { RingEdges = rings ?? [] })
            .Simulate(4, 0, [.. Enumerable.Repeat(new Primary(particle, energy), Events)]);

    private static double Sum(double[] values, int row, int width) => values.AsSpan(row * width, width).ToArray().Sum();

    private static double Variance(double[] values) => values.Average(v => v * v) - Math.Pow(values.Average(), 2);
}
