using System.Text.Json.Nodes;
using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Searches;
using CoDesign.Studies.Minimization;
using CoDesign.Studies.Runs;
using Xunit;

namespace CoDesign.Studies.Tests.Minimization;

public sealed class MinimizationRunTests : IDisposable
{
    private readonly MinimizationPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Start_MethodThatCannotDoWhatTheAnswersAre_KeepsWhatIsEvaluated()
    {
        MinimizationOutcome outcome = _place.Minimize(
            _place.Request(MinimizationPlace.Always("""{"objectives": [1, 2]}"""), 5) with { Method = SearchMethod.CmaEs });

        Assert.Contains("one objective", outcome.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain("codesign resume", outcome.Failure, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Summary.Trials.Finished);
        Assert.Contains("\"result/1\"", File.ReadAllText(Path.Combine(_place.Run, "journal.jsonl")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_place.Run, "summary.json")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Start_CommandThatCannotBeStarted_LeavesTheFolderAsItWas(bool wasThere)
    {
        if (wasThere)
        {
            Directory.CreateDirectory(_place.Run);
        }

        Assert.Throws<StudyException>(() => _place.Minimize(_place.Request("./nowhere", 5)));

        Assert.Equal(wasThere, Directory.Exists(_place.Run));
        Assert.Empty(wasThere ? Directory.GetFileSystemEntries(_place.Run) : []);
    }

    [Fact]
    public void Start_StoppedWhileAnAnswerIsThere_KeepsTheAnswer()
    {
        using var stop = new CancellationTokenSource();
        bool first = true;
        void Report(RunProgress progress)
        {
            if (!first)
            {
                Thread.Sleep(2000); // both programs have answered by then
                stop.Cancel();
            }

            first = false;
        }

        Assert.Throws<OperationCanceledException>(() => _place.Minimize(
            _place.Request(MinimizationPlace.Always("""{"objectives": [1]}"""), 8, parallel: 2), Report, stop.Token));

        IReadOnlyList<(string Key, JsonNode Value)> results =
            Journal.ReadAll<JsonNode>(Path.Combine(_place.Run, "journal.jsonl"), "result/");
        Assert.Equal(["result/1", "result/2"], results.Select(r => r.Key).Order());
    }

    [Fact]
    public void Start_NothingFeasible_GivesTheLeastInfeasible()
    {
        MinimizationSummary summary = _place.Minimize(_place.Request(
            "n=5; while read -r line; do echo \"{\\\"objectives\\\": [1], \\\"constraints\\\": [$n]}\"; n=$((n - 1)); done", 4)).Summary;

        Assert.Null(summary.Best);
        Assert.Equal((4, 2.0), (summary.LeastInfeasible?.Trial, summary.LeastInfeasible?.Constraints?[0]));
    }

    [Fact]
    public void Start_TwoObjectivesWithErrors_TellsHowSureTheParetoSetIs()
    {
        using var place = new MinimizationPlace("reference_point: [10, 10]\n");
        const string Program = """
            n=0; while read -r line; do n=$((n + 1)); case $n in
            1) echo '{"objectives": [1, 1], "errors": [0.1, 0.1]}';; 2) echo '{"objectives": [1.1, 1.1], "errors": [0.1, 0.1]}';;
            *) echo '{"objectives": [9, 9], "errors": [0.1, 0.1]}';; esac; done
            """;

        MinimizationSummary summary = place.Minimize(place.Request(Program, 3)).Summary;

        // Trial 1 is dominated when both its values are above: P = Phi(-1 / sqrt 2)^2 = 0.0575.
        TrialSummary only = Assert.Single(summary.Pareto ?? []);
        double expected = 1 - 0.0575;
        Assert.Equal(expected, only.Probability ?? 0, 5 * Math.Sqrt(expected * (1 - expected) / 1000));
        // At most that of trial 1 alone, (10 - f)^2: 9 * 0.1 * sqrt 2.
        Assert.InRange(summary.HypervolumeError ?? 0, 0.3, 9 * 0.1 * Math.Sqrt(2) * 1.12);
        Assert.All(summary.History, t => Assert.Null(t.Probability));
    }

    [Fact]
    public void Start_TwoObjectivesWithoutErrors_SaysNothingOfProbabilities()
    {
        using var place = new MinimizationPlace("reference_point: [10, 10]\n");
        MinimizationSummary summary = place.Minimize(
            place.Request(MinimizationPlace.Always("""{"objectives": [1, 2]}"""), 3)).Summary;
        Assert.Equal(72, summary.Hypervolume);
        Assert.Null(summary.HypervolumeError);
        Assert.All(summary.Pareto ?? [], t => Assert.Null(t.Probability));
    }
}
