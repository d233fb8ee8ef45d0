using CoDesign.Physics;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;
using Xunit;
using Xunit.Abstractions;

namespace CoDesign.Simulation.Tests.MonteCarlo.Engine;

/// <summary>What the transport of single particles must give whatever the model of a shower.</summary>
public sealed class TransportTests(ITestOutputHelper output)
{
    // A photon that interacted has made a charged particle; one that did not takes a step a slab.
    [Theory]
    [InlineData("water", 200, 10)]
    [InlineData("lead", 10, 10)]
    [InlineData("water", 50, 0.1)]
    [InlineData("iron", 20, 1)]
    public void Photon_ThroughSlabs_SurvivesAsTheExponential(string name, double depth, double energy)
    {
        const int Events = 40_000;
        Material material = MaterialCatalogue.Get(name);
        var box = new SlabBox(
            [.. Enumerable.Range(0, 4).Select(i => new Slab(material, depth / 4, SlabRole.Active, i))],
            double.PositiveInfinity);
        ShowerBatch batch = box.Simulate(new Primary(ParticleKind.Gamma, energy), Events);
        double[] deposit = batch.PerEvent(batch.Active);
        int survivors = 0;
        for (int e = 0; e < Events; e++)
        {
            bool survived = batch.PhotonSteps[e] == 4 && deposit[e] == 0 && batch.Leakage[(3 * e) + 1] == energy;
            survivors += survived ? 1 : 0;
            Assert.Equal(survived, batch.ChargedSteps[e] == 0 && deposit[e] == 0);
        }

        double expected = Math.Exp(-Attenuation(material, energy) * depth);
        double error = Math.Sqrt(expected * (1 - expected) / Events);
        output.WriteLine($"{name}: {(double)survivors / Events:f5}, expected {expected:f5} +- {error:f5}");
        Assert.InRange(((double)survivors / Events) - expected, -5 * error, 5 * error);
    }

    [Fact]
    public void Photon_Slanted_SeesTheLongerPath()
    {
        const int Events = 40_000;
        Material water = MaterialCatalogue.Get("water");
        ShowerBatch batch = Boxes.Block("water", 100).Simulate(
            new Primary(ParticleKind.Gamma, 1, 0, 0, 0.6, 0.8), Events);
        int survivors = Enumerable.Range(0, Events).Count(e => batch.Leakage[(3 * e) + 1] == 1);
        double expected = Math.Exp(-Attenuation(water, 1) * 100 * Math.Sqrt(2));
        double error = Math.Sqrt(expected * (1 - expected) / Events);
        Assert.InRange(((double)survivors / Events) - expected, -5 * error, 5 * error);
    }

    // Radiation yield of 10 MeV electrons in water, the share of the energy that goes into bremsstrahlung: 4.16 %
    // (ICRU Report 37, as ESTAR). Most of it, photons of 1 MeV and more, leaves 10 cm of water.
    [Fact]
    public void Electron_InThickBlock_LosesOnlyWhatItRadiates()
    {
        ShowerBatch batch = Boxes.Block("water", 100).Simulate(Boxes.Electron(10), 4000);
        var leakage = new Sample(batch.PerEvent(batch.Leakage));
        output.WriteLine($"leakage {leakage.Mean / 10:p2} +- {leakage.MeanError / 10:p2}");
        Assert.InRange(leakage.Mean / 10, 0.4 * 0.0416, (1.05 * 0.0416) + (5 * leakage.MeanError / 10));
        Assert.InRange(new Sample(batch.PerEvent(batch.Active)).Quantile(0.5), 9.5, 10);
    }

    // With photons below an infinite cut nothing is radiated, and a 1 MeV electron cannot get deeper than its range,
    // 0.437 g/cm2 in water (ESTAR); the deepest get close to it.
    [Fact]
    public void Electron_WithoutSecondaries_StopsWithinItsRange()
    {
        var box = new SlabBox(
            [.. Enumerable.Range(0, 60).Select(i => new Slab(MaterialCatalogue.Get("water"), 0.1, SlabRole.Active, i))],
            double.PositiveInfinity);
        ShowerBatch batch = box.Simulate(Boxes.Electron(1), 1000, rangeCut: 1e4);
        double total = batch.Active.Sum(), beyond = 0, behind = 0;
        for (int i = 0; i < batch.Active.Length; i++)
        {
            beyond += i % 60 >= 45 ? batch.Active[i] : 0;
            behind += i % 60 >= 30 ? batch.Active[i] : 0;
        }

        output.WriteLine($"beyond 3 mm {behind / total:p2}, beyond 4.5 mm {beyond / total:p3}");
        Assert.InRange(beyond / total, 0, 0.002);
        Assert.InRange(behind / total, 0.03, 0.5);
        Assert.Equal(0, batch.PhotonSteps.Sum());
    }

