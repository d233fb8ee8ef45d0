using System.Text.Json;
using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Space;
using Xunit;

namespace CoDesign.Detectors.Tests.Calorimeters;

public sealed class CalorimeterGeometryLoaderTests
{
    [Fact]
    public void Load_Example_DescribesTheSpace()
    {
        var geometry = CalorimeterGeometryLoader.Load("g.yaml", Example.Text);

        Assert.Equal("lead-scintillator", geometry.Name);
        Assert.Equal(
            ["absorber_front", "absorber_back", "cell_size", "adc_bits", "layer_count", "back_material", "shaping"],
            geometry.Space.Parameters.Select(parameter => parameter.Name));
        var front = geometry.Space.Parameters[0];
        Assert.Equal((0.5, 4, 2), (front.Minimum, front.Maximum, front.Baseline));
        Assert.Equal((ParameterScale.Log, ParameterStage.Geometry, "mm"), (front.Scale, front.Stage, front.Unit));
        Assert.Equal("Lead in front.", front.Description);
        Assert.Equal(ParameterKind.Integer, geometry.Space.Parameters[3].Kind);
        Assert.Equal(ParameterStage.Readout, geometry.Space.Parameters[3].Stage);
        Assert.Equal(["lead", "tungsten"], geometry.Space.Parameters[5].Choices);
        Assert.Equal(2, geometry.Sections.Count);
        Assert.Equal(5, geometry.CellCount);
    }

    [Fact]
    public void Load_ListOfChoicesWithoutKind_IsAChoice()
    {
        var text = Example.Text.Replace("back_material: {kind: choice, ", "back_material: {", StringComparison.Ordinal);
        var parameter = CalorimeterGeometryLoader.Load("g.yaml", text).Space.Parameters[5];

        Assert.Equal(ParameterKind.Choice, parameter.Kind);
        Assert.Equal(["lead", "tungsten"], parameter.Choices);
    }

    [Fact]
    public void Load_Override_MovesTheBaseline()
    {
        var geometry = CalorimeterGeometryLoader.Load(
            "g.yaml",
            Example.Text,
            ["parameters.absorber_front.baseline=2.5 mm", "readout.shaping_time=\"30 ns\""]);

        Assert.Equal(2.5, geometry.Space.Parameters[0].Baseline);
        Assert.Equal(30, geometry.Readout.ShapingTime.Evaluate(_ => double.NaN), 1e-12);
    }

    [Fact]
    public void Load_OverrideOfABareName_SetsTheParameterElseTheKey()
    {
        var geometry = CalorimeterGeometryLoader.Load(
            "g.yaml", Example.Text, ["absorber_front=2.5 mm", "layer_count=15", "back_material=tungsten", "area=2 m2"]);

        Assert.Equal(2.5, geometry.Space.Find("absorber_front")?.Baseline);
        Assert.Equal(15, geometry.Space.Find("layer_count")?.Baseline);
        Assert.Equal(1, geometry.Space.Find("back_material")?.Baseline);
        Assert.Equal(2e6, geometry.Area.Evaluate(_ => double.NaN), 1e-6);
    }

