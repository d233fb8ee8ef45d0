using CoDesign.Reports.Plots;

namespace CoDesign.Reports.Figures;

/// <summary>Parallel coordinates: one vertical axis a quantity, one line a design. Drawn of plain lines, as plotly's
/// own kind has no way to show a design without a value.</summary>
internal static class ParallelFigure
{
    private const int ColorSteps = 40;
    private const double ColorWidth = 0.035;
    private const int ManyAxes = 8;

    /// <summary>Draws the lines in their order, the last on top.</summary>
    /// <param name="axes">Axes from left to right.</param>
    /// <param name="lines">Designs.</param>
    /// <param name="legend">Groups as the legend shows them, with a line and a marker each.</param>
    /// <param name="colored">Number of the axis whose values are the colours.</param>
    public static Plot Make(
        IReadOnlyList<ParallelAxis> axes, IReadOnlyList<ParallelLine> lines,
        IReadOnlyList<(string Group, Stroke Stroke, Marker Marker)> legend, int colored)
    {
        var font = new Font(axes.Count > ManyAxes ? 10 : 11.5);
        return new Plot(
            [
                .. lines.Select(Drawn),
                .. legend.Where(entry => lines.Any(line => line.Group == entry.Group)).Select(entry => new Trace
                {
                    X = [double.NaN],
                    Y = [double.NaN],
                    Mode = "lines+markers",
                    Line = entry.Stroke,
                    Marker = entry.Marker,
                    Name = entry.Group,
                    LegendGroup = entry.Group,
                }),
            ],
            new Layout
            {
                XAxis = new Axis { Visible = false, Range = [-0.3, axes.Count - 0.45] },
                YAxis = new Axis { Visible = false, Range = [-0.17, 1.24] },
                Height = 480,
                Margin = new Margin(8, 8, 20, 8),
                Shapes = [.. axes.Select((_, i) => Line(i)), .. Colors(colored)],
                Annotations =
                [
                    .. axes.Select((axis, i) => new Annotation(i, 1.05, $"<b>{axis.Title}</b>")
                    {
                        YAnchor = "bottom",
                        Font = font,
                    }),
                    .. axes.SelectMany((axis, i) => axis.Ticks.Select(tick => new Annotation(i, tick.Place, tick.Text)
                    {
                        XAnchor = "left",
                        XShift = i == colored ? 9 : 4,
                        Font = font,
                    })),
                ],
            });
    }

    private static Trace Drawn(ParallelLine line) => new()
    {
        X = [.. Enumerable.Range(0, line.Places.Count).Select(i => (double)i)],
        Y = line.Places,
        Mode = "lines+markers",
        Line = line.Stroke,
        Marker = line.Marker,
        Name = line.Group,
        LegendGroup = line.Group,
        ShowLegend = false,
        HoverText = [.. Enumerable.Repeat(line.Hover, line.Places.Count)],
        HoverTemplate = "%{hovertext}<extra></extra>",
    };

    private static Shape Line(int axis) => Rectangle(axis, axis, 0, 1, null) with
    {
        Type = "line",
        Line = new Stroke("#6b7280", 1.2),
    };

    // The scale of colours lies along its axis, so that no separate one is needed.
    private static IEnumerable<Shape> Colors(int axis) => Enumerable.Range(0, ColorSteps).Select(i => Rectangle(
        axis - ColorWidth, axis + ColorWidth, (double)i / ColorSteps, (i + 1.0) / ColorSteps,
        Palette.Sequential((i + 0.5) / ColorSteps)));

    private static Shape Rectangle(double left, double right, double low, double high, string? fill) => new()
    {
        Type = "rect",
        XRef = "x",
        YRef = "y",
        X0 = left,
        X1 = right,
        Y0 = low,
        Y1 = high,
        FillColor = fill,
        Line = new Stroke("rgba(0,0,0,0)", 0),
    };
}
