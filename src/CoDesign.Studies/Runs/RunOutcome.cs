using CoDesign.Studies.Judging;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs.Outer;
using CoDesign.Studies.Runs.Tradeoffs;

namespace CoDesign.Studies.Runs;

/// <summary>What the phases of a run found, before it is put into words.</summary>
internal sealed record RunOutcome
{
    public required EvaluatedDesign Baseline { get; init; }

    public required EvaluatedDesign Optimum { get; init; }

    /// <summary>What found the optimum, in words.</summary>
    public required string FoundBy { get; init; }

    public required double[][] Replicas { get; init; }

    /// <summary>Objective of each replica on the validation events; null where its design cannot be measured.</summary>
    public required MeasuredObjective?[] Validated { get; init; }

    public required EqualCostSearch.SearchResult Random { get; init; }

    public required EqualCostSearch.SearchResult Sobol { get; init; }

    /// <summary>Objectives per seed of the optimisation that started at the baseline: fixed beforehand, not chosen
    /// among the replicas, so that it cost what each search cost; empty where its design cannot be measured.</summary>
    public required double[] FirstReplica { get; init; }

    /// <summary>Simulated events of that optimisation.</summary>
    public required long FirstReplicaEvents { get; init; }

    /// <summary>The structures that the outer loop tried; null without one.</summary>
    public required StructureResult? Structures { get; init; }

    /// <summary>Both halves of the nested optimisation alone; null without an outer loop.</summary>
    public required Comparison? Comparison { get; init; }

    /// <summary>The front of the objective against a limit; null where it is not asked for.</summary>
    public required TradeoffResult? Tradeoff { get; init; }

    /// <summary>Other designs as good as the optimum.</summary>
    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    /// <summary>Objectives of the best random and the best Sobol design, per seed; empty when none was
    /// feasible.</summary>
    public required double[][] SearchObjectives { get; init; }

    public required GradientCheckSummary Check { get; init; }

    /// <summary>Baseline and optimum before the judge; null when the study has none.</summary>
    public required Judgement? Judgement { get; init; }
}
