namespace CoDesign.Studies.Results;

/// <summary>A structure that the outer loop tried.</summary>
public sealed record StructureSummary
{
    /// <summary>Number, from 0: the baseline's structure.</summary>
    public required int Number { get; init; }

    /// <summary>Values of the structural parameters by name; the index for a choice.</summary>
    public required IReadOnlyDictionary<string, double> Structure { get; init; }

    /// <summary>The same as shown: numbers, and the words of choices.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>"finished", "stopped" (given up early; its objective is extrapolated), "infeasible" (no design of it keeps
    /// the constraints) or "failed" (no event can be measured).</summary>
    public required string Status { get; init; }

    /// <summary>Why it did not finish; empty when it did.</summary>
    public required string Reason { get; init; }

    /// <summary>Objective with the hard readout; not a number when it is infeasible or failed.</summary>
    public required double Objective { get; init; }

    /// <summary>Its standard error.</summary>
    public required double ObjectiveError { get; init; }

    /// <summary>Standard error of its difference from the first finished trial, on common events: what the outer model
    /// sees.</summary>
    public required double PairedError { get; init; }

    /// <summary>Number of the trial whose design it started from; null for the baseline.</summary>
    public int? StartedFrom { get; init; }

    /// <summary>Simulated events.</summary>
    public required long Events { get; init; }
}
