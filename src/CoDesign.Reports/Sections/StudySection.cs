using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>What the study asks: description, objective and its terms.</summary>
internal static class StudySection
{
    public static void Write(Page page, StudySummary summary)
    {
        page.BeginSection("study", "The question");
        page.Paragraph($"{summary.Description}");
        page.Paragraph($"Objective: {summary.Objective.Description}");
        page.Table(
            "Terms of the objective, the sum of weight × metric / requirement. The values are those of the final "
                + "evaluation.",
            [new("Metric"), new("Weight", true), new("Requirement", true), new("Baseline", true), new("Optimum", true)],
            summary.Objective.Terms.Select(term => (Markup[])
            [
                Markup.From($"{Names.Words(term.Metric)}"),
                Markup.From($"{NumberText.Plain(term.Weight, digits: 3)}"),
                Markup.From($"{NumberText.Plain(term.Requirement, term.Unit, 3)}"),
                Metric(summary.Baseline, term.Metric),
                Metric(summary.Optimum, term.Metric),
            ]));
        page.EndSection();
    }

    private static Markup Metric(DesignSummary design, string name) => Markup.From(
        $"{(design.Metrics.TryGetValue(name, out var metric) ? NumberText.WithError(metric) : NumberText.Unavailable)}");
}
