using System.Text.Json;
using Xunit;

namespace CoDesign.Cli.Tests;

public sealed class CompareTests : IDisposable
{
    private static readonly string Shashlik = CodesignProcess.InRepository("geometries/ecal-shashlik.yaml");

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Compare_Json_HasBothModelsAtEveryDesignAndEnergy()
    {
        CommandResult result = Compare("--designs", "3", "--energies", "1 GeV, 2 GeV", "--events", "20", "--json");
        Assert.Equal(0, result.Code);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement root = json.RootElement, designs = root.GetProperty("designs"), rows = root.GetProperty("rows");
        Assert.Equal((3, 6), (designs.GetArrayLength(), rows.GetArrayLength()));
        Assert.Equal("2 mm", designs[0].GetProperty("absorber_front").GetString()); // the baseline comes first
        Assert.NotEqual("2 mm", designs[1].GetProperty("absorber_front").GetString());
        Assert.False(designs[0].TryGetProperty("adc_bits", out _)); // readout does not change a shower
        foreach (JsonElement row in rows.EnumerateArray())
        {
            double parametric = Value(row.GetProperty("parametric"), "visible");
            double monteCarlo = Value(row.GetProperty("monte_carlo"), "visible");
            Assert.Equal(20, row.GetProperty("monte_carlo").GetProperty("events").GetInt32());
            Assert.Equal(parametric / monteCarlo, Value(row, "visible_ratio"), 1e-12);
        }
    }

    [Fact]
    public void Compare_SameSeed_IsTheSameText()
    {
        string[] arguments = ["--designs", "2", "--energies", "1 GeV", "--events", "10", "--markdown"];
        CommandResult one = Compare([.. arguments, "--threads", "1"]), two = Compare([.. arguments, "--threads", "2"]);
        Assert.Equal((0, one.Output), (two.Code, two.Output));
        Assert.StartsWith("| design | absorber_front |", one.Output, StringComparison.Ordinal);
        Assert.Contains("| baseline | 1 GeV |", one.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_BadArguments_SaysAllOfThem()
    {
        CommandResult result = Compare("--designs", "0", "--energies", "0.1 GeV", "--events", "1", "--particle", "muon");
        Assert.Equal(2, result.Code);
        foreach (string part in new[] { "--designs", "--energies", "--events", "--particle" })
        {
            Assert.Contains(part, result.Error, StringComparison.Ordinal);
        }
    }

    private static double Value(JsonElement element, string name) =>
        element.GetProperty(name).GetProperty("value").GetDouble();

    private CommandResult Compare(params string[] arguments) => _place.Run(["compare", Shashlik, .. arguments]);
}
