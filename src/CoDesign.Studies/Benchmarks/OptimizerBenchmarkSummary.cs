using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoDesign.Optimization.Problems;

namespace CoDesign.Studies.Benchmarks;

/// <summary>What a measurement of a search gives.</summary>
public sealed record OptimizerBenchmarkSummary
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Name of the problem.</summary>
    public required string Problem { get; init; }

    /// <summary>Word of the method.</summary>
    public required string Method { get; init; }

    /// <summary>What the gap is: simple regret, or hypervolume gap.</summary>
    public required string Measure { get; init; }

    /// <summary>Least value, or largest hypervolume.</summary>
    public required double Optimum { get; init; }

    /// <summary>Number of runs.</summary>
    public required int Seeds { get; init; }

    /// <summary>Evaluations of one run.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Median gap at the end; null when more than half of the runs found nothing feasible.</summary>
    public required double? Median { get; init; }

    /// <summary>Quartiles of the gap at the end.</summary>
    public required double?[] Quartiles { get; init; }

    /// <summary>The same at earlier budgets, the end among them.</summary>
    public required IReadOnlyList<BudgetSummary> Budgets { get; init; }

    /// <summary>Mean time of one suggestion [s].</summary>
    public required double SecondsPerSuggestion { get; init; }

    /// <summary>Most memory that the process held [MB].</summary>
    public required double PeakMemoryMegabytes { get; init; }

    /// <summary>The runs, in the order of the seeds.</summary>
    public required IReadOnlyList<BenchmarkRunSummary> Runs { get; init; }

    /// <summary>Summary of finished runs.</summary>
    /// <param name="benchmark">What was asked for.</param>
    /// <param name="runs">Its runs.</param>
    /// <param name="peakMemory">Most memory that the process held [bytes].</param>
    /// <param name="withTrials">Whether the points of all trials are told.</param>
    public static OptimizerBenchmarkSummary Of(
        OptimizerBenchmark benchmark, IReadOnlyList<SearchMeasurement> runs, long peakMemory, TrialDetail withTrials)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(runs);
        BudgetSummary[] budgets =
            [.. benchmark.Budgets.Select((n, b) => BudgetSummary.Of(n, [.. runs.Select(r => r.Gaps[b])]))];
        return new OptimizerBenchmarkSummary
        {
            Problem = benchmark.Problem.Name,
            Method = SearchMethodName.Of(benchmark.Method),
            Measure = benchmark.Problem.ObjectiveCount > 1 ? "hypervolume gap" : "simple regret",
            Optimum = benchmark.Problem.Optimum,
            Seeds = runs.Count,
            Evaluations = benchmark.Budgets[^1],
            Median = budgets[^1].Median,
            Quartiles = budgets[^1].Quartiles,
            Budgets = budgets,
            SecondsPerSuggestion = runs.Sum(r => r.SuggestionSeconds) / Math.Max(1, runs.Sum(r => r.Trials.Count)),
            PeakMemoryMegabytes = peakMemory / 1e6,
            Runs = [.. runs.Select(r => BenchmarkRunSummary.Of(r, withTrials))],
        };
    }

    /// <summary>As JSON text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
