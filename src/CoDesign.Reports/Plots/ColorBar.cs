namespace CoDesign.Reports.Plots;

/// <summary>The scale beside a heat map.</summary>
/// <param name="Title">Title.</param>
internal sealed record ColorBar(AxisTitle Title)
{
    public double Thickness { get; } = 12;
}
