namespace CoDesign.Reports.Plots;

/// <summary>A legend in rows above the plot.</summary>
internal sealed record Legend
{
    public string Orientation { get; } = "h";

    public double X { get; }

    public double Y { get; } = 1.02;

    public string YAnchor { get; } = "bottom";

    public string? TraceOrder { get; init; }
}
