namespace CoDesign.Studies.Results;

/// <summary>What an independent simulation says of the result.</summary>
public sealed record JudgeSummary
{
    /// <summary>"confirmed" or "not_confirmed".</summary>
    public required string Verdict { get; init; }

    /// <summary>Why, one of <see cref="JudgeReason"/>; null in summaries of versions that did not say it.</summary>
    public string? Reason { get; init; }

    /// <summary>The verdict with its reason, in a sentence.</summary>
    public required string Statement { get; init; }

    /// <summary>The independent simulation: "monte-carlo" or "tracks".</summary>
    public required string Simulation { get; init; }

    /// <summary>What it simulates and how its events are reconstructed, in sentences.</summary>
    public required string Method { get; init; }

    /// <summary>How its errors and its agreement with the model are to be read, in sentences.</summary>
    public required string Caution { get; init; }

    /// <summary>How the gain by the model on the judge's events compares with the other gains, in a sentence.</summary>
    public required string Comparison { get; init; }

    /// <summary>What its events are: "showers" or "tracks".</summary>
    public required string Noun { get; init; }

    /// <summary>Its events at each of the two designs.</summary>
    public required int Events { get; init; }

    /// <summary>Wall-clock time of its simulation [s].</summary>
    public required double Seconds { get; init; }

    /// <summary>Gain as the judge sees it, 1 - optimum / baseline of the objective.</summary>
    public required MetricSummary Gain { get; init; }

    /// <summary>Gain of the gradient's model on the same primaries in the same procedure.</summary>
    public required MetricSummary ModelGain { get; init; }

    /// <summary>Whether the judge's gain is that of the study's final evaluation within two combined standard
    /// errors.</summary>
    public required bool SizeAgrees { get; init; }

    /// <summary>Judge's gain minus that of the final evaluation, in combined standard errors.</summary>
    public required double SizeDifference { get; init; }

    /// <summary>The baseline.</summary>
    public required JudgedDesignSummary Baseline { get; init; }

    /// <summary>The optimum.</summary>
    public required JudgedDesignSummary Optimum { get; init; }
}
