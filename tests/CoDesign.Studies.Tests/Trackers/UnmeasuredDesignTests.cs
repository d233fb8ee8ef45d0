using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Runs;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>Studies in which some designs measure no track: no such design ends a run.</summary>
public sealed class UnmeasuredDesignTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // After the exchange five planes stand at one place, and steps of the refinement bring others there.
    [Fact]
    public void Run_DescentToDesignsWithoutTracks_BacksOffSaysSoAndResumes()
    {
        var study = StudyLoader.Load(
            Path.Combine(CoDesign.Simulation.Tests.Flagship.Root, "studies", "tracker-gluckstern.yaml"),
            ["events.momentum.fixed=1 GeV", "threads=1", "judge.events=1024"], quick: true);
        string run = _folder.In("run");
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => StudyRun.Start(
            study, TinyStudy.Request with { Quick = true }, run, Report, cancellation.Token));
        Assert.Contains("\"Refused\":\"none of", File.ReadAllText(Path.Combine(run, "journal.jsonl")), StringComparison.Ordinal);

        StudySummary summary = StudyRun.Resume(run, _ => { }, CancellationToken.None);

        Assert.Contains(summary.Warnings, w =>
            w.Contains("on the way had no value and were counted as not allowed", StringComparison.Ordinal)
            && w.Contains("tracks leaves enough hits", StringComparison.Ordinal));
        Assert.True(summary.Gain.Value > 0.4, summary.Verdict);
        StudySummary again = StudyRun.Resume(run, _ => { }, CancellationToken.None);
        Assert.Equal(WholeRun.Numbers(SummaryJson.Write(summary)), WholeRun.Numbers(SummaryJson.Write(again)));

        void Report(RunProgress progress)
        {
            if (File.ReadLines(Path.Combine(run, "journal.jsonl")).Last()
                .Contains("\"Refused\":\"none of", StringComparison.Ordinal))
            {
                cancellation.Cancel();
            }
        }
    }
}
