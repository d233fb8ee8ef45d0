using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The simulated baseline beside what is published of the detector it is after; nothing without such
/// numbers.</summary>
internal static class PublishedSection
{
    public static void Write(Page page, StudySummary summary)
    {
        if (summary.Published.Count == 0)
        {
            return;
        }

        page.BeginSection("published", "The baseline against publications");
        page.Paragraph($"The baseline is after a real detector. Its simulated numbers come from the final evaluation, taken "
            + $"between the points of the curves above; the published ones are for what their source describes, which may "
            + $"include what is not modelled here. They were not used for anything but this table.");
        page.Table(
            "Published and simulated numbers.",
            [new("Quantity"), new("At", true), new("Published", true), new("Simulated baseline", true),
                new("Simulated / published", true), new("Source")],
            summary.Published.Select(row => (Markup[])
            [
                Markup.From($"{Names.Words(row.Curve)}"),
                Markup.From($"{NumberText.Plain(row.At, row.AtUnit, 3)}"),
                Markup.From($"{Published(row.Published)}"),
                Markup.From($"{Simulated(row.Baseline)}"),
                Markup.From($"{Ratio(row)}"),
                Markup.From($"{row.Source}"),
            ]));
        page.EndSection();
    }

    private static string Published(MetricSummary number) => double.IsFinite(number.Error)
        ? NumberText.WithError(number) : NumberText.Plain(number.Value, number.Unit, 3);

    private static string Simulated(MetricSummary number) => double.IsFinite(number.Value)
        ? NumberText.WithError(number) : "outside the simulated range";

    private static string Ratio(PublishedSummary row) => !double.IsFinite(row.Baseline.Value) ? NumberText.Unavailable
        : NumberText.Plain(row.Baseline.Value / row.Published.Value, digits: 3);
}
