using CoDesign.Physics.Materials;
using Xunit;

namespace CoDesign.Physics.Tests.Materials;

public sealed class MaterialDoubtsTests
{
    public static TheoryData<string> Catalogue => [.. MaterialCatalogue.Names];

    // What is known to be right raises no doubt, as fractions or by its density.
    [Theory]
    [MemberData(nameof(Catalogue))]
    public void OfMaterial_InTheCatalogue_None(string name)
    {
        var material = MaterialCatalogue.Get(name);
        Assert.Empty(MaterialDoubts.OfDensity(material));
        Assert.Empty(MaterialDoubts.OfMassFractions(
            material.DensityGramPerCm3, material.Composition.ToDictionary(c => c.Element.Symbol, c => c.MassFraction)));
    }

    // A density that is wrong by a factor of ten is doubted either way.
    [Theory]
    [InlineData("lead", 10)]
    [InlineData("lead", 0.1)]
    [InlineData("polystyrene", 10)]
    [InlineData("polystyrene", 0.1)]
    [InlineData("lead-tungstate", 0.1)]
    [InlineData("water", 0.1)]
    [InlineData("silicon", 10)]
    public void OfDensity_WrongByTen_Doubts(string name, double factor)
    {
        var material = MaterialCatalogue.Get(name);
        Assert.Single(MaterialDoubts.OfDensity(material with { DensityGramPerCm3 = factor * material.DensityGramPerCm3 }));
    }
}
