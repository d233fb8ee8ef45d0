using CoDesign.Studies.Results;

namespace CoDesign.Studies.Kinds;

/// <summary>What a kind of detector reports of a design.</summary>
/// <param name="Metrics">Metrics beyond the terms of the objective.</param>
/// <param name="Curves">Curves by name; the first leads.</param>
/// <param name="Layout">What it looks like.</param>
internal sealed record DesignDescription(
    IReadOnlyDictionary<string, MetricSummary> Metrics, IReadOnlyDictionary<string, CurveSummary> Curves,
    LayoutSummary Layout);
