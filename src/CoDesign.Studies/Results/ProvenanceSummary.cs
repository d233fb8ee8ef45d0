namespace CoDesign.Studies.Results;

/// <summary>Where the numbers come from.</summary>
public sealed record ProvenanceSummary
{
    /// <summary>Run seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Version of CoDesign, with the commit it was built from.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of study.resolved.yaml.</summary>
    public required string StudySha256 { get; init; }

    /// <summary>Versions of what was used: .NET, libtorch, BLAS, HDF5.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>Processor and memory of the machine.</summary>
    public required string Machine { get; init; }

    /// <summary>Threads used.</summary>
    public required int Threads { get; init; }

    /// <summary>Where networks were computed: cpu or cuda. Runs of earlier versions knew the processor alone.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Start in UTC, ISO 8601.</summary>
    public required string Started { get; init; }
}
