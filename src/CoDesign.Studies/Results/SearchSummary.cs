namespace CoDesign.Studies.Results;

/// <summary>A search at equal cost.</summary>
public sealed record SearchSummary
{
    /// <summary>Simulated events spent.</summary>
    public required long Events { get; init; }

    /// <summary>Designs simulated.</summary>
    public required int Designs { get; init; }

    /// <summary>Fraction of drawn designs that satisfied the constraints (only those were simulated).</summary>
    public double? FeasibleFraction { get; init; }

    /// <summary>Objective of the best design on fresh events, hard readout.</summary>
    public required double Objective { get; init; }

    /// <summary>Standard error.</summary>
    public required double ObjectiveError { get; init; }

    /// <summary>Why it is no comparison, in a sentence; null where it is one.</summary>
    public string? NoComparison { get; init; }

    /// <summary>Relative excess of its objective over that of the result, on common events; null where nothing was
    /// found, or too little to compare with.</summary>
    public double? Excess { get; init; }

    /// <summary>Its standard error.</summary>
    public double? ExcessError { get; init; }

    /// <summary>Best objective found so far against events spent, as the search saw it: [events, objective]
    /// rows.</summary>
    public required IReadOnlyList<double[]> Trace { get; init; }
}
