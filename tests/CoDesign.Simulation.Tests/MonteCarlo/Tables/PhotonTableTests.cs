using CoDesign.Physics;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.MonteCarlo.Processes;
using CoDesign.Simulation.MonteCarlo.Tables;
using CoDesign.Simulation.Random;
using Xunit;
using Xunit.Abstractions;

namespace CoDesign.Simulation.Tests.MonteCarlo.Tables;

public sealed class PhotonTableTests(ITestOutputHelper output)
{
    [Fact]
    public void Total_EveryMaterial_IsThatOfTheCrossSections()
    {
        (double Off, string Where) worst = (0, "");
        foreach (Material material in MaterialCatalogue.All)
        {
            var table = new PhotonTable(material);
            for (double log = Math.Log(1e-3); log < Math.Log(1e6); log += 0.0047)
            {
                double energy = Math.Exp(log), expected = Parts(material, energy).Sum();
                double off = Math.Abs((table.Total(energy, log) / expected) - 1);
                worst = off > worst.Off ? (off, $"{material.Name}, {energy:g5} MeV") : worst;
            }
        }

        output.WriteLine($"largest deviation {100 * worst.Off:f3} % ({worst.Where})");
        Assert.InRange(worst.Off, 0, 0.005);
    }

    [Theory]
    [InlineData(0.0155)]
    [InlineData(0.3)]
    [InlineData(3)]
    [InlineData(1e5)]
    public void Choose_FollowsProcessAndElementCrossSections(double energy)
    {
        Material material = MaterialCatalogue.Get("PbWO4");
        var table = new PhotonTable(material);
        var rng = new TransportRandom(1, 1);
        const int Draws = 100_000;
        double log = Math.Log(energy), total = Parts(material, energy).Sum();
        int elements = material.Composition.Count;
        var counts = new int[3 * elements];
        for (int i = 0; i < Draws; i++)
        {
            PhotonProcess process = table.Choose(energy, log, rng.Uniform());
            counts[((int)process * elements) + table.ChooseElement(process, energy, log, rng.Uniform())]++;
        }

        double[] parts = Parts(material, energy);
        for (int i = 0; i < counts.Length; i++)
        {
            double p = parts[i] / total, error = Math.Sqrt(p * (1 - p) / Draws) + (0.005 * p);
            Assert.InRange((double)counts[i] / Draws, p - (5 * error) - 1e-9, p + (5 * error) + 1e-9);
        }
    }

    [Fact]
    public void Choose_BelowThreshold_NeverMakesPairs()
    {
        var table = new PhotonTable(MaterialCatalogue.Get("lead"));
        for (double energy = 0.9; energy <= PairProduction.Threshold; energy += 1e-4)
        {
            Assert.NotEqual(PhotonProcess.PairProduction, table.Choose(energy, Math.Log(energy), 1 - 1e-12));
        }
    }

    // Macroscopic cross sections by process and element [1/mm].
    private static double[] Parts(Material material, double energy)
    {
        double lpm = LandauPomeranchukMigdal.Energy(material.RadiationLength);
        double Atoms(ElementFraction c) => material.DensityGramPerCm3 / Units.Cm3 * c.MassFraction
            * PhysicalConstants.Avogadro / c.Element.AtomicMassGramPerMole;
        return
        [
            .. material.Composition.Select(
                c => Atoms(c) * Photoelectric.CrossSection(c.Element.AtomicNumber, energy)),
            .. material.Composition.Select(
                c => Atoms(c) * ComptonScattering.CrossSection(c.Element.AtomicNumber, energy)),
            .. material.Composition.Select(
                c => Atoms(c) * PairProduction.CrossSection(c.Element.AtomicNumber, energy, lpm)),
        ];
    }
}
