namespace CoDesign.Studies.Results;

/// <summary>A measured curve.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Points">Points in order of energy.</param>
public sealed record CurveSummary(string Label, string Unit, IReadOnlyList<CurvePoint> Points);
