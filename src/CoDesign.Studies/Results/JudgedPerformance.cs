namespace CoDesign.Studies.Results;

/// <summary>Performance of a design in one simulation; errors are standard errors over groups of events.</summary>
public sealed record JudgedPerformance
{
    /// <summary>Objective.</summary>
    public required MetricSummary Objective { get; init; }

    /// <summary>Metrics by name, in physical units: those of the study's designs and what the judge adds, such as
    /// "visible_fraction", the energy in the active material of the cells over the primary's.</summary>
    public required IReadOnlyDictionary<string, MetricSummary> Metrics { get; init; }

    /// <summary>Curves by name; the first is drawn.</summary>
    public required IReadOnlyDictionary<string, CurveSummary> Curves { get; init; }
}
