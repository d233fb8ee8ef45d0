namespace CoDesign.Studies.Results;

/// <summary>A measured curve.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Axis">What it is drawn against.</param>
/// <param name="Points">Points in order of the axis.</param>
public sealed record CurveSummary(string Label, string Unit, CurveAxis Axis, IReadOnlyList<CurvePoint> Points)
{
    /// <summary>A fit to the points; null where none is made.</summary>
    public FitSummary? Fit { get; init; }
}
