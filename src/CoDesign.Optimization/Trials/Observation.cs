namespace CoDesign.Optimization.Trials;

/// <summary>What is known of a function at one point: a finished trial.</summary>
public sealed record Observation
{
    /// <summary>The point, [variables] values of the space.</summary>
    public required double[] Point { get; init; }

    /// <summary>Objectives, all to be minimised, [objectives]; empty when the trial failed, and when it was known to break a
    /// constraint before anything was measured.</summary>
    public double[] Objectives { get; init; } = [];

    /// <summary>Standard errors of the objectives, [objectives], 0 for exact; null when they are not known.</summary>
    public double[]? Errors { get; init; }

    /// <summary>Constraint functions, [constraints]; the point is feasible when all are at most 0.</summary>
    public double[] Constraints { get; init; } = [];

    /// <summary>Gradients of the objectives by the values of the point, [objectives][variables]; entries of integers and
    /// choices are not used; null when they are not known.</summary>
    public double[][]? Gradients { get; init; }

    /// <summary>Why there is no result; null when there is one. A failed trial tells a search to stay away.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the trial failed.</summary>
    public bool Failed() => Failure is not null;

    /// <summary>Whether the trial has objectives.</summary>
    public bool HasResult() => !Failed() && Objectives.Length > 0;

    /// <summary>Whether the trial has a result that satisfies every constraint.</summary>
    public bool IsFeasible() => HasResult() && Constraints.All(c => c <= 0);
}
