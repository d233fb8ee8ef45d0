namespace CoDesign.Optimization.Bayesian;

/// <summary>Where to look for the largest value of an acquisition.</summary>
public sealed record AcquisitionRequest
{
    /// <summary>Seed of the random starts.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Good points, best first, to start from and near, [points][variables] in the unit cube.</summary>
    public IReadOnlyList<double[]> Anchors { get; init; } = [];

    /// <summary>Points that must not be suggested, [points][variables] in the unit cube: those whose value is
    /// known or will be.</summary>
    public IReadOnlyList<double[]> Excluded { get; init; } = [];

    /// <summary>Lower corner of the region, [variables] in the unit cube; null for the whole cube.</summary>
    public double[]? Lower { get; init; }

    /// <summary>Upper corner of the region; null for the whole cube.</summary>
    public double[]? Upper { get; init; }

    /// <summary>Points at which the acquisition is first looked at; the best become starts.</summary>
    public int Samples { get; init; } = 512;

    /// <summary>Starts of the climb.</summary>
    public int Starts { get; init; } = 6;

    /// <summary>Most steps of one climb.</summary>
    public int Iterations { get; init; } = 60;
}
