namespace CoDesign.Studies.Results;

/// <summary>A parameter of a design.</summary>
public sealed record ParameterSummary
{
    /// <summary>Value in the unit.</summary>
    public required double Value { get; init; }

    /// <summary>Unit; empty for a pure number.</summary>
    public required string Unit { get; init; }

    /// <summary>Interval of 68 % from the repeated optimisations, [low, high] in the unit; null for the
    /// baseline.</summary>
    public double[]? Interval { get; init; }

    /// <summary>"lower" or "upper" when the value is at a bound, else null.</summary>
    public string? AtBound { get; init; }

    /// <summary>Bounds in the unit.</summary>
    public required double[] Bounds { get; init; }

    /// <summary>"geometry" or "readout".</summary>
    public required string Stage { get; init; }

    /// <summary>"continuous", "integer" or "choice".</summary>
    public required string Kind { get; init; }

    /// <summary>The word of a choice, whose value is its index; null for the other kinds.</summary>
    public string? Word { get; init; }

    /// <summary>Whether the outer loop chose it, as part of the structure.</summary>
    public bool Structural { get; init; }

    /// <summary>Name of the array that it is an element of; null if it stands alone.</summary>
    public string? Array { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }
}
