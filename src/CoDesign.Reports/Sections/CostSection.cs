using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>Cost by part before and after.</summary>
internal static class CostSection
{
    public static void Write(Page page, DesignSummary before, DesignSummary after)
    {
        if (after.CostBreakdown.Count == 0)
        {
            return;
        }

        string[] parts = [.. before.CostBreakdown.Keys.Concat(after.CostBreakdown.Keys).Distinct()];
        page.BeginSection("cost", "What it costs");
        page.Figure(PlotSize.Wide, BarFigure.Cost(before.CostBreakdown, after.CostBreakdown, after.CostCurrency),
            "Cost by part",
            $"Model of the study, in {after.CostCurrency}; the totals are in the table.");
        page.Table(
            $"Cost by part in {after.CostCurrency}.",
            [new("Part"), new("Baseline", true), new("Optimum", true), new("Change", true)],
            [
                .. parts.Select(part => Row(
                    Names.Words(part), before.CostBreakdown.GetValueOrDefault(part),
                        after.CostBreakdown.GetValueOrDefault(part))),
                Row("total", before.CostBreakdown.Values.Sum(), after.CostBreakdown.Values.Sum()),
            ]);
        page.EndSection();
    }

    private static Markup[] Row(string name, double before, double after) =>
    [
        Markup.From($"{name}"),
        Markup.From($"{Amount(before)}"),
        Markup.From($"{Amount(after)}"),
        Markup.From($"{(before == 0 ? "" : NumberText.Change(after / before - 1))}"),
    ];

    private static string Amount(double amount) =>
        Math.Abs(amount) is >= 1000 and < 1e15 ? NumberText.Count((long)Math.Round(amount))
            : NumberText.Plain(amount, digits: 3);
}
