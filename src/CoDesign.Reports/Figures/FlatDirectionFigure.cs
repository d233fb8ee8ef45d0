using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>Components of the flattest directions as a heat map.</summary>
internal static class FlatDirectionFigure
{
    public static Plot Make(IReadOnlyList<FlatDirectionSummary> directions, IReadOnlyList<string> parameters)
    {
        string[] names = [.. parameters];
        double[] columns = [.. Enumerable.Range(1, directions.Count).Select(i => (double)i)];
        return new Plot(
            [
                new Trace
                {
                    Type = "heatmap",
                    X = columns,
                    Y = [.. Enumerable.Range(0, names.Length).Select(i => (double)i)],
                    Z = [.. names.Select(name => (double[])[.. directions.Select(direction =>
                        direction.Components.TryGetValue(name, out var component) ? component : double.NaN)])],
                    ColorScale = Palette.Diverging,
                    ZMin = -1,
                    ZMax = 1,
                    ColorBar = new ColorBar(new AxisTitle("")),
                    TextTemplate = "%{z:.2f}",
                    HoverTemplate = "%{z:.3f}<extra></extra>",
                    XGap = 2,
                    YGap = 2,
                },
            ],
            new Layout
            {
                XAxis = Axis.Linear("direction, flattest first") with
                {
                    TickVals = columns,
                    TickText = [.. columns.Select(i => $"{i}")]
                },
                YAxis = Axis.Rows(names),
                Height = 110 + 28 * Math.Max(names.Length, 3),
                ShowLegend = false,
            });
    }
}
