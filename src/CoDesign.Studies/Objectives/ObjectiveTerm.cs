namespace CoDesign.Studies.Objectives;

/// <summary>A metric in units of what is required of it.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Requirement">The requirement, internal units, above 0.</param>
/// <param name="Weight">Weight among the terms, above 0.</param>
public sealed record ObjectiveTerm(Metric Metric, double Requirement, double Weight);
