using CoDesign.Physics.Materials;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Materials;

public sealed class MaterialTests
{
    // PDG, atomic and nuclear properties of materials (2020), soft tissue (ICRP): a mixture that is not in the
    // catalogue.
    [Fact]
    public void FromMassFractions_SoftTissue_AgreesWithPdg()
    {
        var tissue = Material.FromMassFractions("soft-tissue", 1.0, new Dictionary<string, double>
        {
            ["H"] = 0.104472,
            ["C"] = 0.232190,
            ["N"] = 0.024880,
            ["O"] = 0.630238,
            ["Na"] = 0.001130,
            ["Mg"] = 0.000130,
            ["P"] = 0.001330,
            ["S"] = 0.001990,
            ["Cl"] = 0.001340,
            ["K"] = 0.001990,
            ["Ca"] = 0.000230,
            ["Fe"] = 0.000050,
            ["Zn"] = 0.000030,
        });
        Assert.InRange(tissue.ZOverA, 0.55121 - 1e-4, 0.55121 + 1e-4);
        Assert.InRange(tissue.RadiationLengthGramPerCm2, 37.63 * 0.99, 37.63 * 1.01);
        Assert.InRange(tissue.NuclearInteractionLengthGramPerCm2, 83.0 * 0.99, 83.0 * 1.01);
        Assert.InRange(tissue.MinimumEnergyLossMeVCm2PerGram, 1.982 * 0.98, 1.982 * 1.02);
        Assert.InRange(tissue.CriticalEnergy, 81.68 * 0.97, 81.68 * 1.03);
        Assert.InRange(tissue.MoliereRadiusGramPerCm2, 9.77 * 0.97, 9.77 * 1.03);
        Assert.InRange(tissue.MeanExcitationEnergy / Units.EV, 72.3 * 0.95, 72.3 * 1.05);
    }

    [Fact]
    public void FromFormula_Water_MassFractionsFollowAtomicMasses()
    {
        var water = Material.FromFormula("w", 1, new Dictionary<string, double> { ["H"] = 2, ["O"] = 1 });
        Assert.Equal(2 * 1.008 / ((2 * 1.008) + 15.999), water.Composition[0].MassFraction, 12);
    }

    // PDG, RPP 2022, eq. 34.38 against eq. 34.37: E_s/R_M = sum w Ec/X0 with the fits of Ec of the elements.
    [Theory]
    [InlineData("lead-tungstate")]
    [InlineData("bismuth-germanate")]
    [InlineData("caesium-iodide")]
    [InlineData("sodium-iodide")]
    public void MoliereRadius_HeavyCompound_AgreesWithSumOverElements(string name)
    {
        var material = MaterialCatalogue.Get(name);
        var sum = material.Composition.Sum(c =>
            c.MassFraction * 610 / (c.Element.AtomicNumber + 1.24) / c.Element.RadiationLengthGramPerCm2);
        var expected = PhysicalConstants.ScatteringScaleEnergy / sum;
        // The fits are good to 4 % and oxygen is taken as a solid.
        Assert.InRange(material.MoliereRadiusGramPerCm2 / expected, 0.93, 1.07);
    }

    [Fact]
    public void FromMaterialMasses_OnePart_GivesThePartBack()
    {
        var copper = MaterialCatalogue.Get("copper");
        var same = Material.FromMaterialMasses("same", copper.DensityGramPerCm3, [(copper, 0.4)]);
        Assert.Equal(copper.RadiationLength, same.RadiationLength, 9);
        Assert.Equal(copper.NuclearInteractionLength, same.NuclearInteractionLength, 9);
        Assert.Equal(copper.MinimumEnergyLoss, same.MinimumEnergyLoss, 9);
        Assert.Equal(copper.MeanExcitationEnergy, same.MeanExcitationEnergy, 9);
    }

    [Fact]
    public void FromMaterialVolumes_RandomStack_ThicknessInRadiationLengthsAddsUp() =>
        Gen.Select(AnyOf.Materials, AnyOf.Materials, LogUniform(0.1, 10), LogUniform(0.1, 10))
            .Check(100, (first, second, a, b) =>
        {
            var mixed = Material.FromMaterialVolumes("mixed", [(first, a), (second, b)]);
            var expected = (a / first.RadiationLength) + (b / second.RadiationLength);
            Assert.InRange((a + b) / mixed.RadiationLength / expected, 1 - 1e-12, 1 + 1e-12);
        });

    [Fact]
    public void WithDensity_HalfDensity_DoublesLengths()
    {
        var argon = MaterialCatalogue.Get("argon-gas");
        Assert.Equal(
            2 * argon.RadiationLength, argon.WithDensity(argon.DensityGramPerCm3 / 2).RadiationLength, 6);
    }

    [Fact]
    public void FromMassFractions_SumNotOne_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Material.FromMassFractions("x", 1, new Dictionary<string, double> { ["H"] = 0.5 }));

    [Fact]
    public void FromFormula_UnknownElement_NamesIt() =>
        Assert.Contains("Xy", Assert.Throws<ArgumentException>(() =>
            Material.FromFormula("x", 1, new Dictionary<string, double> { ["Xy"] = 1 })).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void FromFormula_BadAmount_Throws(double amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Material.FromFormula("x", 1, new Dictionary<string, double> { ["H"] = amount }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void FromFormula_BadDensity_Throws(double density) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Material.FromFormula("x", density, new Dictionary<string, double> { ["H"] = 1 }));

    // Ec = 2.66 (X0 Z/A)^1.1 of lead is 8.1 MeV with X0 = 6.37 g/cm2, Z/A = 0.39575.
    [Fact]
    public void GrindhammerCriticalEnergy_Lead_IsFormula() =>
        Assert.Equal(
            2.66 * Math.Pow(6.37 * 82 / 207.2, 1.1), MaterialCatalogue.Get("lead").GrindhammerCriticalEnergy, 12);
}
