using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using Xunit;

namespace CoDesign.Physics.Tests.Electromagnetic;

public sealed class PairProductionTests
{
    [Fact]
    public void CrossSection_Threshold_IsZeroAndRises()
    {
        Assert.Equal(0, PairProduction.CrossSection(82, PairProduction.Threshold));
        double before = 0;
        for (double energy = 1.03; energy < 100; energy *= 1.02)
        {
            double sigma = PairProduction.CrossSection(82, energy);
            Assert.True(sigma > before);
            before = sigma;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(26)]
    [InlineData(82)]
    public void CrossSection_AtEightyGeV_HasNoStep(int z)
    {
        double lpm = LandauPomeranchukMigdal.Energy(10 * Units.Cm);
        double below = PairProduction.CrossSection(z, 80 * Units.GeV, lpm);
        double above = PairProduction.CrossSection(z, 80.001 * Units.GeV, lpm);
        Assert.InRange(above / below, 0.998, 1.002);
    }

    // The 16-point rule of the cross section against a fine one.
    [Theory]
    [InlineData(1, 1e5)]
    [InlineData(82, 1e5)]
    [InlineData(82, 1e6)]
    public void CrossSection_Relativistic_IsIntegralOfDifferential(int z, double energy)
    {
        double lpm = LandauPomeranchukMigdal.Energy(MaterialCatalogue.Get("lead").RadiationLength);
        double low = PhysicalConstants.ElectronMass / energy;
        double Integral(double e) => 2 * CrossSectionTests.Simpson(
            Math.Log(PhysicalConstants.ElectronMass / e), Math.Log(0.5),
            w => Math.Exp(w) * PairProduction.Differential(z, e, Math.Exp(w) * (1 + 1e-12), lpm));
        double join = PairProduction.CrossSection(z, 80 * Units.GeV, lpm) / Integral(80 * Units.GeV);
        double expected = Integral(energy) * (1 + ((join - 1) * 80 * Units.GeV / energy));
        Assert.InRange(PairProduction.CrossSection(z, energy, lpm) / expected, 0.998, 1.002);
        Assert.Equal(0, PairProduction.Differential(z, energy, low * 0.99, lpm));
    }

    [Fact]
    public void Suppression_GrowsWithEnergyAndDensity()
    {
        double lead = LandauPomeranchukMigdal.Energy(MaterialCatalogue.Get("lead").RadiationLength);
        double before = 1;
        foreach (double energy in new[] { 2e5, 4e5, 7e5, 1e6 })
        {
            double free = PairProduction.CrossSection(82, energy);
            double share = PairProduction.CrossSection(82, energy, lead) / free;
            Assert.InRange(share, 0.9, before);
            Assert.True(PairProduction.CrossSection(82, energy, lead / 10) < free * share);
            before = share;
        }
    }

    [Fact]
    public void Energy_Lead_IsKleins()
    {
        // Klein, Rev. Mod. Phys. 71, 1501 (1999): 4.3 TeV for lead.
        double energy = LandauPomeranchukMigdal.Energy(MaterialCatalogue.Get("lead").RadiationLength);
        Assert.Equal(4.3, energy / Units.TeV, 0.05);
    }

    // Migdal's integrals (Migdal 1956; Klein 1999), by Simpson's rule, against the approximations.
    [Theory]
    [InlineData(0.005)]
    [InlineData(0.02)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.9)]
    [InlineData(2.1)]
    [InlineData(4)]
    public void Functions_AreMigdalsIntegrals(double s)
    {
        double g = 48 * s * s * ((Math.PI / 4) - (0.5 * Simpson(s, x => 1 / Math.Sinh(x / 2))));
        double phi = (12 * s * s * Simpson(s, x => 1 / Math.Tanh(x / 2))) - (6 * Math.PI * s * s);
        (double actualG, double actualPhi) = LandauPomeranchukMigdal.Functions(s);
        Assert.InRange(actualG / g, 0.99, 1.01);
        Assert.InRange(actualPhi / phi, 0.995, 1.005);
    }

    private static double Simpson(double s, Func<double, double> kernel) => CrossSectionTests.Simpson(
        1e-9, 40 / Math.Max(s, 0.0057), x => Math.Exp(-s * x) * Math.Sin(s * x) * kernel(x), 200_000);
}
