using CoDesign.Physics.Materials;
using Xunit;

namespace CoDesign.Physics.Tests.Materials;

public sealed class MaterialCatalogueTests
{
    public static TheoryData<string> Names => new(MaterialCatalogue.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_CatalogueEntry_ComputedLengthsAgreeWithTable(string name)
    {
        var listed = MaterialCatalogue.Get(name);
        var computed = Recompute(listed);
        // Tsai's formula is good to 2.5 % above helium (PDG), Bragg additivity to about as much.
        AssertClose(listed.RadiationLengthGramPerCm2, computed.RadiationLengthGramPerCm2, 0.025);
        AssertClose(
            listed.NuclearInteractionLengthGramPerCm2, computed.NuclearInteractionLengthGramPerCm2, 0.01);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_CatalogueEntry_ComputedEnergyLossAgreesWithTable(string name)
    {
        var listed = MaterialCatalogue.Get(name);
        var computed = Recompute(listed);
        // The density effect of Sternheimer and Peierls: 2 % at the minimum, 3 % at the critical energy.
        AssertClose(listed.MinimumEnergyLossMeVCm2PerGram, computed.MinimumEnergyLossMeVCm2PerGram, 0.02);
        AssertClose(listed.CriticalEnergy, computed.CriticalEnergy, 0.03);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_CatalogueEntry_MassFractionsAddUpToOne(string name) =>
        Assert.Equal(1, MaterialCatalogue.Get(name).Composition.Sum(c => c.MassFraction), 12);

    // The fits of PDG, RPP 2022, fig. 34.14 have rms deviations of 2.2 % (solids) and 4.0 % (gases); two of them here.
    [Theory]
    [InlineData("aluminium", 610, 1.24, 0.044)]
    [InlineData("iron", 610, 1.24, 0.044)]
    [InlineData("copper", 610, 1.24, 0.044)]
    [InlineData("tungsten", 610, 1.24, 0.044)]
    [InlineData("lead", 610, 1.24, 0.044)]
    [InlineData("neon-gas", 710, 0.92, 0.08)]
    [InlineData("argon-gas", 710, 0.92, 0.08)]
    [InlineData("xenon-gas", 710, 0.92, 0.08)]
    public void CriticalEnergy_Element_FollowsFitInAtomicNumber(
        string name, double scale, double shift, double tolerance)
    {
        var material = MaterialCatalogue.Get(name);
        AssertClose(scale / (material.EffectiveAtomicNumber + shift), material.CriticalEnergy, tolerance);
    }

    // Moliere radii [cm] of the PDG's pages of atomic and nuclear properties (2020).
    [Theory]
    [InlineData("lead", 1.602)]
    [InlineData("iron", 1.719)]
    [InlineData("copper", 1.568)]
    [InlineData("tungsten", 0.9327)]
    [InlineData("liquid-argon", 9.043)]
    [InlineData("lead-tungstate", 1.959)]
    [InlineData("bismuth-germanate", 2.259)]
    public void MoliereRadius_CatalogueEntry_EqualsPdg(string name, double expectedCm) =>
        AssertClose(expectedCm, MaterialCatalogue.Get(name).MoliereRadius / Units.Cm, 0.002);

    // X0 [cm] of scintillators: PDG, RPP 2022, table 35.4; of cartridge brass: CMS HCAL TDR, CERN-LHCC-97-031.
    [Theory]
    [InlineData("lso", 1.14)]
    [InlineData("lanthanum-bromide", 1.88)]
    [InlineData("brass", 1.49)]
    public void RadiationLength_NotInPdgMaterialTable_AgreesWithLiterature(string name, double expectedCm) =>
        AssertClose(expectedCm, MaterialCatalogue.Get(name).RadiationLength / Units.Cm, 0.025);

    [Theory]
    [InlineData("Pb", "lead")]
    [InlineData("PB", "lead")]
    [InlineData("pbwo4", "lead-tungstate")]
    [InlineData("LAr", "liquid-argon")]
    [InlineData("Liquid-Argon", "liquid-argon")]
    [InlineData("aluminum", "aluminium")]
    public void Find_AliasInAnyCase_GivesMaterial(string alias, string name) =>
        Assert.Equal(name, MaterialCatalogue.Find(alias)?.Name);

    [Fact]
    public void Find_UnknownName_GivesNull() => Assert.Null(MaterialCatalogue.Find("unobtainium"));

    [Fact]
    public void Get_UnknownName_ListsNames() =>
        Assert.Contains("tungsten", Assert.Throws<ArgumentException>(() => MaterialCatalogue.Get("x")).Message);

    [Fact]
    public void RadiationLength_Lead_IsPdgValueInMillimetres() =>
        Assert.Equal(5.612, MaterialCatalogue.Get("lead").RadiationLength, 3);

    private static Material Recompute(Material listed) => Material.MakeFromElements(
        listed.Name, listed.DensityGramPerCm3, listed.Composition, listed.State, listed.MeanExcitationEnergy);

    private static void AssertClose(double expected, double actual, double relative) =>
        Assert.InRange(actual / expected, 1 - relative, 1 + relative);
}
