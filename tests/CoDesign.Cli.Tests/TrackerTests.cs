using System.Text.Json.Nodes;
using Xunit;

namespace CoDesign.Cli.Tests;

/// <summary>Studies of trackers from the command line.</summary>
public sealed class TrackerTests : IDisposable
{
    private static readonly string[] Small =
    [
        "--set", "optimizer.steps=40", "--set", "optimizer.replicas=2", "--set", "searches.events_per_design=16384",
        "--set", "judge.events=1024",
    ];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Run_GlucksternWithAnotherCount_ReachesTheClosedFormWithTheCurvatureErrorFirst()
    {
        CommandResult result = _place.Run(
            ["run", Study("tracker-gluckstern"), "--out", "run", "--json", "--set", "planes=16", .. Small]);

        Assert.True(result.Code == 0, result.Error);
        JsonObject metrics = Metrics(result.Output, "optimum");
        Assert.Equal("curvature_error", metrics.First().Key);
        // sqrt(256/N) sigma/L^2, 20 um and 1.1 m.
        double expected = 4 * 20e-6 / (1.1 * 1.1);
        Assert.Equal("1/m", metrics["curvature_error"]?["unit"]?.GetValue<string>());
        Assert.InRange(metrics["curvature_error"]?["value"]?.GetValue<double>() / expected ?? 0, 1 - 1e-3, 1 + 1e-3);
        Assert.True(File.Exists(_place.In("run/report.html")));
    }

    [Fact]
    public void Run_EndsOfDifferentSize_ListsTheMirrorImage()
    {
        CommandResult result = _place.Run(
            ["run", Study("tracker-gluckstern"), "--out", "run", "--json", "--set", "planes=6", .. Small]);

        Assert.True(result.Code == 0, result.Error);
        JsonArray alternatives = Assert.IsType<JsonArray>(JsonNode.Parse(result.Output)?["alternatives"]);
        Assert.Contains("mirror image", alternatives.Select(a => a?["origin"]?.GetValue<string>()));
        string report = File.ReadAllText(_place.In("run/report.html"));
        Assert.Contains("Other designs as good", report, StringComparison.Ordinal);
        Assert.Contains("mirror image", report, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Resume_KilledWithinTheExchange_GivesTheSameNumbers()
    {
        string[] run =
        [
            "run", Study("tracker-gluckstern"), "--json", "--set", "planes=8", "--set", "threads=1", .. Small[2..],
            "--set", "optimizer.steps=16",
        ];
        CommandResult whole = _place.Run([.. run, "--out", "whole"]);
        Assert.True(whole.Code == 0, whole.Error);
        // The lines before the exchange of the first optimisation, after which it is at work on that exchange or just done.
        int lines = File.ReadLines(_place.In("whole/journal.jsonl"))
            .TakeWhile(l => !l.Contains("\"key\":\"exchange/0/0/0\"", StringComparison.Ordinal)).Count();
        using (CodesignProcess process = CodesignProcess.Start(_place.Folder, [.. run, "--out", "run"]))
        {
            _place.WaitForLines(process, "run", lines);
            process.Signal("KILL");
            Assert.NotEqual(0, process.Wait().Code);
        }

        CommandResult resumed = _place.Run("resume", "run", "--json");

        Assert.Equal(0, resumed.Code);
        Assert.Equal(Numbers(whole.Output), Numbers(resumed.Output));
    }

    [Theory]
    [InlineData("planes=2", "--set  geometry.parameters.planes.baseline: given 2, must be in [3, 400]")]
    [InlineData("plane=8",
        "--set  plane: is neither a parameter of the geometry (planes, position, silicon) nor a key of its file; did you mean "
        + "planes?")]
    [InlineData("events.momentum.fixed=3 mm",
        "--set  events.momentum.fixed: given 3 mm, must be an energy (MeV, keV, GeV or TeV), not a length")]
    public void Run_WrongOverride_SaysWhatIsAllowedAndWritesNothing(string given, string message)
    {
        string[] before = _place.Files();

        CommandResult result = _place.Run("run", Study("tracker-gluckstern"), "--out", "run", "--set", given);

        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Equal(before, _place.Files());
    }

    private static string Study(string name) => CodesignProcess.InRepository($"studies/{name}.yaml");

    private static JsonObject Metrics(string json, string design) =>
        Assert.IsType<JsonObject>(JsonNode.Parse(json)?[design]?["metrics"]);

    // The time of the judge differs from run to run too.
    private static string Numbers(string json)
    {
        JsonObject summary = Assert.IsType<JsonObject>(JsonNode.Parse(Workplace.Numbers(json)));
        Assert.True(Assert.IsType<JsonObject>(summary["judge"]).Remove("seconds"));
        return summary.ToJsonString();
    }
}
