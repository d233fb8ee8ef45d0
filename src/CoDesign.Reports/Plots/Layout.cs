namespace CoDesign.Reports.Plots;

/// <summary>Axes, legend, margins and lines of a plot.</summary>
internal sealed record Layout
{
    public required Axis XAxis { get; init; }

    public required Axis YAxis { get; init; }

    /// <summary>Height [px].</summary>
    public int Height { get; init; } = 360;

    public Margin Margin { get; init; } = new(64, 16, 20, 52);

    public Legend Legend { get; init; } = new();

    public bool ShowLegend { get; init; } = true;

    public string? BarMode { get; init; }

    public double? BarGap { get; init; }

    public IReadOnlyList<Shape>? Shapes { get; init; }

    public IReadOnlyList<Annotation>? Annotations { get; init; }

    public Font Font { get; init; } = new(13);

    /// <summary>Decimal point and thousands separator.</summary>
    public string Separators { get; } = ".\u202F";

    public string HoverMode { get; init; } = "closest";

    public string Paper_BgColor { get; } = "#ffffff";

    public string Plot_BgColor { get; } = "#ffffff";
}
