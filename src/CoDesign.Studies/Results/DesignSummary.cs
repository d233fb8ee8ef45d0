namespace CoDesign.Studies.Results;

/// <summary>A design with everything that is reported of it.</summary>
public sealed record DesignSummary
{
    /// <summary>Objective: weighted sum of metrics over requirements, lower is better.</summary>
    public required MetricSummary Objective { get; init; }

    /// <summary>The same with the smooth readout, to show how far the two are apart.</summary>
    public required MetricSummary SmoothObjective { get; init; }

    /// <summary>Metrics by name, in physical units.</summary>
    public required IReadOnlyDictionary<string, MetricSummary> Metrics { get; init; }

    /// <summary>Parameters by name.</summary>
    public required IReadOnlyDictionary<string, ParameterSummary> Parameters { get; init; }

    /// <summary>Curves by name, such as "energy_resolution" or "momentum_resolution".</summary>
    public required IReadOnlyDictionary<string, CurveSummary> Curves { get; init; }

    /// <summary>Cost by part, in the currency of <see cref="CostCurrency"/>.</summary>
    public required IReadOnlyDictionary<string, double> CostBreakdown { get; init; }

    /// <summary>Currency of the cost, with the date of the prices: "EUR (2026-11)".</summary>
    public required string CostCurrency { get; init; }

    /// <summary>What it looks like.</summary>
    public required LayoutSummary Layout { get; init; }
}
