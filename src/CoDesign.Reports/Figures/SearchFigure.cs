using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>Searches at equal cost.</summary>
internal static class SearchFigure
{
    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot"];
    private static readonly string[] Symbols = ["circle", "square", "diamond", "triangle-up"];

    /// <summary>Objective as each search saw it against simulated events: the best so far of random and Sobol designs,
    /// and that of each step of the gradient.</summary>
    public static Plot Progress(IReadOnlyDictionary<string, SearchSummary> searches) => new(
        [
            .. Ordered(searches).Select((search, i) => Trace.Lines(
                [.. search.Value.Trace.Select(row => row[0] / 1e6)],
                [.. search.Value.Trace.Select(row => row[1])],
                new Stroke(Palette.Cycle[i % Palette.Cycle.Length], 2.2, Dashes[i % Dashes.Length], "hv"),
                PlotText.Label(search.Key)) with { HoverTemplate = "%{x:.3g} million events: %{y:.4g}" }),
        ],
        new Layout
        {
            XAxis = Axis.Linear("simulated events [million]"),
            YAxis = Range(searches),
        });

    // The first random designs are bad by factors; on a linear axis nothing else would be seen.
    private static Axis Range(IReadOnlyDictionary<string, SearchSummary> searches)
    {
        double[] values = [.. searches.Values.SelectMany(s => s.Trace).Select(row => row[1]).Where(v => v > 0)];
        const string Title = "objective seen by the search";
        return values.Length == 0 ? Axis.Linear(Title) : Axis.Log(Title, values.Min(), values.Max());
    }

    /// <summary>Objective of each search's best design on the same fresh events.</summary>
    public static Plot Final(IReadOnlyDictionary<string, SearchSummary> searches, MetricSummary baseline)
    {
        (string Name, double Value, double Error, string Color, string Symbol)[] rows =
        [
            ("baseline", baseline.Value, baseline.Error, Palette.Baseline, "square"),
            .. Ordered(searches).Select((search, i) => (
                search.Key, search.Value.Objective, search.Value.ObjectiveError,
                Palette.Cycle[i % Palette.Cycle.Length], Symbols[i % Symbols.Length])),
        ];
        return new Plot(
            [
                .. rows.Select((row, i) => new Trace
                {
                    X = [row.Value],
                    Y = [i],
                    Mode = "markers",
                    Marker = new Marker(row.Color, row.Symbol, 10),
                    ErrorX = new ErrorBars([row.Error], row.Color),
                    Name = PlotText.Label(row.Name),
                    HoverTemplate = "%{x:.4g} ± %{error_x.array:.2g}",
                }),
            ],
            new Layout
            {
                XAxis = Axis.Linear("objective on the same fresh events") with { NTicks = 6 },
                YAxis = Axis.Rows(rows.Select(row => row.Name)),
                ShowLegend = false,
            });
    }

    /// <summary>The gradient first, then the others as they come.</summary>
    public static IEnumerable<KeyValuePair<string,
        SearchSummary>> Ordered(IReadOnlyDictionary<string, SearchSummary> searches) =>
        searches.OrderBy(search => search.Key == "gradient" ? 0 : 1);
}
