using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>Components of the flattest directions as coloured tiles with their numbers.</summary>
internal static class FlatDirectionFigure
{
    public static Plot Make(IReadOnlyList<FlatDirectionSummary> directions, IReadOnlyList<string> parameters)
    {
        double[] columns = [.. Enumerable.Range(1, directions.Count).Select(i => (double)i)];
        (double X, double Y, double Value)[] tiles =
        [
            .. from row in Enumerable.Range(0, parameters.Count)
               from column in Enumerable.Range(0, directions.Count)
               where directions[column].Components.ContainsKey(parameters[row])
               select (columns[column], (double)row, directions[column].Components[parameters[row]]),
        ];
        return new Plot(
            [
                new Trace
                {
                    X = [.. tiles.Select(t => t.X)],
                    Y = [.. tiles.Select(t => t.Y)],
                    Mode = "text",
                    Text = [.. tiles.Select(t => $"{t.Value:0.00}")],
                    HoverText = [.. tiles.Select(t => $"{t.Value:0.000}")],
                    HoverInfo = "text",
                },
            ],
            new Layout
            {
                XAxis = Axis.Linear("direction, flattest first") with
                {
                    TickVals = columns,
                    TickText = [.. columns.Select(i => $"{i}")],
                    Range = [0.4, directions.Count + 0.6],
                    ShowGrid = false,
                },
                YAxis = Axis.Rows(parameters),
                Height = 110 + 28 * Math.Max(parameters.Count, 3),
                ShowLegend = false,
                Shapes = [.. tiles.Select(t => Shape.Tile(t.X, t.Y, Palette.Diverging(t.Value)))],
            });
    }
}
