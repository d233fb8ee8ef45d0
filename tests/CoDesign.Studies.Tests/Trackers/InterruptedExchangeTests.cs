using System.Text.Json.Nodes;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Runs;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>One uninterrupted run of a small study of planes whose places are an array, with a judge.</summary>
public sealed class WholeTrackerRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WholeTrackerRun() => Json = SummaryJson.Write(StudyRun.Start(
        Load(), TinyStudy.Request, Folder, _ => { }, CancellationToken.None));

    internal string Json { get; }

    internal string Folder => _folder.In("whole");

    public void Dispose() => _folder.Dispose();

    internal static Study Load() => TrackerStudies.Load(
        "tracker-gluckstern", "planes=6", "threads=1", "optimizer.steps=8", "optimizer.replicas=2",
        "searches.events_per_design=16384", "judge.events=1024");
}

public sealed class InterruptedExchangeTests(WholeTrackerRun whole) : IClassFixture<WholeTrackerRun>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Journal_OfAnArray_HoldsExchangesAndRefinements()
    {
        string[] keys = Keys(whole.Folder);
        Assert.Contains("exchange/0/0/0", keys);
        Assert.Contains("replica/0/result/1", keys);
        Assert.Contains("exchange/0/1/0", keys);
        Assert.Contains("exchange/1/0/0", keys);
    }

    // Stopped when a piece is done: before the exchange, between exchange and refinement, within the refinement, before
    // and after the second exchange, in the judge.
    [Theory]
    [InlineData("replica/0/result")]
    [InlineData("exchange/0/0/0")]
    [InlineData("step/0/9")]
    [InlineData("replica/0/result/1")]
    [InlineData("exchange/0/1/0")]
    [InlineData("exchange/1/0/0")]
    [InlineData("judge/baseline/tracks/3")]
    public void Resume_StoppedAfterAPiece_GivesTheSameBits(string piece)
    {
        string run = _folder.In("run");
        Assert.Contains(piece, Keys(whole.Folder));
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => StudyRun.Start(
            WholeTrackerRun.Load(), TinyStudy.Request, run, Report, cancellation.Token));
        Assert.Equal(piece, Keys(run)[^1]);

        StudySummary summary = StudyRun.Resume(run, _ => { }, CancellationToken.None);

        Assert.Equal(Numbers(whole.Json), Numbers(SummaryJson.Write(summary)));
        Assert.Equal(Values(whole.Folder), Values(run));

        void Report(RunProgress progress)
        {
            if (Keys(run)[^1] == piece)
            {
                cancellation.Cancel();
            }
        }
    }

    [Fact]
    public void Resume_JournalCutWithinTheExchange_GivesTheSameBits()
    {
        string run = Directory.CreateDirectory(_folder.In("run")).FullName;
        foreach (string name in (string[])["run.json", "study.resolved.yaml", "geometry.resolved.yaml", "journal.jsonl"])
        {
            File.Copy(Path.Combine(whole.Folder, name), Path.Combine(run, name));
        }

        string journal = Path.Combine(run, "journal.jsonl"), text = File.ReadAllText(journal);
        int line = text.IndexOf("\"key\":\"exchange/0/0/0\"", StringComparison.Ordinal);
        File.WriteAllText(journal, text[..(line + 60)]);

        StudySummary summary = StudyRun.Resume(run, _ => { }, CancellationToken.None);

        Assert.Equal(Numbers(whole.Json), Numbers(SummaryJson.Write(summary)));
        Assert.Equal(Values(whole.Folder), Values(run));
    }

    [Fact]
    public void Start_Twice_GivesTheSameBits()
    {
        StudySummary again = StudyRun.Start(
            WholeTrackerRun.Load(), TinyStudy.Request, _folder.In("run"), _ => { }, CancellationToken.None);
        Assert.Equal(Numbers(whole.Json), Numbers(SummaryJson.Write(again)));
    }

    // The time of the judge differs from run to run too.
    private static string Numbers(string json)
    {
        JsonObject summary = Assert.IsType<JsonObject>(JsonNode.Parse(WholeRun.Numbers(json)));
        Assert.True(Assert.IsType<JsonObject>(summary["judge"]).Remove("seconds"));
        return summary.ToJsonString();
    }

    private static string[] Keys(string run) => [.. Lines(run).Select(l => l["key"]?.GetValue<string>() ?? "")];

    private static string[] Values(string run) => [.. Lines(run).Select(l => $"{l["key"]} {l["value"]?.ToJsonString()}")];

    private static IEnumerable<JsonNode> Lines(string run) => File.ReadLines(Path.Combine(run, "journal.jsonl"))
        .Select(l => JsonNode.Parse(l)).OfType<JsonNode>();
}
