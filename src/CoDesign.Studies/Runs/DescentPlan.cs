namespace CoDesign.Studies.Runs;

/// <summary>One gradient descent of a run.</summary>
internal sealed record DescentPlan
{
    /// <summary>Where it starts, unconstrained numbers.</summary>
    public required double[] Start { get; init; }

    /// <summary>A point known to have a value, to which the first step goes back when the start has none; null where there
    /// is no other than the start.</summary>
    public double[]? Safe { get; init; }

    /// <summary>Number of its first step: steps of one key and their events go on counting.</summary>
    public int First { get; init; }

    /// <summary>Steps.</summary>
    public required int Steps { get; init; }

    /// <summary>Key of the steps in the journal; the number of the step follows.</summary>
    public required string StepKey { get; init; }

    /// <summary>Key of the result in the journal.</summary>
    public required string ResultKey { get; init; }

    /// <summary>What the user is told.</summary>
    public required string Phase { get; init; }

    /// <summary>Whether integers are held from the first step on.</summary>
    public bool HoldsIntegers { get; init; }

    /// <summary>Whether the start is the optimum of a neighbour: the first steps are then short, and the start is kept where
    /// the descent ends at something worse.</summary>
    public bool IsWarm { get; init; }

    /// <summary>Asked after each step with the objectives of all steps so far: whether to give up; null for
    /// never.</summary>
    public Func<IReadOnlyList<double>, bool>? GiveUp { get; init; }
}
