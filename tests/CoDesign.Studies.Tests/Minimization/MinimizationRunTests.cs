using System.Text.Json.Nodes;
using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Searches;
using CoDesign.Studies.Minimization;
using CoDesign.Studies.Runs;
using MathNet.Numerics.Distributions;
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
        // A standard deviation from 1000 draws is known to 1/sqrt(2000) of it.
        double deviation = DeviationOfTheArea(9, 8.9, 0.1);
        Assert.Equal(deviation, Assert.NotNull(summary.HypervolumeError), 5 * deviation / Math.Sqrt(2000));
        Assert.Equal(3, summary.History.Count);
        Assert.All(summary.History, t => Assert.Null(t.Probability));
    }

    // Two points with the distances U1, U2 (by one objective) and V1, V2 (by the other) from the reference point
    // dominate the area A = U1 V1 + U2 V2 - min(U) min(V), all four normal and independent, U and V alike. With
    // X = (U1, U2, min U), Y alike of V and c = (1, 1, -1) it is sum c_a X_a Y_a, so that E[A] = sum c_a E[X_a]^2 and
    // E[A^2] = sum c_a c_b E[X_a X_b]^2. Moments of the least of two: Clark, Operations Research 9 (1961) 145, and
    // cov(U1, min U) = s^2 P(U1 < U2).
    private static double DeviationOfTheArea(double first, double second, double s)
    {
        double theta = s * Math.Sqrt(2), alpha = (first - second) / theta;
        double p = Normal.CDF(0, 1, -alpha), density = Normal.PDF(0, 1, alpha); // p: the first is the least
        double least = (first * p) + (second * (1 - p)) - (theta * density);
        double square = (((first * first) + (s * s)) * p) + (((second * second) + (s * s)) * (1 - p))
            - ((first + second) * theta * density);
        double[] c = [1, 1, -1], mean = [first, second, least];
        double[,] products =
        {
            { (first * first) + (s * s), first * second, (first * least) + (s * s * p) },
            { first * second, (second * second) + (s * s), (second * least) + (s * s * (1 - p)) },
            { (first * least) + (s * s * p), (second * least) + (s * s * (1 - p)), square },
        };
        double area = 0, squared = 0;
        for (int a = 0; a < 3; a++)
        {
            area += c[a] * mean[a] * mean[a];
            for (int b = 0; b < 3; b++)
            {
                squared += c[a] * c[b] * products[a, b] * products[a, b];
            }
        }

        return Math.Sqrt(squared - (area * area));
    }

    [Fact]
    public void Start_TwoObjectivesWithoutErrors_SaysNothingOfProbabilities()
    {
        using var place = new MinimizationPlace("reference_point: [10, 10]\n");
        MinimizationSummary summary = place.Minimize(
            place.Request(MinimizationPlace.Always("""{"objectives": [1, 2]}"""), 3)).Summary;
        Assert.Equal(72, summary.Hypervolume);
        Assert.Null(summary.HypervolumeError);
        Assert.Null(Assert.Single(summary.Pareto ?? []).Probability);
    }

    [Theory]
    [InlineData("0.2", 0)] // the second line comes while the next answer is awaited
    [InlineData("0", 0)]
    [InlineData("0.2", 6)]
    public void Start_StrayLineAfterAnAnswer_TakesBackWhatItSpoilt(string pause, int after)
    {
        string program = """
            n=0; while read -r line; do
              n=$((n + 1)); x=${line#*: *: }; x=${x%%\}*}; sleep 0.02; echo "{\"objectives\": [$x]}"
              if [ $n -gt AFTER ] && [ ! -e once ]; then touch once; sleep PAUSE; echo '{"objectives": [99]}'; fi
            done
            """.Replace("AFTER", $"{after}", StringComparison.Ordinal).Replace("PAUSE", pause, StringComparison.Ordinal);

        MinimizationSummary summary = _place.Minimize(_place.Request(program, 8)).Summary;

        Assert.Equal((8, 8), (summary.Trials.Total, summary.Trials.Finished));
        Assert.All(summary.History, t => Assert.Equal((double?)t.Parameters["x"], t.Objectives?[0]));
    }

    [Fact]
    public void Resume_EmptiedJournal_IsRefused()
    {
        _place.Minimize(_place.Request(MinimizationPlace.Always("""{"objectives": [1]}"""), 2));
        File.WriteAllText(Path.Combine(_place.Run, "journal.jsonl"), "");
        StudyException e = Assert.Throws<StudyException>(
            () => MinimizationRun.Resume(_place.Run, _ => { }, _ => { }, CancellationToken.None));
        Assert.Contains("the journal is empty", e.Message, StringComparison.Ordinal);
    }
}
