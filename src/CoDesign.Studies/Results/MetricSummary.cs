namespace CoDesign.Studies.Results;

/// <summary>A value with its standard error and unit.</summary>
/// <param name="Value">Value in the unit.</param>
/// <param name="Error">Standard error in the unit.</param>
/// <param name="Unit">Unit; empty for a pure number.</param>
public sealed record MetricSummary(double Value, double Error, string Unit);
