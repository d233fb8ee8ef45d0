using System.Text.Json.Nodes;
using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Runs;

/// <summary>One uninterrupted run of the tiny study, shared by the tests that compare with it.</summary>
public sealed class WholeRun : IDisposable
{
    private readonly TinyStudy _tiny = new();

    public WholeRun()
    {
        Json = SummaryJson.Write(_tiny.Start("whole"));
        Journal = File.ReadAllBytes(_tiny.In("whole/journal.jsonl"));
    }

    internal string Json { get; }

    internal byte[] Journal { get; }

    internal string Folder => _tiny.In("whole");

    public void Dispose() => _tiny.Dispose();

    /// <summary>The summary without what differs from run to run: times, and energy that follows from them.</summary>
    internal static string Numbers(string json)
    {
        JsonObject summary = Assert.IsType<JsonObject>(JsonNode.Parse(json));
        JsonObject cost = Assert.IsType<JsonObject>(summary["cost"]);
        cost.Remove("seconds");
        cost.Remove("energy_kwh");
        Assert.IsType<JsonObject>(summary["provenance"]).Remove("started");
        return summary.ToJsonString();
    }
}

public sealed class InterruptedRunTests(WholeRun whole) : IClassFixture<WholeRun>, IDisposable
{
    private readonly TinyStudy _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void Resume_StoppedAtRandomPieces_GivesTheSameBits()
    {
        StudySummary summary = Interrupted.Run(
            _tiny, new Random(3), 15, () => Assert.False(File.Exists(_tiny.In("run/summary.json"))));

        Assert.Equal(WholeRun.Numbers(whole.Json), WholeRun.Numbers(SummaryJson.Write(summary)));
        Assert.Equal(Keys(whole.Journal), Keys(File.ReadAllBytes(_tiny.In("run/journal.jsonl"))));
    }

    [Theory]
    [InlineData(0.93)]
    [InlineData(0.55)]
    public void Resume_JournalCutAtAByte_GivesTheSameBits(double at) => CutAndResume((int)(at * whole.Journal.Length));

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Resume_JournalCutAtARandomByte_GivesTheSameBits(int seed) =>
        CutAndResume(new Random(seed).Next(whole.Journal.Length));

    [Fact]
    public void Resume_FinishedRun_ComputesNothingAndSaysTheSame()
    {
        string run = CopyOfWhole();
        StudySummary summary = StudyRun.Resume(run, _ => { }, CancellationToken.None);

        Assert.Equal(WholeRun.Numbers(whole.Json), WholeRun.Numbers(SummaryJson.Write(summary)));
        Assert.Equal(whole.Journal, File.ReadAllBytes(Path.Combine(run, "journal.jsonl")));
    }

