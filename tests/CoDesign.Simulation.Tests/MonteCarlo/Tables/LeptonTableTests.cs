using CoDesign.Physics;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Simulation.MonteCarlo.Tables;
using CsCheck;
using Xunit;
using Xunit.Abstractions;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Simulation.Tests.MonteCarlo.Tables;

public sealed class LeptonTableTests(ITestOutputHelper output)
{
    private static readonly Material Lead = MaterialCatalogue.Get("lead");

    [Fact]
    public void EnergyOfRange_OfARange_IsTheEnergy() =>
        Gen.Select(LogUniform(OctaveGrid.Lowest, 0.99 * OctaveGrid.Highest), Uniform(0, 1))
            .Check(300, (energy, share) =>
        {
            LeptonTable table = MaterialTables.For(Lead, 0.7).Electron;
            double range = table.At(energy, out int bin).Range;
            Assert.Equal(energy, table.EnergyOfRange(range, bin), 1e-9 * energy);
            Assert.Equal(energy, table.EnergyOfRange(range), 1e-9 * energy);
            double part = share * range;
            Assert.InRange(table.EnergyOfRange(part, bin), 0, energy);
            Assert.Equal(table.EnergyOfRange(part), table.EnergyOfRange(part, bin), 12);
        });

    // Below the grid the loss goes as sqrt(E): the range too.
    [Fact]
    public void EnergyOfRange_BelowTheGrid_IsQuadratic()
    {
        LeptonTable table = MaterialTables.For(Lead, 0.7).Electron;
        double lowest = table.At(OctaveGrid.Lowest, out _).Range;
        Assert.Equal(OctaveGrid.Lowest / 4, table.EnergyOfRange(lowest / 2), 12);
        Assert.Equal(0, table.EnergyOfRange(0));
    }

    // Range in the continuous slowing-down: the integral of dE/S of all losses. ESTAR's ranges [g/cm2] (NIST SRD 124).
    // ESTAR starts at 10 keV, where electrons have 0.2 mg/cm2 left.
    [Theory]
    [InlineData("water", 0.1, 0.01431)]
    [InlineData("water", 1, 0.4367)]
    [InlineData("water", 10, 4.975)]
    [InlineData("water", 100, 32.55)]
    [InlineData("lead", 0.1, 0.0311)]
    [InlineData("lead", 1, 0.7843)]
    [InlineData("lead", 10, 6.133)]
    public void Range_Unrestricted_IsThatOfEstar(string name, double energy, double expected)
    {
        Material material = MaterialCatalogue.Get(name);
        double range = new LeptonTableBuilder(material, 1).Unrestricted().At(energy, out _).Range
            * material.DensityGramPerCm3 / Units.Cm;
        output.WriteLine(
            $"{name} {energy} MeV: {range:g5} g/cm2, ESTAR {expected}, {100 * ((range / expected) - 1):f2} %");
        Assert.InRange(range / expected, 0.97, 1.03);
    }

    [Fact]
    public void At_AnyEnergy_IsTheCrossSections() => LogUniform(0.01, 1e5).Check(100, energy =>
    {
        MaterialTables tables = MaterialTables.For(Lead, 0.7);
        Element lead = Lead.Composition[0].Element;
        double cut = tables.Cuts.Electron;
        foreach (int charge in new[] { -1, 1 })
        {
            LeptonTable table = charge < 0 ? tables.Electron : tables.Positron;
            LeptonNode at = table.At(energy, out _);
            double knockOn = Lead.ElectronDensity * DeltaRayProduction.CrossSection(charge, energy, cut);
            Particle particle = charge < 0 ? Particle.Electron : Particle.Positron;
            var radiation = new Bremsstrahlung(Lead, particle);
            double loss = new CollisionLoss(Lead, charge).Restricted(energy, cut)
                + radiation.RadiativeLoss(energy, tables.Cuts.Photon);
            // Near its threshold the cross section of knock-on rises faster than the grid follows.
            double threshold = charge < 0 ? 2 * cut : cut;
            if (energy > 1.5 * threshold || energy < 0.9 * threshold)
            {
                Assert.Equal(knockOn, at.KnockOn, 0.005 * knockOn);
            }

            Assert.InRange(at.Loss / loss, 0.998, 1.002);
            Assert.True(at.Majorant >= at.Discrete * (1 - 1e-12));
            double path = 1 / (Lead.ElectronDensity / lead.AtomicNumber
                * new ElasticScattering(lead, charge).TransportCrossSection(energy));
            Assert.Equal(1, at.TransportPath / path, 0.002);
            Assert.Equal(at.TransportPath, table.TransportPath(energy), 1e-12 * at.TransportPath);
        }
    });

    // The majorant of a slowing-down electron never rises on its way.
    [Fact]
    public void Majorant_LessEnergy_IsNeverMore() =>
        Gen.Select(LogUniform(0.002, 1e6), Uniform(0, 1)).Check(300, (energy, share) =>
        {
            LeptonTable table = MaterialTables.For(Lead, 0.7).Positron;
            double end = energy * share;
            LeptonNode start = table.At(energy, out _), later = table.At(Math.Max(end, OctaveGrid.Lowest), out _);
            Assert.True(later.Discrete <= start.Majorant * (1 + 1e-12));
        });

    // The cut is where the range of an electron is the range cut; photons of the cut's energy cross it in 5 mean free
    // paths.
    [Theory]
    [InlineData("lead", 0.7)]
    [InlineData("liquid-argon", 0.7)]
    [InlineData("polystyrene", 0.1)]
    [InlineData("silicon", 10)]
    public void Cuts_AnyMaterial_HaveTheRangeOfTheCut(string name, double cut)
    {
        Material material = MaterialCatalogue.Get(name);
        var engine = new ShowerMonteCarlo(
            Boxes.Block(name, 10), new MonteCarloOptions { RangeCut = cut }, new ScoringOptions());
        ProductionCuts cuts = Assert.Single(engine.Cuts);
        double range = new LeptonTableBuilder(material, cuts.Photon).Unrestricted().At(cuts.Electron, out _).Range;
        Assert.Equal(cut, range, 1e-9 * cut);
        double paths = MaterialTables.For(material, cut).Photon.Total(cuts.Photon, Math.Log(cuts.Photon)) * cut;
        // On a node of the grid: 3 % in energy, 9 % in the cross section.
        Assert.InRange(paths / ProductionCuts.PhotonPaths, 0.9, 1);
        output.WriteLine($"{name} {cut} mm: electrons {cuts.Electron:g4}, photons {cuts.Photon:g4} MeV");
    }

    // Geant4's production cuts of electrons for 1 mm: lead 1.367 MeV, liquid argon 344.9 keV (TestEm3.out, Geant4 11).
    // Its ranges for this purpose are approximate by some 10 %, which moves the energies alike.
    [Theory]
    [InlineData("lead", 1.367)]
    [InlineData("liquid-argon", 0.3449)]
    public void Cuts_OneMillimetre_AreLikeGeant4sForElectrons(string name, double electron)
    {
        ProductionCuts cuts = MaterialTables.For(MaterialCatalogue.Get(name), 1).Cuts;
        output.WriteLine($"{name}: {cuts.Electron:g4} MeV, Geant4 {electron} MeV");
        Assert.InRange(cuts.Electron / electron, 0.8, 1.2);
    }
}
