namespace CoDesign.Reports.Plots;

/// <summary>A line or band across the plot.</summary>
internal sealed record Shape
{
    public required string Type { get; init; }

    public required string XRef { get; init; }

    public required string YRef { get; init; }

    public required double X0 { get; init; }

    public required double X1 { get; init; }

    public required double Y0 { get; init; }

    public required double Y1 { get; init; }

    public Stroke? Line { get; init; }

    public string? FillColor { get; init; }

    public string Layer { get; init; } = "below";

    public static Shape VerticalLine(double x, Stroke line) => new()
    {
        Type = "line",
        XRef = "x",
        YRef = "paper",
        X0 = x,
        X1 = x,
        Y0 = 0,
        Y1 = 1,
        Line = line,
    };

    public static Shape HorizontalLine(double y, Stroke line) => new()
    {
        Type = "line",
        XRef = "paper",
        YRef = "y",
        X0 = 0,
        X1 = 1,
        Y0 = y,
        Y1 = y,
        Line = line,
        Layer = "above",
    };

    public static Shape HorizontalBand(double low, double high, string fillColor) => new()
    {
        Type = "rect",
        XRef = "paper",
        YRef = "y",
        X0 = 0,
        X1 = 1,
        Y0 = low,
        Y1 = high,
        FillColor = fillColor,
        Line = new Stroke("rgba(0,0,0,0)", 0),
    };

    /// <summary>A tile of a unit grid, with a little room to its neighbours.</summary>
    public static Shape Tile(double x, double y, string fillColor) => new()
    {
        Type = "rect",
        XRef = "x",
        YRef = "y",
        X0 = x - 0.49,
        X1 = x + 0.49,
        Y0 = y - 0.47,
        Y1 = y + 0.47,
        FillColor = fillColor,
        Line = new Stroke("rgba(0,0,0,0)", 0),
    };
}
