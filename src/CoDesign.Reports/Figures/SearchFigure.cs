using CoDesign.Reports.Plots;
using CoDesign.Reports.Sections;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>Searches at equal cost.</summary>
internal static class SearchFigure
{
    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash"];
    private static readonly string[] Symbols = ["circle", "square", "diamond", "triangle-up", "x"];

    /// <summary>Objective as each search saw it against simulated events.</summary>
    public static Plot Progress(IReadOnlyDictionary<string, SearchSummary> searches, string own) => new(
        [
            .. Ordered(searches, own).Select((search, i) => Trace.Lines(
                [.. search.Value.Trace.Select(row => row[0] / 1e6)],
                [.. search.Value.Trace.Select(row => row[1])],
                new Stroke(Palette.Cycle[i % Palette.Cycle.Length], 2.2, Dashes[i % Dashes.Length], "hv"),
                PlotText.Of(Names.Search(search.Key))) with { HoverTemplate = "%{x:.3g} million events: %{y:.4g}" }),
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
    public static Plot Final(
        IReadOnlyDictionary<string, SearchSummary> searches, string own, MetricSummary baseline)
    {
        (string Name, double Value, double Error, string Color, string Symbol)[] rows =
        [
            ("baseline", baseline.Value, baseline.Error, Palette.Baseline, "square"),
            .. Ordered(searches, own).Select((search, i) => (
                Names.Search(search.Key), search.Value.Objective, search.Value.ObjectiveError,
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

    /// <summary>Excess over the result on common events [%]; a search that found nothing has no
    /// point.</summary>
    public static Plot Excess(IReadOnlyDictionary<string, SearchSummary> searches, string own)
    {
        KeyValuePair<string, SearchSummary>[] rows = [.. Ordered(searches, own)];
        return new Plot(
            [
                .. rows.Select((row, i) => new Trace
                {
                    X = [100 * (row.Value.Excess ?? (row.Key == own ? 0 : double.NaN))],
                    Y = [i],
                    Mode = "markers",
                    Marker = new Marker(Palette.Cycle[i % Palette.Cycle.Length], Symbols[i % Symbols.Length], 10),
                    ErrorX = row.Value.Excess is null or 0 ? null : new ErrorBars(
                        [100 * (row.Value.ExcessError ?? double.NaN)], Palette.Cycle[i % Palette.Cycle.Length]),
                    Name = PlotText.Of(Names.Search(row.Key)),
                    HoverTemplate = row.Value.Excess is null or 0 ? "the result" : "%{x:.3g} ± %{error_x.array:.2g} %",
                }),
            ],
            new Layout
            {
                XAxis = Axis.Linear("objective over that of the result [%]") with
                {
                    ZeroLine = true,
                    NTicks = 8,
                },
                YAxis = Axis.Rows(rows.Select(row => Names.Search(row.Key))),
                ShowLegend = false,
                Height = 110 + 36 * Math.Max(rows.Length, 2),
            });
    }

    /// <summary>The study's own optimisation first, then its halves, then the others as they come.</summary>
    public static IEnumerable<KeyValuePair<string, SearchSummary>> Ordered(
        IReadOnlyDictionary<string, SearchSummary> searches, string own) =>
        searches.OrderBy(search => search.Key == own ? 0 : search.Key switch
        {
            "inner_only" => 1,
            "outer_only" => 2,
            _ => 3,
        });
}
