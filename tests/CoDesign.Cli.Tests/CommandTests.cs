using System.Text.Json;
using CoDesign.Tests;
using Xunit;

namespace CoDesign.Cli.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("codesign")]
    [InlineData("run")]
    [InlineData("minimize")]
    [InlineData("resume")]
    [InlineData("report")]
    [InlineData("check")]
    [InlineData("schema")]
    [InlineData("doctor")]
    [InlineData("materials")]
    [InlineData("simulate")]
    [InlineData("compare")]
    [InlineData("bench optimizer")]
    [InlineData("bench function")]
    public void Help_OfEachCommand_IsTheApprovedText(string command)
    {
        CommandResult result = command == "codesign" ? _place.Run("--help") : _place.Run([.. command.Split(' '), "--help"]);

        string file = CodesignProcess.InRepository($"tests/CoDesign.Cli.Tests/Expectations/help-{command.Replace(' ', '-')}.txt");
        Assert.Equal(0, result.Code);
        if (!File.Exists(file))
        {
            File.WriteAllText(file, result.Output);
            Assert.Fail($"{file} was not there; it was written, read it and commit it");
        }

        Assert.Equal(File.ReadAllText(file), result.Output);
    }

    [Fact]
    public void Check_Study_SaysItIsFine()
    {
        CommandResult result = _place.Run("check", "study.yaml");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.StartsWith(
            "study.yaml: study 'tiny', 3 free parameters, 1 constraints that can be satisfied, fine\n"
            + "  readout.full_scale at the baseline: a channel holds the visible part of a shower of 120 GeV", result.Output,
            StringComparison.Ordinal);
        // The pairs of photons of the study reach beyond its face of 1 m2.
        Assert.Equal(1, result.Output.Split("  careful: ").Length - 1);
    }

    [Fact]
    public void Check_Geometry_SaysItIsFine()
    {
        CommandResult result = _place.Run("check", "geometry.yaml");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.StartsWith(
            "geometry.yaml: geometry 'tiny', 3 parameters, fine\n  readout.full_scale at the baseline: ", result.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("careful", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("study")]
    [InlineData("geometry")]
    public void Schema_IsJson(string kind)
    {
        CommandResult result = _place.Run("schema", kind);
        Assert.Equal((0, ""), (result.Code, result.Error));
        using JsonDocument schema = JsonDocument.Parse(result.Output);
        // One form for each kind of detector.
        Assert.All(
            schema.RootElement.GetProperty("oneOf").EnumerateArray(),
            form => Assert.True(form.TryGetProperty("properties", out _)));
    }

    [Hdf5Fact]
    public void Doctor_WholeInstallation_PassesItsChecks()
    {
        CommandResult result = _place.Run("doctor");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Matches(@"libtorch +2\.[0-9.]+, MKL [0-9.]+, [0-9]+ threads, device (cpu|cuda:0), check passed, in /", result.Output);
        Assert.Matches(@"hdf5 +1\.1[0-4]\.[0-9]+, /.*, check passed", result.Output);
        Assert.Matches(@"plotly\.js +3\.[0-9.]+", result.Output);
    }
}