    [Theory]
    [InlineData("absorber_front=9 mm", "--set  parameters.absorber_front.baseline: given 9 mm, must be in [0.5 mm, 4 mm]")]
    [InlineData("absorber_front=2", "--set  parameters.absorber_front.baseline: given 2, must be a length with a unit")]
    [InlineData("absorber_frnt=2 mm", "--set  absorber_frnt: is neither a parameter of the geometry (absorber_front, "
        + "absorber_back, cell_size, adc_bits, layer_count, back_material, shaping) nor a key of its file; did you mean "
        + "absorber_front?")]
    [InlineData("range_cut=0 mm", "--set  range_cut: given 0 mm, must be in (0 mm, 100 mm]")]
    [InlineData("range_cut=101 mm", "--set  range_cut: given 101 mm, must be in (0 mm, 100 mm]")]
    public void Load_WrongOverrideOfABareName_SaysWhatIsAllowed(string given, string message)
    {
        var exception = Assert.Throws<StudyException>(() => CalorimeterGeometryLoader.Load("g.yaml", Example.Text, [given]));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_RangeCut_IsReadAndHasADefault()
    {
        Assert.Equal(0.7, CalorimeterGeometryLoader.Load("g.yaml", Example.Text).RangeCut);
        Assert.Equal(0.05, CalorimeterGeometryLoader.Load("g.yaml", Example.Text, ["range_cut=50 um"]).RangeCut, 1e-15);
    }

    [Fact]
    public void Load_SectionWithoutAbsorber_IsAHomogeneousBlock()
    {
        var text = Example.Text.Replace(
            "    absorber: {material: back_material, thickness: absorber_back}\n", "", StringComparison.Ordinal);
        var geometry = CalorimeterGeometryLoader.Load("g.yaml", text);
        var section = geometry.Build(geometry.Space.Baseline()).Sections[1];

        Assert.True(CalorimeterGeometryLoader.Load("g.yaml", Example.Text).IsSampling);
        Assert.False(geometry.IsSampling);
        Assert.Null(section.Absorber);
        Assert.Equal([section.Active], section.Slabs);
    }

    [Theory]
    [InlineData("mass_fractions: {C: 0.915, H: 0.085}")]
    [InlineData("formula: {C: 8, H: 8}")]
    [InlineData("mixture: {polystyrene: 0.9, lead: 0.1}")]
    public void Load_MeanExcitationEnergy_IsThatOfTheMaterial(string composition)
    {
        var text = Example.Text.Replace(
            "mass_fractions: {C: 0.915, H: 0.085}", composition + ", mean_excitation_energy: 70 eV", StringComparison.Ordinal);
        var geometry = CalorimeterGeometryLoader.Load("g.yaml", text);

        Assert.Equal(70e-6, geometry.Sections[0].Active.Material.Options[0].MeanExcitationEnergy, 1e-12);
    }

    [Theory]
    [InlineData("min: 0.5 mm, max: 4 mm", "min: 5 mm, max: 4 mm",
        "6  parameters.absorber_front: given min 5 mm and max 4 mm, min must be below max")]
    [InlineData("min: 0.5 mm, max: 4 mm", "min: 0 mm, max: 4 mm",
        "6  parameters.absorber_front: given min 0 mm on a log scale, must be above 0")]
    [InlineData("baseline: 2 mm", "baseline: 9 mm",
        "6  parameters.absorber_front.baseline: given 9 mm, must be in [0.5 mm, 4 mm]")]
    [InlineData("min: 0.5 mm", "min: 0.5",
        "6  parameters.absorber_front.min: given 0.5, must be a length with a unit: mm, um, cm or m")]
    [InlineData("max: 4 mm", "max: 4 ns",
        "6  parameters.absorber_front.max: given 4 ns, must be a length (mm, um, cm or m), not a time")]
    [InlineData("baseline: lead}", "baseline: laed}",
        "11  parameters.back_material.baseline: given laed, must be lead or tungsten; did you mean lead?")]
    [InlineData("max: 14, baseline: 12", "max: 14, baseline: 12.5",
        "9  parameters.adc_bits.baseline: given 12.5, must be a whole number")]
    [InlineData("kind: integer, min: 8", "kind: interger, min: 8",
        "9  parameters.adc_bits.kind: given interger, must be continuous, integer, choice or array; did you mean integer?")]
    [InlineData("scale: log, description", "scael: log, description",
        "6  parameters.absorber_front.scael: unknown key; did you mean scale?")]
    [InlineData("derived:", "derived:\n  cm: 2 * shaping",
        "14  derived.cm: cannot be a name: cm is the symbol of a unit")]
    [InlineData("derived:", "derived:\n  depth: 2 * shaping",
        "14  derived.depth: cannot be a name: depth is a quantity of the whole detector")]
    [InlineData("derived:", "derived:\n  shaping: 2 mm", "14  derived.shaping: is also the name of a parameter")]
    [InlineData("derived:", "derived:\n  a: b + 1 mm\n  b: 2 * a",
        "14  derived.a: is derived from itself: a -> b -> a")]
    [InlineData("derived:", "derived:\n  a: 2 mm + shaping",
        "14  derived.a: given 2 mm + shaping: cannot add 'shaping' (time) to '2 mm' (length)")]
    [InlineData("thickness: absorber_front", "thickness: absorber_frnot",
        "22  sections[0].absorber.thickness: given absorber_frnot: unknown name absorber_frnot; did you "
        + "mean absorber_front?")]
    [InlineData("thickness: absorber_front", "thickness: adc_bits",
        "22  sections[0].absorber.thickness: given adc_bits, must be a length with a unit: mm, um, cm or m")]
    [InlineData("thickness: absorber_front", "thickness: shaping",
        "22  sections[0].absorber.thickness: given shaping, must be a length (mm, um, cm or m), not a time")]
    [InlineData("thickness: absorber_front", "thickness: back_material",
        "22  sections[0].absorber.thickness: given back_material: back_material is a choice of words and has no value")]
    [InlineData("thickness: absorber_front", "thickness: absorber_front - 3 mm",
        "22  sections[0].absorber.thickness: given absorber_front - 3 mm, which is -1 mm at the baseline, "
        + "must be in (0 mm, inf)")]
    [InlineData("thickness: absorber_front", "thickness: absorber_front - 1 mm",
        "22  sections[0].absorber.thickness: given absorber_front - 1 mm, which is -0.5 mm where "
        + "absorber_front is 0.5 mm, must be in (0 mm, inf)")]
    [InlineData("thickness: 0.1 mm", "thickness: -0.1 mm",
        "24  sections[0].passive.thickness: given -0.1 mm, must be in (0 mm, inf)")]
    [InlineData("material: air", "material: aer",
        "24  sections[0].passive.material: given aer, must be a material; did you mean air?")]
    [InlineData("C: 0.915", "Xx: 0.915",
        "17  materials.doped-polystyrene.mass_fractions.Xx: Xx is not a chemical element")]
    [InlineData("C: 0.915", "C: 0.5",
        "17  materials.doped-polystyrene.mass_fractions: given fractions that add up to 0.585, must be 1 within 1 %")]
    [InlineData("mass_fractions: {C", "formula: {H: 1}, mass_fractions: {C",
        "17  materials.doped-polystyrene: must have one of mass_fractions, formula or mixture")]
    [InlineData("  leaded:", "  iron:", "18  materials.iron: iron is in the catalogue; choose another name")]
    [InlineData("name: back", "name: front", "25  sections[1].name: given front, which is the name of another section")]
    [InlineData("count: 5", "count: 4", "29  cells.count: given 4, must be odd: the shower falls on the middle cell")]
    [InlineData("light_yield: 3 1/MeV", "light_yield: 3",
        "33  readout.light_yield: given 3, must be an inverse energy with a unit: 1/MeV, 1/keV or 1/GeV")]
    [InlineData("depth: per-section", "depth: per-layer",
        "32  readout.depth: given per-layer, must be summed or per-section")]
    [InlineData("volume: {lead: 0.04 EUR/cm3", "volume: {leda: 0.04 EUR/cm3",
        "52  cost.volume.leda: leda is not a material of any section (lead, doped-polystyrene, air, "
        + "tungsten, polystyrene); did you mean lead?")]
    [InlineData("fixed: 1 kEUR", "fixed: 1 kUSD",
        "57  cost.fixed: given 1 kUSD, must be in EUR, the currency at cost.currency")]
    [InlineData("format: 1", "format: 2", "1  format: given 2, must be 1")]
    public void Load_OneMistake_IsSaidExactly(string from, string to, string message)
    {
        var at = Example.Text.IndexOf(from, StringComparison.Ordinal);
        Assert.InRange(at, 0, Example.Text.Length);
        var text = string.Concat(Example.Text.AsSpan(0, at), to, Example.Text.AsSpan(at + from.Length));

        var exception = Assert.Throws<StudyException>(() => CalorimeterGeometryLoader.Load("g.yaml", text));

        Assert.Equal("g.yaml:" + message, exception.Message);
    }

    [Fact]
    public void Load_SchemaAndMeaningMistakes_AreAllReported()
    {
        var text = Example.Text
            .Replace("format: 1", "format: 3", StringComparison.Ordinal)
            .Replace("material: air", "material: aer", StringComparison.Ordinal)
            .Replace("bits: adc_bits", "bits: adc_bit", StringComparison.Ordinal)
            .Replace("series_noise: 1 nV/sqrt(Hz)", "series_noise: 1 nV", StringComparison.Ordinal);

        var exception = Assert.Throws<StudyException>(() => CalorimeterGeometryLoader.Load("g.yaml", text));

        Assert.Equal(
            ["format", "sections[0].passive.material", "readout.series_noise", "readout.bits"],
            exception.Problems.Select(problem => problem.KeyPath));
    }

    [Theory]
    [InlineData("a: [1, 2\nb: 3\n")]
    [InlineData("a: {x: 1\nb: 2")]
    [InlineData("a: \"abc\nb: 1")]
    [InlineData("a: *x")]
    [InlineData("a: &x [*x]")]
    [InlineData("? [a]\n: b")]
    [InlineData("---\na: 1\n---\nb: 2")]
    [InlineData("%")]
    [InlineData("3")]
    [InlineData("kind: sampling-calorimeter\nsections: [3, null]\nparameters: [1]\ncost: {volume: {lead: 3}}")]
    [InlineData("kind: sampling-calorimeter\nderived: [1]")]
    [InlineData("kind: sampling-calorimeter\nmaterials: x")]
    [InlineData("kind: sampling-calorimeter\nparameters: {x: 3, y: {min: 1 mm}, z: {kind: choice, choices: [a], baseline: b}}\nderived: {q: x + y}")]
    [InlineData("kind: sampling-calorimeter\nmaterials: {m: {density: 3, formula: {H: -1}}, n: 4}\nsections: [{name: a, absorber: {material: m}}]")]
    [InlineData("kind: sampling-calorimeter\ncells: {count: 1.5}\nreadout: {depth: 1}\ncost: {currency: GBP}")]
    public void Load_Nonsense_IsAProblemOfTheUser(string text)
    {
        var exception = Assert.Throws<StudyException>(() => CalorimeterGeometryLoader.Load("g.yaml", text));

        Assert.All(exception.Problems, problem => Assert.Equal("g.yaml", problem.File));
        Assert.All(exception.Problems, problem => Assert.InRange(problem.Line, 1, 5));
    }

    [Fact]
    public void Load_OnlyAKind_ReportsEveryMissingKey()
    {
        var exception = Assert.Throws<StudyException>(() => CalorimeterGeometryLoader.Load("g.yaml", "kind: sampling-calorimeter"));

        Assert.Equal(
            ["format", "name", "sections", "cells", "readout", "cost"],
            exception.Problems.Select(problem => problem.KeyPath));
    }

    [Fact]
    public void Write_Resolved_LoadsToTheSame()
    {
        var once = ConfigWriter.Write(CalorimeterGeometryLoader.Load("g.yaml", Example.Text).Configuration);
        var twice = ConfigWriter.Write(CalorimeterGeometryLoader.Load("h.yaml", once).Configuration);

        Assert.Equal(once, twice);
        Assert.Contains("stage: geometry", once, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_JsonSchema_IsValidAndListsKeys()
    {
        using var json = JsonDocument.Parse(JsonSchemaWriter.Write(CalorimeterSchema.Root, "Geometry"));

        Assert.Equal(
            CalorimeterSchema.Root.Keys.Select(key => key.Name),
            json.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }
}
