using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The gradient against random and Sobol search at equal cost.</summary>
internal static class SearchSection
{
    public static void Write(Page page, StudySummary summary)
    {
        if (summary.Searches.Count == 0)
        {
            return;
        }

        page.BeginSection("searches", "Against other searches at equal cost");
        page.Add($"<div class=\"pair\">");
        page.Figure(PlotSize.Half, SearchFigure.Progress(summary.Searches), "What each search saw",
            $"Random and Sobol: best design so far, hard readout; gradient: each step of the optimisation that began "
                + $"at the baseline, smooth readout. The smallest of many noisy values is too good, so this figure "
                + $"cannot be compared with the next.");
        page.Figure(PlotSize.Half, SearchFigure.Final(summary.Searches, summary.Baseline.Objective),
            "What the best designs are worth",
            $"The best design of each search on the same fresh events with the hard readout; error bars are one "
                + $"standard error. Lower is better.");
        page.Add($"</div>");
        page.Table(
            "Searches at equal cost.",
            [new("Search"), new("Events", true), new("Designs", true), new("Feasible draws", true),
                new("Objective", true), new("Over baseline", true)],
            SearchFigure.Ordered(summary.Searches).Select(search => (Markup[])
            [
                Markup.From($"{search.Key}"),
                Markup.From($"{NumberText.Count(search.Value.Events)}"),
                Markup.From($"{NumberText.Count(search.Value.Designs)}"),
                Markup.From(
                    $"{(search.Value.FeasibleFraction is { } share ? NumberText.Plain(100 * share, "%", 2) : "–")}"),
                Markup.From($"{NumberText.WithError(search.Value.Objective, search.Value.ObjectiveError)}"),
                Markup.From($"{NumberText.Change(search.Value.Objective / summary.Baseline.Objective.Value - 1)}"),
            ]));
        page.EndSection();
    }
}
