using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Tests.Calorimeters;
using Xunit;

namespace CoDesign.Detectors.Tests.Geometries;

/// <summary>Materials of a file that are not what was meant.</summary>
public sealed class MaterialDefinitionTests
{
    [Theory]
    [InlineData("formula: {CO: 1}", "formula.CO: CO is not a chemical element; did you mean Co? Symbols are case-sensitive")]
    [InlineData("formula: {Pb: 1, pb: 5}", "formula.pb: pb is not a chemical element; did you mean Pb? Symbols are case-sensitive")]
    [InlineData("mass_fractions: {SI: 0.5, O: 0.5}",
        "mass_fractions.SI: SI is not a chemical element; did you mean Si? Symbols are case-sensitive")]
    [InlineData("formula: {Pb: 1, lead: 5}", "formula.lead: lead is lead, which is given already as Pb")]
    [InlineData("mixture: {lead: 0.5, Pb: 0.5}", "mixture.Pb: Pb is lead, which is given already as lead")]
    [InlineData("formula: {Xx: 1}", "formula.Xx: Xx is not a chemical element")]
    public void Load_SymbolThatIsNone_IsRefused(string way, string message)
    {
        StudyException e = Assert.Throws<StudyException>(() => Load($"{{density: 5 g/cm3, {way}}}"));
        Assert.Contains($"g.yaml:17  materials.own.{message}", e.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void Load_NamesThatDifferByCapitals_AreRefused()
    {
        string text = Example.Text.Replace(
            "materials:", "materials:\n  own: {density: 5 g/cm3, formula: {Pb: 1}}\n  Own: {density: 5 g/cm3, formula: {Pb: 1}}",
            StringComparison.Ordinal);
        StudyException e = Assert.Throws<StudyException>(() => CalorimeterGeometryLoader.Load("g.yaml", text));
        Assert.Contains(e.Problems, p => p.Message.StartsWith("differs from own by capital letters only", StringComparison.Ordinal));
    }

    // Atom fractions of polystyrene, fluorides, oxides and water where mass fractions belong, and the other way.
    [Theory]
    [InlineData("1.06 g/cm3, mass_fractions: {C: 0.475, H: 0.525}", "52.5 % of the mass is hydrogen")]
    [InlineData("1.0 g/cm3, mass_fractions: {H: 0.667, O: 0.333}", "66.7 % of the mass is hydrogen")]
    [InlineData("2.2 g/cm3, mass_fractions: {Si: 0.3333, O: 0.6667}", "as the atoms of a formula")]
    [InlineData("8.28 g/cm3, mass_fractions: {Pb: 0.16667, W: 0.16667, O: 0.66666}", "as the atoms of a formula")]
    [InlineData("3.97 g/cm3, mass_fractions: {Al: 0.4, O: 0.6}", "as the atoms of a formula")]
    [InlineData("2.2 g/cm3, formula: {Si: 0.4674, O: 0.5326}", "if these are mass fractions")]
    [InlineData("1.06 kg/m3, mass_fractions: {Pb: 0.9, O: 0.1}", "far from")]
    [InlineData("28 g/cm3, formula: {C: 1, H: 1}", "far from")]
    [InlineData("1.13 g/cm3, formula: {Pb: 1}", "far from")]
    public void Load_ImplausibleMaterial_WarnsWithBothReadings(string definition, string words)
    {
        SamplingCalorimeterGeometry geometry = Load($"{{density: {definition}}}");
        Problem doubt = Assert.Single(geometry.Doubts);
        Assert.Contains(words, doubt.Message, StringComparison.Ordinal);
        Assert.Equal(2, doubt.Message.Split(" mm").Length - 1);
        Assert.Equal(17, doubt.Line);
    }

    [Theory]
    [InlineData("1.06 g/cm3, mass_fractions: {C: 0.9226, H: 0.0774}")]
    [InlineData("1.0 g/cm3, mass_fractions: {H: 0.1119, O: 0.8881}")]
    [InlineData("8.28 g/cm3, formula: {Pb: 1, W: 1, O: 4}")]
    [InlineData("1.06 g/cm3, formula: {C: 0.475, H: 0.525}")]
    [InlineData("8.5 g/cm3, mass_fractions: {Cu: 0.7, Zn: 0.3}")]
    [InlineData("1.8 mg/cm3, mass_fractions: {Ar: 0.8, C: 0.055, O: 0.145}")]
    public void Load_PlausibleMaterial_SaysNothing(string definition) =>
        Assert.Empty(Load($"{{density: {definition}}}").Doubts);

    private static SamplingCalorimeterGeometry Load(string definition) => CalorimeterGeometryLoader.Load(
        "g.yaml", Example.Text.Replace("materials:", $"materials:\n  own: {definition}", StringComparison.Ordinal));
}
