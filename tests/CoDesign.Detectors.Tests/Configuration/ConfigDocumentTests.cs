using CoDesign.Detectors.Configuration;
using CoDesign.Physics;
using Xunit;

namespace CoDesign.Detectors.Tests.Configuration;

public sealed class ConfigDocumentTests
{
    private const string Good = "format: 1\nlayers:\n  - {material: lead, thickness: 3 mm}\n";

    internal static readonly ObjectSchema Root = Schema.Record(
        Schema.Format(1),
        Schema.Required("layers", Schema.List(Layer, 1, 3), "The layers."),
        Schema.Default("optimizer", Optimizer, "{}", "The optimiser."),
        Schema.Optional("note", Schema.Text, "A remark."),
        Schema.Default("seeds", Schema.OneOf(Schema.WholeNumber("[1, 99]"), Schema.List(Schema.WholeNumber("[1, 99]"))),
            "7", "One seed or several."),
        Schema.Default("cells", Schema.Map(Schema.Quantity("(0 mm, inf)"), "cell"), "{}", "Cell sizes."),
        Schema.Default("model", Model, "{}", "The model."));

    private static ObjectSchema Layer => Schema.Record(
        Schema.Required("material", Schema.Choice("lead", "iron"), "Its material."),
        Schema.Required("thickness", Schema.Quantity("(0 mm, 500 mm]"), "Its thickness."));

    private static ObjectSchema Optimizer => Schema.Record(
        Schema.Default("learning_rate", Schema.Number("(0, 1]"), "0.01", "Step size."),
        Schema.Default("steps", Schema.WholeNumber("[1, 100000]"), "200", "Steps."),
        Schema.Default("shuffle", Schema.Flag, "true", "Shuffle events."),
        Schema.Default("gap", Schema.Expression("(0 mm, inf)"), "1 mm", "A gap."));

    private static VariantSchema Model => Schema.Variant(
        "kind",
        "fast",
        "Which model.",
        ("fast", Schema.Record(Schema.Default("order", Schema.WholeNumber("[1, 4]"), "2", "Order."))),
        ("full", Schema.Record(Schema.Required("cut", Schema.Quantity("(0 MeV, inf)"), "Cut."))));

    public static TheoryData<string, string> Huge => new()
    {
        // Ten levels of ten aliases each are 10^10 values.
        { "a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n" + string.Concat(Enumerable.Range(1, 9).Select(i =>
            $"a{i}: &a{i} [{string.Join(",", Enumerable.Repeat($"*a{i - 1}", 10))}]\n")), "more than 100000 values, aliases written out" },
        { "note: " + string.Concat(Enumerable.Repeat("{a: ", 20_000)) + "1" + new string('}', 20_000), "nested more than 100 deep" },
        { "note: " + new string('[', 20_000) + new string(']', 20_000), "nested more than 100 deep" },
        { string.Concat(Enumerable.Range(0, 300).Select(i => $"{new string(' ', i)}a:\n")), "nested more than 100 deep" },
        { "a0: &a0 {x: 1}\n" + string.Concat(Enumerable.Range(1, 120).Select(i => $"a{i}: &a{i} {{x: *a{i - 1}}}\n")),
            "nested more than 100 deep" },
    };