    [Fact]
    public void Positron_AtRest_FreesTwoPhotons()
    {
        const double Mass = PhysicalConstants.ElectronMass;
        ShowerBatch batch = Boxes.Block("silicon", 0.2).Simulate(new Primary(ParticleKind.Positron, 0.05), 4000);
        // Both photons cross 0.2 mm of silicon with 95 % and more, one forward and one backward.
        int clean = 0;
        for (int e = 0; e < batch.Count; e++)
        {
            clean += Math.Abs(batch.Leakage[3 * e] - Mass) < 1e-9
                && Math.Abs(batch.Leakage[(3 * e) + 1] - Mass) < 1e-9 ? 1 : 0;
        }

        Assert.InRange(clean / (double)batch.Count, 0.75, 1);
    }

    [Fact]
    public void Shower_DeepStack_IsLinearInEnergy()
    {
        SlabBox box = Boxes.Sampling("lead", 3, "liquid-argon", 6, 60, double.PositiveInfinity);
        Sample[] samples =
        [
            .. new[] { (250.0, 240), (1000.0, 100), (4000.0, 40) }.Select(c =>
            {
                ShowerBatch batch = box.Simulate(Boxes.Electron(c.Item1), c.Item2, threads: Environment.ProcessorCount);
                return new Sample([.. batch.PerEvent(batch.Active).Select(v => v / c.Item1)]);
            }),
        ];
        foreach (Sample sample in samples)
        {
            output.WriteLine($"active/E {sample.Mean:f5} +- {sample.MeanError:f5}");
            double error = Math.Sqrt(Math.Pow(sample.MeanError, 2) + Math.Pow(samples[1].MeanError, 2));
            // Beyond statistics: what escapes in front of the stack, below 1 %.
            Assert.InRange(Math.Abs(sample.Mean - samples[1].Mean), 0, (5 * error) + (0.01 * samples[1].Mean));
        }
    }

    [Fact]
    public void Shower_AlongTheAxis_IsRound()
    {
        ShowerBatch batch = Boxes.Sampling("lead", 5, "polystyrene", 5, 20, double.PositiveInfinity).Simulate(
            Boxes.Electron(200), 300, new ScoringOptions { CellSize = 2 });
        var moments = new double[4][];
        for (int m = 0; m < 4; m++)
        {
            moments[m] = new double[batch.Count];
        }

        foreach (CellDeposit cell in batch.Cells.Where(c => Math.Abs(c.I) <= 50 && Math.Abs(c.J) <= 50))
        {
            moments[0][cell.Event] += cell.Energy * cell.I;
            moments[1][cell.Event] += cell.Energy * cell.J;
            moments[2][cell.Event] += cell.Energy * ((cell.I * cell.I) - (cell.J * cell.J));
            moments[3][cell.Event] += cell.Energy * cell.I * cell.J;
        }

        foreach (Sample sample in moments.Select(m => new Sample(m)))
        {
            Assert.InRange(sample.Mean, -5 * sample.MeanError, 5 * sample.MeanError);
            Assert.True(sample.MeanError > 0);
        }
    }

    // Without sides nothing tells one place from another: cells move along, and nothing else changes.
    [Fact]
    public void Shower_DisplacedByCells_MovesAlong()
    {
        SlabBox box = Boxes.Sampling("lead", 5, "polystyrene", 5, 10, double.PositiveInfinity);
        var scoring = new ScoringOptions { CellSize = 16 };
        ShowerBatch centre = box.Simulate(Boxes.Electron(200), 20, scoring);
        ShowerBatch displaced = box.Simulate(new Primary(ParticleKind.Electron, 200, 48, -32), 20, scoring);
        var expected = centre.Cells.ToDictionary(c => (c.Event, c.Plane, c.I + 3, c.J - 2), c => c.Energy);
        Assert.Equal(expected.Count, displaced.Cells.Count);
        Assert.All(displaced.Cells, c => Assert.Equal(expected[(c.Event, c.Plane, c.I, c.J)], c.Energy, 1e-6));
        Assert.All(centre.Active.Zip(displaced.Active), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Primary_BesideTheBox_LeaksAtOnce()
    {
        ShowerBatch batch = Boxes.Block("lead", 50, 100).Simulate(new Primary(ParticleKind.Positron, 5, 60), 1);
        Assert.Equal(5 + (2 * PhysicalConstants.ElectronMass), batch.Leakage[2], 1e-12);
        Assert.Equal(0, batch.Active[0]);
    }

    private static double Attenuation(Material material, double energy) => material.Composition.Sum(c =>
    {
        int z = c.Element.AtomicNumber;
        double atoms = material.DensityGramPerCm3 * c.MassFraction * PhysicalConstants.Avogadro
            / (c.Element.AtomicMassGramPerMole * Units.Cm3);
        return atoms * (Photoelectric.CrossSection(z, energy) + ComptonScattering.CrossSection(z, energy)
            + PairProduction.CrossSection(z, energy));
    });
}
