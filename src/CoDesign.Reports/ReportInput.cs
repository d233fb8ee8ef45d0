using CoDesign.Studies.Results;

namespace CoDesign.Reports;

/// <summary>What a report is made from: the contents of a finished run directory.</summary>
public sealed record ReportInput
{
    /// <summary>The result.</summary>
    public required StudySummary Summary { get; init; }

    /// <summary>Steps of all optimisations, in any order; empty when the journal is not at hand.</summary>
    public required IReadOnlyList<HistoryPoint> History { get; init; }

    /// <summary>Text of study.resolved.yaml.</summary>
    public required string ResolvedStudy { get; init; }

    /// <summary>Text of the geometry file, or null when it is part of the study.</summary>
    public string? Geometry { get; init; }
}
