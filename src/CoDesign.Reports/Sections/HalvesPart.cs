using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The nested optimisation against each of its halves alone, and against searches without a model.</summary>
internal static class HalvesPart
{
    private const double Significant = 2;
    private const double Unequal = 0.9;

    public static void Write(Page page, StudySummary summary)
    {
        IReadOnlyDictionary<string, SearchSummary> searches = summary.Searches;
        if (!searches.TryGetValue(summary.OwnSearch, out SearchSummary? own) || searches.Count < 2)
        {
            return;
        }

        page.Heading("Nested against its halves");
        string[] sentences = [.. SearchFigure.Ordered(searches, summary.OwnSearch)
            .Where(search => search.Key is "outer_only" or "inner_only")
            .Select(search => Sentence(search.Key, search.Value))];
        page.Paragraph($"Each had the events of the whole nested optimisation, {NumberText.Count(own.Events)}, and "
            + $"all best designs are measured on the same fresh events. {string.Join(" ", sentences)}"
            + $"{Unspent(searches, own)}");
        page.Figure(
            PlotSize.Wide, SearchFigure.Excess(searches, summary.OwnSearch), "What each half is worth alone",
            $"Objective of the best design over that of the result, in per cent, on common events; "
                + $"error bars "
                + $"are one standard error. To the right is worse. A search that found nothing has no point.");
        page.Table(
            "Nested, its halves, and searches without a model.",
            [new("Search"), new("Events", true), new("Designs", true), new("Objective", true),
                new("Over the result", true)],
            SearchFigure.Ordered(searches, summary.OwnSearch).Select(search => (Markup[])
            [
                Markup.From($"{Names.Search(search.Key)}"),
                Markup.From($"{NumberText.Count(search.Value.Events)}"),
                Markup.From($"{NumberText.Count(search.Value.Designs)}"),
                Markup.From($"{NumberText.WithError(search.Value.Objective, search.Value.ObjectiveError)}"),
                Markup.From($"{SearchSection.Excess(search.Value)}"),
            ]));
    }

    private static string Sentence(string key, SearchSummary search)
    {
        string arm = key == "outer_only" ? "The outer loop alone, a Bayesian search over all parameters,"
            : "The inner gradients alone, in the baseline's structure,";
        if (search.NoComparison is { } reason)
        {
            return $"{arm} says nothing: {reason}.";
        }

        if (search.Excess is not { } excess || !double.IsFinite(excess))
        {
            return $"{arm} found no design that keeps the constraints.";
        }

        double error = search.ExcessError ?? double.NaN;
        string size = NumberText.PercentWithError(Math.Abs(excess), error);
        return excess > Significant * error ? $"{arm} ended worse by {size}."
            : excess < -Significant * error ? $"{arm} ended better by {size}: nesting did not pay here."
            : $"{arm} cannot be told from the result ({NumberText.PercentWithError(excess, error)}).";
    }

    // Equal cost is the promise; where a search ended early, the reader must know.
    private static string Unspent(IReadOnlyDictionary<string, SearchSummary> searches, SearchSummary own)
    {
        string[] early = [.. searches.Where(search => search.Value.Events < Unequal * own.Events)
            .Select(search => $"{Names.Search(search.Key)} spent {NumberText.Count(search.Value.Events)} "
                + $"({NumberText.Plain(100.0 * search.Value.Events / own.Events, "%", 2)})")];
        return early.Length == 0 ? ""
            : $" Not all spent what they had, so that their comparison is not at equal cost: "
                + $"{string.Join(", ", early)}.";
    }
}
