using CoDesign.Optimization.Spaces;

namespace CoDesign.Optimization.Trials;

/// <summary>What a search is to minimise; the function itself is called by whoever asks the search.</summary>
public sealed record SearchProblem
{
    /// <summary>The variables.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Number of objectives, 1 or more; 0 until the first trial has told it.</summary>
    public int Objectives { get; init; } = 1;

    /// <summary>Number of black-box constraints.</summary>
    public int Constraints { get; init; }

    /// <summary>Worst values of interest of the objectives, for hypervolumes, [objectives]; null to take it from the
    /// trials.</summary>
    public double[]? ReferencePoint { get; init; }

    /// <summary>Whether evaluating a point again can tell more; false where it would only give the same again, whatever its
    /// error.</summary>
    public bool MayRepeat { get; init; } = true;

    /// <summary>Planned evaluations in all; a search may spread its effort over them.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Seed of every random number of the search.</summary>
    public required ulong Seed { get; init; }
}
