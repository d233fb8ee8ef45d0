using CoDesign.Optimization.Problems;

namespace CoDesign.Studies.Benchmarks;

/// <summary>One run of a search on a test problem.</summary>
public sealed record BenchmarkRunSummary
{
    /// <summary>Seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of trials.</summary>
    public required int Trials { get; init; }

    /// <summary>Gap at each budget; null while nothing is feasible.</summary>
    public required double?[] Gaps { get; init; }

    /// <summary>Points of the trials, [trials][variables]; null when they were not asked for.</summary>
    public double[][]? Points { get; init; }

    internal static BenchmarkRunSummary Of(SearchMeasurement run, TrialDetail detail) => new()
    {
        Seed = run.Seed,
        Trials = run.Trials.Count,
        Gaps = [.. run.Gaps.Select(BudgetSummary.Finite)],
        Points = detail == TrialDetail.Points ? [.. run.Trials.Select(t => t.Point)] : null,
    };
}
