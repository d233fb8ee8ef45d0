namespace CoDesign.Studies.Minimization;

/// <summary>The result of a minimisation: summary.json of its run directory.</summary>
public sealed record MinimizationSummary
{
    /// <summary>Version of this format.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>What kind of summary it is.</summary>
    public string Kind { get; init; } = MinimizationRequest.KindName;

    /// <summary>Name of the space.</summary>
    public required string Name { get; init; }

    /// <summary>The trial that the search recommends; of several objectives the one nearest to the best value of each, in
    /// units of the ranges of the Pareto set. Null when no trial is feasible.</summary>
    public required TrialSummary? Best { get; init; }

    /// <summary>The trial that violates the constraints least, by the sum of what they exceed 0 by, when none is feasible;
    /// null else.</summary>
    public required TrialSummary? LeastInfeasible { get; init; }

    /// <summary>Feasible trials that no other is better than; null for one objective.</summary>
    public required IReadOnlyList<TrialSummary>? Pareto { get; init; }

    /// <summary>Volume that the Pareto set dominates up to the reference point of the space file; null without
    /// one.</summary>
    public required double? Hypervolume { get; init; }

    /// <summary>Standard error of the hypervolume from the errors of the objectives; null without errors.</summary>
    public required double? HypervolumeError { get; init; }

    /// <summary>Counts.</summary>
    public required TrialCounts Trials { get; init; }

    /// <summary>Number of failed trials by kind.</summary>
    public required IReadOnlyDictionary<string, int> Failures { get; init; }

    /// <summary>Times.</summary>
    public required MinimizationSeconds Seconds { get; init; }

    /// <summary>Method of the search.</summary>
    public required string Method { get; init; }

    /// <summary>Seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Trials that were asked for.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Programs at a time.</summary>
    public required int Parallel { get; init; }

    /// <summary>Why it ended, in a sentence.</summary>
    public required string Ended { get; init; }

    /// <summary>The program's command line.</summary>
    public required string Command { get; init; }

    /// <summary>Start in UTC, ISO 8601.</summary>
    public required string Started { get; init; }

    /// <summary>Version of CoDesign.</summary>
    public required string Version { get; init; }

    /// <summary>Names of the objectives.</summary>
    public required IReadOnlyList<string> Objectives { get; init; }

    /// <summary>All trials, in the order in which they ended.</summary>
    public required IReadOnlyList<TrialSummary> History { get; init; }
}
