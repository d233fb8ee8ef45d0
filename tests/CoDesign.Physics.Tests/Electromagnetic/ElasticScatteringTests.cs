using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CsCheck;
using Xunit;
using Xunit.Abstractions;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Electromagnetic;

public sealed class ElasticScatteringTests(ITestOutputHelper output)
{
    // McKinley and Feshbach, Phys. Rev. 74, 1759 (1948): the Mott to Rutherford ratio is 1 - beta2 s2 +- pi Z alpha
    // beta s (1 - s), s = sin(theta/2), up to order (Z alpha)2; its excess weighted by (1 - cos theta) gives -beta2/2
    // +- pi Z alpha beta/2 in units of C.
    [Theory]
    [InlineData(1, 0.01)]
    [InlineData(1, 1)]
    [InlineData(1, 100)]
    [InlineData(3, 0.3)]
    [InlineData(6, 10)]
    public void MottExcess_LightElement_IsMcKinleyFeshbach(int z, double energy)
    {
        double beta = Particle.Electron.Beta(energy), strength = z * PhysicalConstants.FineStructure;
        foreach (int charge in new[] { -1, 1 })
        {
            double expected = (-beta * beta / 2) - (charge * Math.PI * strength * beta / 2);
            double actual = ElasticScattering.MottExcess(z, charge, energy);
            output.WriteLine($"Z {z}, {energy} MeV, charge {charge}: {actual:f5}, first order {expected:f5}");
            // The next order is a few (Z alpha)2.
            Assert.InRange(actual - expected, -(1e-4 + (5 * strength * strength)), 1e-4 + (5 * strength * strength));
        }
    }

    [Fact]
    public void MottExcess_Positrons_ScatterLess() =>
        Gen.Select(AnyOf.Elements, LogUniform(0.01, 1e3)).Check(60, (element, energy) =>
        {
            int z = element.AtomicNumber;
            Assert.True(ElasticScattering.MottExcess(z, 1, energy) < ElasticScattering.MottExcess(z, -1, energy));
            Assert.True(new ElasticScattering(element, 1).TransportCrossSection(energy)
                < new ElasticScattering(element, -1).TransportCrossSection(energy));
        });

    // 1/E2 from Rutherford's k^-2 (eta is constant), less the logarithm of screening and the size of the nucleus.
    [Fact]
    public void TransportCrossSection_MoreEnergy_FallsAsItsSquareAndLess() =>
        Gen.Select(AnyOf.Elements, Gen.OneOf(-1, 1), LogUniform(5, 1e5)).Check(60, (element, charge, energy) =>
        {
            var elastic = new ElasticScattering(element, charge);
            double ratio = elastic.TransportCrossSection(energy) / elastic.TransportCrossSection(2 * energy);
            Assert.InRange(ratio, 3, 4.6);
        });

    // The mean square of the angle in thin matter is twice the path over the transport mean free path. Rossi's theory
    // of it, (21.2 MeV/(beta p))2 x/X0 for both projections, neglects the size of the nucleus and electrons: within 20
    // %.
    [Theory]
    [InlineData("aluminium")]
    [InlineData("iron")]
    [InlineData("lead")]
    public void TransportPath_HighEnergy_IsRossisWithinItsAccuracy(string name)
    {
        Material material = MaterialCatalogue.Get(name);
        const double Energy = 50;
        double path = TransportPath(material, Energy), momentum = Particle.Electron.Momentum(Energy);
        double angle = PhysicalConstants.ScatteringScaleEnergy / (Particle.Electron.Beta(Energy) * momentum);
        double rossi = angle * angle / material.RadiationLength;
        output.WriteLine($"{name}: {2 / path / rossi:f3} of Rossi");
        Assert.InRange(2 / path / rossi, 0.8, 1.2);
    }

    private static double TransportPath(Material material, double energy) => 1 / material.Composition.Sum(c =>
        material.DensityGramPerCm3 * c.MassFraction * PhysicalConstants.Avogadro
            / (c.Element.AtomicMassGramPerMole * Units.Cm3)
            * new ElasticScattering(c.Element, -1).TransportCrossSection(energy));
}
