using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using Xunit;
using Xunit.Abstractions;

namespace CoDesign.Physics.Tests.Electromagnetic;

public sealed class AttenuationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Materials => ["water", "lead", "iron", "argon"];

    [Theory]
    [MemberData(nameof(Materials))]
    public void Attenuation_WithoutCoherent_IsThatOfXcom(string name)
    {
        var reference = name switch
        {
            "water" => AttenuationReference.Water,
            "lead" => AttenuationReference.Lead,
            "iron" => AttenuationReference.Iron,
            _ => AttenuationReference.Argon,
        };
        foreach (var (energy, expected) in reference)
        {
            double actual = MassAttenuation(MaterialCatalogue.Get(name), energy);
            output.WriteLine($"{name} {energy} MeV: {actual:g5} cm2/g, {100 * ((actual / expected) - 1):f2} %");
            Assert.InRange(actual / expected, 0.97, 1.03);
        }
    }

    // Without suppression the mean free path at high energy is 9/7 X0 of Tsai's formula within some per cent.
    [Fact]
    public void PairProduction_HighEnergy_IsSevenNinthsOfRadiationLength()
    {
        foreach (Element element in PeriodicTable.All)
        {
            double atoms = PhysicalConstants.Avogadro / element.AtomicMassGramPerMole; // [1/g]
            double sigma = PairProduction.CrossSection(element.AtomicNumber, 1 * Units.TeV) / Units.Cm2;
            Assert.InRange(sigma * atoms * element.RadiationLengthGramPerCm2 * 9 / 7, 0.95, 1.05);
        }
    }

    private static double MassAttenuation(Material material, double energy) => material.Composition.Sum(c =>
    {
        int z = c.Element.AtomicNumber;
        double sigma = Photoelectric.CrossSection(z, energy) + ComptonScattering.CrossSection(z, energy)
            + PairProduction.CrossSection(z, energy);
        return c.MassFraction * PhysicalConstants.Avogadro / c.Element.AtomicMassGramPerMole * sigma / Units.Cm2;
    });
}
