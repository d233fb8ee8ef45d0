namespace CoDesign.Studies.Results;

/// <summary>What the outer loop found.</summary>
public sealed record OuterSummary
{
    /// <summary>Names of the structural parameters.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>All structures, in the order in which they were tried.</summary>
    public required IReadOnlyList<StructureSummary> Trials { get; init; }

    /// <summary>Number of the recommended trial.</summary>
    public required int Best { get; init; }

    /// <summary>The outer model along each parameter.</summary>
    public required IReadOnlyList<SliceSummary> Slices { get; init; }

    /// <summary>Simulated events of all trials.</summary>
    public required long Events { get; init; }
}
