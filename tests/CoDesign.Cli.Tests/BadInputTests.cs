using Xunit;

namespace CoDesign.Cli.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("study.yaml", "events:", "events: [", "study.yaml:9  not valid YAML")]
    [InlineData("study.yaml", "optimizer:", "optimiser:", "study.yaml:14  optimiser: unknown key; did you mean optimizer?")]
    [InlineData("study.yaml", "3 GeV, 100 GeV", "3 mm, 100 GeV",
        "study.yaml:9  events.energy.log_uniform[0]: given 3 mm, must be an energy")]
    [InlineData("study.yaml", "cost, at_most: baseline", "depth, at_most: 10 mm",
        "study.yaml:13  constraints.cost: no design within the bounds satisfies it")]
    [InlineData("geometry.yaml", "min: 20 mm", "min: 90 mm",
        "geometry.yaml:7  parameters.cell_size: given min 90 mm and max 80 mm, min must be below max")]
    [InlineData("geometry.yaml", "baseline: 40 mm", "baseline: 90 mm",
        "geometry.yaml:7  parameters.cell_size.baseline: given 90 mm, must be in [20 mm, 80 mm]")]
    [InlineData("geometry.yaml", "material: lead", "material: leed",
        "geometry.yaml:12  sections[0].absorber.material: given leed, must be a material; did you mean lead?")]
    [InlineData("geometry.yaml", "sections:", "derived: {a: b + 1 mm, b: 2 * a}\nsections:",
        "geometry.yaml:9  derived.a: is derived from itself: a -> b -> a")]
    public void Run_WrongFile_SaysWhereAndWritesNothing(string file, string old, string replacement, string message)
    {
        _place.Edit(file, old, replacement);
        AssertRefused(message, "run", "study.yaml", "--out", "run");
    }

    [Theory]
    [InlineData("nowhere.yaml  the study cannot be read: there is no such file", "run", "nowhere.yaml")]
    [InlineData("--set  optimizer.stepz: unknown key; did you mean steps?", "run", "study.yaml", "--set", "optimizer.stepz=3")]
    [InlineData("codesign: Required argument 'STUDY' missing for command: 'run'.", "run")]
    [InlineData("codesign: Unrecognized command or argument '--fast'.", "run", "study.yaml", "--fast")]
    [InlineData("codesign: Unrecognized command or argument 'rum'.", "rum", "study.yaml")]
    [InlineData("nowhere  there is no such run directory", "resume", "nowhere")]
    [InlineData("nowhere  there is no such run directory", "report", "nowhere")]
    [InlineData("codesign: Argument 'stduy' not recognized.", "schema", "stduy")]
    public void Command_WrongArguments_SaysWhatAndWritesNothing(string message, params string[] arguments) =>
        AssertRefused(message, arguments);

    [Fact]
    public void Run_ExistingRunDirectory_IsLeftAlone()
    {
        Directory.CreateDirectory(_place.In("run"));
        File.WriteAllText(_place.In("run/summary.json"), "precious");
        AssertRefused("run  this exists and is not a run; give another directory", "run", "study.yaml", "--out", "run");
        File.WriteAllText(_place.In("run/run.json"), "{}");
        AssertRefused(
            "run  the run directory exists; continue it with 'codesign resume run'", "run", "study.yaml", "--out",
            "run");
        Assert.Equal("precious", File.ReadAllText(_place.In("run/summary.json")));
    }

    private void AssertRefused(string message, params string[] arguments)
    {
        string[] before = _place.Files();
        CommandResult result = _place.Run(arguments);

        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Equal(before, _place.Files());
    }
}