    [Theory]
    [InlineData("study.resolved.yaml", "# edited")]
    [InlineData("geometry.resolved.yaml", "# edited")]
    [InlineData("geometry.resolved.yaml", "no_such_key: 1")]
    public void Report_StudyEditedAfterwards_IsRefusedAsResumeIs(string file, string line)
    {
        string run = CopyOfWhole();
        File.Copy(Path.Combine(whole.Folder, "summary.json"), Path.Combine(run, "summary.json"));
        _ = FinishedRun.Read(run);
        File.AppendAllText(Path.Combine(run, file), line + "\n");

        var report = Assert.Throws<StudyException>(() => FinishedRun.Read(run));
        var resume = Assert.Throws<StudyException>(() => StudyRun.Resume(run, _ => { }, CancellationToken.None));

        Assert.Contains("was changed after the run began", report.Message, StringComparison.Ordinal);
        Assert.Equal(resume.Message, report.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Report_JournalEmptiedOrGone_IsRefused(bool gone)
    {
        string run = CopyOfWhole(), journal = Path.Combine(run, "journal.jsonl");
        File.Copy(Path.Combine(whole.Folder, "summary.json"), Path.Combine(run, "summary.json"));
        File.WriteAllText(journal, "");
        if (gone)
        {
            File.Delete(journal);
        }

        var error = Assert.Throws<StudyException>(() => FinishedRun.Read(run));

        Assert.Contains("its journal is missing or empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_HoldsTheKeysThatReadersRelyOn()
    {
        JsonNode summary = Assert.IsType<JsonObject>(JsonNode.Parse(whole.Json));
        string[] paths =
        [
            "schema", "name", "verdict", "baseline.objective.value",
            "baseline.metrics.mass_resolution.value", "baseline.metrics.mass_resolution.error",
            "baseline.metrics.mass_resolution.unit", "optimum.metrics.energy_resolution.value",
            "optimum.parameters.cell_size.value", "optimum.parameters.cell_size.unit",
            "optimum.parameters.cell_size.interval", "gain.value", "gain.error", "constraints.cost.value",
            "constraints.cost.limit", "constraints.cost.price", "constraints.cost.satisfied",
            "gradient_check.relative_difference", "gradient_check.error", "searches.random.events",
            "searches.random.objective", "searches.sobol.events", "searches.sobol.objective",
            "searches.gradient.events",
            "searches.gradient.objective", "cost.events", "cost.seconds", "cost.energy_kwh", "provenance.seed",
            "provenance.version", "provenance.study_sha256", "provenance.started",
        ];
        Assert.All(
            paths, path => Assert.NotNull(path.Split('.').Aggregate((JsonNode?)summary, (node, key) => node?[key])));
        // Null means "not at a bound"; the key is there all the same.
        Assert.True(Assert.IsType<JsonObject>(summary["optimum"]?["parameters"]?["cell_size"]).ContainsKey("at_bound"));
    }

    // Golden: the tiny study with showers calibrated to the Monte Carlo. A run repeats to the bit on one machine; on
    // another one sums of libtorch may round differently, and steps carry that on: 1 %, and 0.005 of the gain.
    [Fact]
    public void Summary_TinyStudy_IsTheGoldenRun()
    {
        StudySummary summary = SummaryJson.Read(whole.Json);

        Within(1.0025, summary.Baseline.Objective);
        Within(2.7960, summary.Baseline.Metrics["energy_resolution"]);
        Within(1.5329, summary.Baseline.Metrics["position_resolution"]);
        Within(0.9711, summary.Optimum.Objective);
        Assert.InRange(summary.Gain.Value, 0.0310 - 0.005, 0.0310 + 0.005);
        Assert.True(Math.Abs(summary.GradientCheck.RelativeDifference) < 1e-4, $"{summary.GradientCheck}");
        Assert.Equal(147950, summary.Constraints["cost"].Limit, 1.0);
        Assert.All(summary.Constraints.Values, c => Assert.True(c.Satisfied));
        Assert.Equal((1536, 1536, 1536), (
            summary.Searches["random"].Events, summary.Searches["sobol"].Events, summary.Searches["gradient"].Events));
        Assert.Equal(46080, summary.Cost.Events);

        static void Within(double golden, MetricSummary metric) =>
            Assert.InRange(metric.Value, golden * 0.99, golden * 1.01);
    }

    private void CutAndResume(int length)
    {
        string run = CopyOfWhole();
        File.WriteAllBytes(Path.Combine(run, "journal.jsonl"), whole.Journal[..length]);

        StudySummary summary = StudyRun.Resume(run, _ => { }, CancellationToken.None);

        Assert.Equal(WholeRun.Numbers(whole.Json), WholeRun.Numbers(SummaryJson.Write(summary)));
    }

    private string CopyOfWhole()
    {
        string run = Directory.CreateDirectory(_tiny.In("copy")).FullName;
        foreach (
            string name in (string[])["run.json", "study.resolved.yaml", "geometry.resolved.yaml", "journal.jsonl"])
        {
            File.Copy(Path.Combine(whole.Folder, name), Path.Combine(run, name));
        }

        return run;
    }

    private static IEnumerable<string> Keys(byte[] journal) => System.Text.Encoding.UTF8.GetString(journal)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(l => JsonNode.Parse(l)?["key"]?.GetValue<string>() ?? "");
}