    [Theory]
    [MemberData(nameof(Huge))]
    public void Load_MoreThanAConfigurationHas_IsRefusedWithItsLimit(string text, string limit) => Assert.Contains(
        limit, Assert.Throws<StudyException>(() => ConfigDocument.Load("study.yaml", text, Root)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("note: 3\nlayers: ")]
    public void Load_AKilobyteWhereSomethingElseIsDue_IsShownInPart(string before)
    {
        string message = Assert.Throws<StudyException>(
            () => ConfigDocument.Load("study.yaml", before + string.Concat(Enumerable.Repeat("text ", 1000)), Root)).Message;
        Assert.Contains("... (4999 characters), must be a ", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 100, 400);
    }

    [Fact]
    public void Read_ListOfWrongLength_IsNotValid()
    {
        var problems = new List<Problem>();
        ConfigNode? root = ConfigDocument.Read("study.yaml", "format: 1\nlayers: []\n", Root, [], problems);
        Assert.Equal("study.yaml:2  layers: given 0 items, must have 1 to 3", Assert.Single(problems).ToString());
        Assert.False(root?.Get("layers").IsValid);
    }

    [Fact]
    public void Load_Good_FillsDefaults()
    {
        var root = ConfigDocument.Load("a.yaml", Good, Root);

        Assert.Equal(3, root.Get("layers").Items[0].Get("thickness").Number);
        Assert.Equal("layers[0].thickness", root.Get("layers").Items[0].Get("thickness").Path);
        Assert.Equal(3, root.Get("layers").Items[0].Get("thickness").Line);
        Assert.Equal(0.01, root.Get("optimizer").Get("learning_rate").Number);
        Assert.True(root.Get("optimizer").Get("shuffle").Flag);
        Assert.Equal("fast", root.Get("model").Variant);
        Assert.Equal(2, root.Get("model").Get("order").WholeNumber);
        Assert.Equal(7, root.Get("seeds").WholeNumber);
        Assert.True(root.Get("seeds").IsDefault);
        Assert.Null(root.Find("note"));
    }

    [Theory]
    [InlineData("thickness: 3 mm", "thickness: -3 mm",
        "a.yaml:3  layers[0].thickness: given -3 mm, must be in (0 mm, 500 mm]")]
    [InlineData("thickness: 3 mm", "thickness: 3",
        "a.yaml:3  layers[0].thickness: given 3, must be a length with a unit: mm, um, cm or m")]
    [InlineData("thickness: 3 mm", "thickness: 3 ns",
        "a.yaml:3  layers[0].thickness: given 3 ns, must be a length (mm, um, cm or m), not a time")]
    [InlineData("thickness: 3 mm", "thickness: 3 mmm",
        "a.yaml:3  layers[0].thickness: given 3 mmm, must be a length in (0 mm, 500 mm]: 'mmm' is not a unit")]
    [InlineData("thickness: 3 mm", "thickness: [1]",
        "a.yaml:3  layers[0].thickness: given a list, must be a length in (0 mm, 500 mm]")]
    [InlineData(", thickness: 3 mm", "", "a.yaml:3  layers[0].thickness: missing; must be a length in (0 mm, 500 mm]")]
    [InlineData("thickness: 3 mm", "thickness: ",
        "a.yaml:3  layers[0].thickness: given nothing, must be a length in (0 mm, 500 mm]")]
    [InlineData("lead", "laed", "a.yaml:3  layers[0].material: given laed, must be lead or iron; did you mean lead?")]
    [InlineData("format: 1", "format: 2", "a.yaml:1  format: given 2, must be 1")]
    [InlineData("format: 1", "format: one", "a.yaml:1  format: given one, must be 1")]
    [InlineData("format: 1", "format: 1\nnote: x\nnote: y",
        "a.yaml:3  note: duplicate key; it was given first in line 2")]
    [InlineData("format: 1", "format: 1\noptimizer: {learnig_rate: 0.1}",
        "a.yaml:2  optimizer.learnig_rate: unknown key; did you mean learning_rate?")]
    [InlineData("format: 1", "format: 1\noptimizer: {q: 0.1}",
        "a.yaml:2  optimizer.q: unknown key; the keys are learning_rate, steps, shuffle, gap")]
    [InlineData("format: 1", "format: 1\noptimizer: {shuffle: maybe}",
        "a.yaml:2  optimizer.shuffle: given maybe, must be true or false")]
    [InlineData("format: 1", "format: 1\noptimizer: {steps: 2.5}",
        "a.yaml:2  optimizer.steps: given 2.5, must be a whole number in [1, 100000]")]
    [InlineData("format: 1", "format: 1\noptimizer: {learning_rate: 1 mm}",
        "a.yaml:2  optimizer.learning_rate: given 1 mm, must be a number without unit, not a length")]
    [InlineData("format: 1", "format: 1\noptimizer: {gap: 2 mm + 3 ns}",
        "a.yaml:2  optimizer.gap: given 2 mm + 3 ns, must be a length in (0 mm, inf): cannot add '3 ns' "
        + "(time) to '2 mm' (length)")]
    [InlineData("format: 1", "format: 1\noptimizer: {gap: 3}",
        "a.yaml:2  optimizer.gap: given 3, must be a length with a unit: mm, um, cm or m")]
    [InlineData("format: 1", "format: 1\noptimizer: 3", "a.yaml:2  optimizer: given 3, must be a map of keys")]
    [InlineData("format: 1", "format: 1\nmodel: {kind: ful}",
        "a.yaml:2  model.kind: given ful, must be fast or full; did you mean full?")]
    [InlineData("format: 1", "format: 1\nmodel: {kind: full}",
        "a.yaml:2  model.cut: missing; must be an energy in (0 MeV, inf)")]
    [InlineData("format: 1", "format: 1\nseeds: {a: 1}",
        "a.yaml:2  seeds: given a map of keys, must be a whole number in [1, 99] or a list")]
    [InlineData("format: 1", "format: 1\ncells: {a: 1 mm, b: 2}",
        "a.yaml:2  cells.b: given 2, must be a length with a unit: mm, um, cm or m")]
    [InlineData("  - {material: lead, thickness: 3 mm}", "  []", "a.yaml:3  layers: given 0 items, must have 1 to 3")]
    [InlineData("format: 1", "format: 1\n\tnote: x", "a.yaml:2  a tab in the indentation; YAML is indented by spaces")]
    public void Load_OneMistake_IsSaidExactly(string from, string to, string message)
    {
        var text = Good.Replace(from, to, StringComparison.Ordinal);

        var exception = Assert.Throws<StudyException>(() => ConfigDocument.Load("a.yaml", text, Root));

        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData("", "a.yaml  the file is empty")]
    [InlineData("# only a remark\n", "a.yaml  the file is empty")]
    [InlineData("- 1\n", "a.yaml:1  given a list, must be a map of keys")]
    public void Load_NoDocument_IsSaidExactly(string text, string message) =>
        Assert.Equal(message, Assert.Throws<StudyException>(() => ConfigDocument.Load("a.yaml", text, Root)).Message);

    [Fact]
    public void Load_BadYaml_GivesLineAndColumn()
    {
        var exception = Assert.Throws<StudyException>(
            () => ConfigDocument.Load("a.yaml", "format: 1\nlayers: [1, 2\nnote: x\n", Root));

        Assert.StartsWith("a.yaml:", exception.Message, StringComparison.Ordinal);
        Assert.Contains("not valid YAML at column", exception.Message, StringComparison.Ordinal);
        Assert.InRange(exception.Problems[0].Line, 2, 3);
    }

    [Fact]
    public void Load_SeveralMistakes_AreAllReportedInOrder()
    {
        var text = "formt: 1\nlayers:\n  - {material: wood, thickness: 3}\noptimizer: {steps: 0}\n";

        var exception = Assert.Throws<StudyException>(() => ConfigDocument.Load("a.yaml", text, Root));

        Assert.Equal(
            [
                "a.yaml:1  formt: unknown key; did you mean format?",
                "a.yaml:1  format: missing; must be 1",
                "a.yaml:3  layers[0].material: given wood, must be lead or iron",
                "a.yaml:3  layers[0].thickness: given 3, must be a length with a unit: mm, um, cm or m",
                "a.yaml:4  optimizer.steps: given 0, must be in [1, 100000]",
            ],
            exception.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Load_Alias_RepeatsTheAnchor()
    {
        var text = "format: 1\nlayers:\n  - &first {material: lead, thickness: 3 mm}\n  - *first\n";

        Assert.Equal(2, ConfigDocument.Load("a.yaml", text, Root).Get("layers").Items.Count);
    }

    [Fact]
    public void Load_Overrides_ReplaceAndAdd()
    {
        var root = ConfigDocument.Load("a.yaml", Good, Root,
            ["optimizer.steps=100", "layers[0].thickness=\"2.5 mm\"", "seeds=[1, 2]", "cells.x=1 cm"]);

        Assert.Equal(100, root.Get("optimizer").Get("steps").WholeNumber);
        Assert.Equal(2.5, root.Get("layers").Items[0].Get("thickness").Number);
        Assert.Equal([1, 2], root.Get("seeds").Items.Select(seed => seed.WholeNumber));
        Assert.Equal(10 * Units.Mm, root.Get("cells").Get("x").Number);
    }

    [Theory]
    [InlineData("optimizer.steps=0", "--set  optimizer.steps: given 0, must be in [1, 100000]")]
    [InlineData("optimizer.stepz=3", "--set  optimizer.stepz: unknown key; did you mean steps?")]
    [InlineData("layers[3].thickness=1 mm", "--set  layers[3].thickness: [3] is not one of the 1 items")]
    [InlineData("format.x=1", "--set  format.x: cannot be set: x stands below 1")]
    [InlineData("steps", "--set  given steps, must be key.path=value")]
    public void Load_BadOverride_NamesSetAsOrigin(string text, string message)
    {
        var exception = Assert.Throws<StudyException>(() => ConfigDocument.Load("a.yaml", Good, Root, [text]));

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public void Write_Resolved_LoadsToTheSame()
    {
        var text = Good + "note: \"a: tricky # one\"\nmodel: {kind: full, cut: 1 keV}\n"
            + "seeds: [3, 4]\ncells: {a: 1 mm}\n";

        var once = ConfigWriter.Write(ConfigDocument.Load("a.yaml", text, Root));
        var twice = ConfigWriter.Write(ConfigDocument.Load("b.yaml", once, Root));

        Assert.Equal(once, twice);
        Assert.Equal(
            """
            format: 1
            layers:
              - material: lead
                thickness: 3 mm
            optimizer:
              learning_rate: 0.01
              steps: 200
              shuffle: true
              gap: 1 mm
            note: "a: tricky # one"
            seeds:
              - 3
              - 4
            cells:
              a: 1 mm
            model:
              kind: full
              cut: 1 keV

            """,
            once);
    }
}
