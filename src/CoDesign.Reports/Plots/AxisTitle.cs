namespace CoDesign.Reports.Plots;

/// <summary>Title of an axis; user text goes through <see cref="PlotText"/>.</summary>
/// <param name="Text">Text with unit.</param>
internal sealed record AxisTitle(string Text)
{
    public double Standoff { get; init; } = 8;
}
