using CoDesign.Reports.Sections;
using CoDesign.Reports.Web;

namespace CoDesign.Reports;

/// <summary>The report of a study as one HTML file that works offline: style, scripts, data and drawings are inside.
/// </summary>
public static class HtmlReport
{
    /// <summary>Renders a report. The same input gives the same text.</summary>
    /// <param name="input">Contents of a run directory.</param>
    /// <returns>The text of an HTML file, about 2 MB; it loads nothing from anywhere.</returns>
    public static string Render(ReportInput input)
    {
        var summary = input.Summary;
        var head = new Page();
        HeadSection.Write(head, summary);
        var page = new Page();
        StudySection.Write(page, summary);
        DesignSection.Write(page, summary);
        StructureSection.Write(page, summary);
        AlternativesSection.Write(page, summary);
        PerformanceSection.Write(page, summary);
        PublishedSection.Write(page, summary);
        JudgeSection.Write(page, summary.Judge, summary.Gain);
        TradeoffSection.Write(page, summary);
        OptimisationSection.Write(page, summary, input.History);
        SearchSection.Write(page, summary);
        ConstraintSection.Write(page, summary.Constraints);
        SensitivitySection.Write(page, summary);
        TrustSection.Write(page, summary);
        CostSection.Write(page, summary.Baseline, summary.Optimum);
        NotModelledSection.Write(page, summary.NotModelled);
        ProvenanceSection.Write(page, input);
        return Document(summary.Name, head.Body, page);
    }

    private static string Document(string name, Markup head, Page page) => Markup.From($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="color-scheme" content="light">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{name} – design study</title>
        <style>{new Markup(Resource.Read("report.css"))}</style>
        <script>{new Markup(PlotlyBundle.Text)}</script>
        </head>
        <body>
        <div class="frame">
        {Contents(page)}
        <main>
        {head}
        <noscript><p class="warnings">The figures need JavaScript; the tables and drawings do not.</p></noscript>
        {page.Body}
        </main>
        </div>
        <script>{new Markup(Resource.Read("report.js"))}</script>
        </body>
        </html>

        """).Html;

    private static Markup Contents(Page page)
    {
        var items = page.Contents.Select((section, i) =>
            Markup.From(
                $"<li><a href=\"#{section.Id}\"><span class=\"number\">{i + 1}</span>{section.Title}</a></li>"));
        return Markup.From($"<nav aria-label=\"Contents\"><div class=\"nav-title\">Contents</div><ol>"
            + $"{new Markup(string.Concat(items))}</ol></nav>");
    }
}
