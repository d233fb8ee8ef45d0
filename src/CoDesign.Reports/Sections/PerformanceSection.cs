using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>Metrics and curves of both designs.</summary>
internal static class PerformanceSection
{
    public static void Write(Page page, StudySummary summary)
    {
        var (before, after) = (summary.Baseline, summary.Optimum);
        page.BeginSection("performance", "Performance before and after");
        page.Table(
            "Metrics on the same fresh events, hard readout. Errors are standard errors.",
            [new("Metric"), new("Baseline", true), new("Optimum", true), new("Change", true)],
            [
                Row("objective", before.Objective, after.Objective),
                .. after.Metrics.Where(metric => before.Metrics.TryGetValue(metric.Key, out MetricSummary? old)
                        && (double.IsFinite(metric.Value.Value) || double.IsFinite(old.Value)))
                    .Select(metric => Row(metric.Key, before.Metrics[metric.Key], metric.Value)),
            ]);
        string[] leading = [.. after.Curves.Where(curve => curve.Value.Fit is not null).Select(curve => curve.Key)];
        foreach (string name in leading)
        {
            if (Curves(summary, name) is var (first, second))
            {
                Fitted(page, name, first, second);
            }
        }

        page.Add($"<div class=\"pair\">");
        foreach (var name in after.Curves.Keys.Except(leading))
        {
            if (Curves(summary, name) is var (first, second))
            {
                page.Figure(PlotSize.Half, CurveFigure.Make(first, second), Names.Title(name),
                    $"Baseline and optimum on the same fresh events, hard readout; error bars and bands are one "
                        + $"standard error.");
            }
        }

        page.Add($"</div>");
        string[] single = [.. after.Curves.Where(curve => curve.Value.Points.Count == 1).Select(curve => Names.Words(curve.Key))];
        if (single.Length > 0)
        {
            page.Add($"<p>At a single point there is no curve and no fit: {string.Join(", ", single)}; the table above has the values.</p>");
        }

        page.EndSection();
    }

    private static void Fitted(Page page, string name, CurveSummary before, CurveSummary after)
    {
        page.Figure(
            PlotSize.Wide, CurveFigure.Make(before, after), Names.Title(name),
            $"Points: hard readout on fresh events, {Names.Counted(after.Points.Count, "bin")}; error bars and bands are "
                + $"one standard error. Lines: fits of {after.Fit?.Formula ?? ""}.");
        if (before.Fit is { } old && after.Fit is { } optimum)
        {
            Fits(page, Names.Words(name), old, optimum);
        }
    }

    private static (CurveSummary Before, CurveSummary After)? Curves(StudySummary summary, string name) =>
        summary.Baseline.Curves.TryGetValue(name, out var before)
            && summary.Optimum.Curves.TryGetValue(name, out var after)
        && after.Points.Count > 1 ? (before, after) : null;

    private static Markup[] Row(string name, MetricSummary before, MetricSummary after) =>
    [
        Markup.From($"{Names.Words(name)}"),
        Markup.From($"{NumberText.WithError(before)}"),
        Markup.From($"{NumberText.WithError(after)}"),
        Markup.From($"{(IsKnown(before) ? NumberText.Change(after.Value / before.Value - 1) : "–")}"),
    ];

    private static void Fits(Page page, string name, FitSummary before, FitSummary after) => page.Table(
        $"Fit of the {name}, {after.Formula}.",
        [new("Term"), new("Baseline", true), new("Optimum", true)],
        [
            .. after.Terms.Where(term => before.Terms.ContainsKey(term.Key))
                .Select(term => FitRow(Names.Words(term.Key), before.Terms[term.Key], term.Value)),
            [Markup.From($"χ² / degrees of freedom"), Quality(before), Quality(after)],
        ]);

    private static Markup[] FitRow(string name, MetricSummary before, MetricSummary after) =>
        [Markup.From($"{name}"), Markup.From($"{NumberText.WithError(before)}"),
            Markup.From($"{NumberText.WithError(after)}")];

    private static Markup Quality(FitSummary fit) =>
        Markup.From($"{NumberText.Plain(fit.ChiSquare, digits: 3)} / {fit.DegreesOfFreedom}");

    /// <summary>A ratio to a value that is hardly more than its error means nothing.</summary>
    private static bool IsKnown(MetricSummary metric) => Math.Abs(metric.Value) > 5 * metric.Error;
}
