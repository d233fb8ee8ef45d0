namespace CoDesign.Studies.Results;

/// <summary>What the outer model expects along one structural parameter, the others as in the best structure.</summary>
public sealed record SliceSummary
{
    /// <summary>Name of the parameter.</summary>
    public required string Parameter { get; init; }

    /// <summary>Its values as shown: numbers, or the words of a choice.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Its values; the index for a choice.</summary>
    public required double[] Values { get; init; }

    /// <summary>Expected objective at each.</summary>
    public required double[] Mean { get; init; }

    /// <summary>Standard deviation of the expectation.</summary>
    public required double[] StandardDeviation { get; init; }
}
