namespace CoDesign.Studies.Results;

/// <summary>A constraint at the optimum.</summary>
public sealed record ConstraintSummary
{
    /// <summary>The expression.</summary>
    public required string Expression { get; init; }

    /// <summary>"at_most", "at_least" or "equal".</summary>
    public required string Relation { get; init; }

    /// <summary>Value at the optimum, in the unit.</summary>
    public required double Value { get; init; }

    /// <summary>Value at the baseline, in the unit.</summary>
    public required double Baseline { get; init; }

    /// <summary>Limit in the unit.</summary>
    public required double Limit { get; init; }

    /// <summary>Unit.</summary>
    public required string Unit { get; init; }

    /// <summary>How much the objective falls, in per cent of itself, when the limit is relaxed by 1 %.</summary>
    public required double Price { get; init; }

    /// <summary>Standard error of the price.</summary>
    public required double PriceError { get; init; }

    /// <summary>Whether the optimum satisfies it.</summary>
    public required bool Satisfied { get; init; }

    /// <summary>Whether the optimum lies on its limit.</summary>
    public required bool Active { get; init; }
}
