namespace CoDesign.Studies.Results;

/// <summary>Resources of the run.</summary>
public sealed record ResourceSummary
{
    /// <summary>Simulated events, all phases.</summary>
    public required long Events { get; init; }

    /// <summary>Wall-clock time [s], summed over interrupted parts.</summary>
    public required double Seconds { get; init; }

    /// <summary>Energy estimate [kWh], Green Algorithms formula.</summary>
    public required double EnergyKwh { get; init; }

    /// <summary>How the estimate was made.</summary>
    public required string EnergyNote { get; init; }
}
