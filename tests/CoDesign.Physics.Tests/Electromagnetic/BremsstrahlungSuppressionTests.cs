using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Electromagnetic;

public sealed class BremsstrahlungSuppressionTests
{
    // The scale of SLAC E-146 (Anthony et al., Phys. Rev. D 56, 1373, 1997): k_LPM = E^2/E_LPM; 25 GeV in lead 144 MeV,
    // in carbon 4.2 MeV with E_LPM = 148 TeV. Well above it nothing happens, well below it, with the polarisation, most
    // is gone.
    [Theory]
    [InlineData("lead", 144)]
    [InlineData("carbon", 4.2)]
    public void At_TwentyFiveGev_SetsInAroundTheScaleOfE146(string name, double scale)
    {
        Material material = MaterialCatalogue.Get(name);
        int z = material.Composition[0].Element.AtomicNumber;
        Assert.Equal(1, 25e3 * 25e3 / LandauPomeranchukMigdal.Energy(material.RadiationLength) / scale, 0.05);
        var suppression = new BremsstrahlungSuppression(material);
        Assert.InRange(suppression.At(z, 25e3, 10 * scale), 0.97, 1);
        Assert.InRange(suppression.At(z, 25e3, scale), 0.75, 0.98);
        Assert.InRange(suppression.At(z, 25e3, scale / 30), 0.005, 0.6);
    }

    // Migdal's functions as series (Klein, Rev. Mod. Phys. 71, 1501, 1999) in the cross section of
    // thick lead, far from the polarisation's scale: 1 TeV, k_LPM = 232 GeV.
    [Theory]
    [InlineData(10e3)]
    [InlineData(50e3)]
    [InlineData(300e3)]
    public void At_LeadOneTev_EqualsMigdalsSeries(double k)
    {
        Material lead = MaterialCatalogue.Get("lead");
        double energy = 1e6 + PhysicalConstants.ElectronMass, y = k / energy;
        double scale = LandauPomeranchukMigdal.Energy(lead.RadiationLength) / 8;
        double prime = Math.Sqrt(scale * k / (energy * (energy - k)));
        double start = Math.Log(Math.Sqrt(2) * Math.Pow(82, 2.0 / 3) / (184.15 * 184.15)), h = Math.Log(prime) / start;
        double xi = prime >= 1 ? 1 : 1 + h - (0.08 * (1 - h) * (1 - ((1 - h) * (1 - h))) / start);
        double s = prime / Math.Sqrt(xi), phi = (6 * s) - (6 * Math.PI * s * s), g = 12 * Math.PI * s * s;
        for (int j = 0; j < 2_000_000; j++)
        {
            phi += 24 * s * s * s / (((j + 1 + s) * (j + 1 + s)) + (s * s));
            g -= 48 * s * s * s / (((j + 0.5 + s) * (j + 0.5 + s)) + (s * s));
        }

        double soft = 2 * (1 + ((1 - y) * (1 - y)));
        double expected = xi * ((y * y * g) + (soft * phi)) / ((y * y) + soft);
        Assert.Equal(1, new BremsstrahlungSuppression(lead).At(82, 1e6, k) / Math.Min(expected, 1), 0.01);
    }

    // Polarisation alone, where multiple scattering is weak: 1/(1 + (k_p/k)^2), k_p = gamma hbar omega_p.
    [Fact]
    public void At_PhotonAtPolarisationScale_IsHalf()
    {
        Material carbon = MaterialCatalogue.Get("carbon");
        double gamma = 1 + (1000 / PhysicalConstants.ElectronMass);
        double scale = gamma * carbon.StoppingPower().PlasmaEnergy;
        Assert.InRange(new BremsstrahlungSuppression(carbon).At(6, 1000, scale), 0.45, 0.5);
        Assert.InRange(new BremsstrahlungSuppression(carbon).At(6, 1000, scale / 100), 0.9e-4, 1e-4);
    }

    [Fact]
    public void At_AnyArguments_IsAFactorThatGrowsWithPhotonEnergy() =>
        Gen.Select(AnyOf.Materials, LogUniform(1e-3, 1e6), LogUniform(1e-9, 0.5))
            .Check(300, (material, kinetic, share) =>
        {
            var suppression = new BremsstrahlungSuppression(material);
            int z = material.Composition[0].Element.AtomicNumber;
            double k = kinetic * share;
            double here = suppression.At(z, kinetic, k);
            Assert.InRange(here, double.Epsilon, 1 + 1e-12);
            Assert.True(suppression.At(z, kinetic, 1.2 * k) >= 0.98 * here);
        });
}
