namespace CoDesign.Studies.Results;

/// <summary>A term of the objective.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Weight">Weight.</param>
/// <param name="Requirement">Requirement in the unit.</param>
/// <param name="Unit">Unit of the requirement.</param>
public sealed record ObjectiveTermSummary(string Metric, double Weight, double Requirement, string Unit);
