using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The study's own optimisation against other searches at equal cost.</summary>
internal static class SearchSection
{
    public static void Write(Page page, StudySummary summary)
    {
        if (summary.Searches.Count == 0)
        {
            return;
        }

        page.BeginSection("searches", "Against other searches at equal cost");
        page.Paragraph($"{FoundBy(summary)}");
        page.Add($"<div class=\"pair\">");
        page.Figure(PlotSize.Half, SearchFigure.Progress(summary.Searches, summary.OwnSearch), "What each search saw",
            $"{Seen(summary)} The smallest of many noisy values is too good, so this figure cannot be compared with "
                + $"the next.");
        page.Figure(PlotSize.Half,
            SearchFigure.Final(summary.Searches, summary.OwnSearch, summary.Baseline.Objective),
            "What the best designs are worth",
            $"The best design of each search on the same fresh events with the hard readout; error bars are one "
                + $"standard error. Lower is better.");
        page.Add($"</div>");
        page.Table(
            $"Searches at equal cost. The last column is on common events, so its errors are smaller than those of "
                + $"the objectives.",
            [new("Search"), new("Events", true), new("Designs", true), new("Feasible draws", true),
                new("Objective", true), new("Over baseline", true),
                new("Over the result", true)],
            SearchFigure.Ordered(summary.Searches, summary.OwnSearch)
                .Select(search => Row(summary, search.Key, search.Value)));
        foreach ((string key, SearchSummary search) in summary.Searches.Where(s => s.Value.NoComparison is not null))
        {
            page.Paragraph($"{Names.Title(Names.Search(key))}: {search.NoComparison}.");
        }

        page.EndSection();
    }

    /// <summary>The excess over the result in per cent.</summary>
    public static string Excess(SearchSummary search) =>
        search.NoComparison is not null ? "no comparison"
        : search.Excess == 0 ? "–"
        : search.Excess is { } excess
            ? NumberText.PercentWithError(excess, search.ExcessError ?? double.NaN) : "nothing found";

    private static string FoundBy(StudySummary summary) => summary.FoundBy.Length == 0 ? ""
        : $"The result was found by {summary.FoundBy}. The best design of each search was held against it on common events; "
            + "one that had won by more than the error would be the result, or the start of a last descent to it.";

    private static Markup[] Row(StudySummary summary, string key, SearchSummary search) =>
    [
        Markup.From($"{Names.Search(key)}"),
        Markup.From($"{NumberText.Count(search.Events)}"),
        Markup.From($"{NumberText.Count(search.Designs)}"),
        Markup.From($"{(search.FeasibleFraction is { } share ? NumberText.Plain(100 * share, "%", 2) : "–")}"),
        Markup.From($"{NumberText.WithError(search.Objective, search.ObjectiveError)}"),
        Markup.From($"{NumberText.Change(search.Objective / summary.Baseline.Objective.Value - 1)}"),
        Markup.From($"{Excess(search)}"),
    ];

    private static string Seen(StudySummary summary) => summary.Outer is null
        ? "Random and Sobol: best design so far, hard readout; gradient: each step of the optimisation that began at "
            + "the baseline, smooth readout."
        : "Random, Sobol and outer loop only: best design so far, hard readout; nested: best structure so far, hard "
            + "readout, then each step of the optimisation of the recommended one, smooth readout; inner gradients "
            + "only: each step, smooth readout.";
}
