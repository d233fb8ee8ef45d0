using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>Checks: seeds, gradient, smooth against hard readout.</summary>
internal static class TrustSection
{
    public static void Write(Page page, StudySummary summary)
    {
        page.BeginSection("checks", "Checks");
        if (summary.Gain.PerSeed.Count > 0)
        {
            page.Heading("Gain of each seed");
            page.Figure(PlotSize.Wide, GainFigure.Make(summary.Gain), "Gain of each seed",
                $"Each point: fresh events and the reconstruction made anew "
                    + $"({Names.Counted(summary.Gain.PerSeed.Count, "seed")}). Line and band: mean and standard "
                    + $"error, {NumberText.PercentWithError(summary.Gain.Value, summary.Gain.Error)}. Dashed: no "
                    + $"gain.");
        }

        page.Heading("Gradient");
        Gradient(page, summary.GradientCheck);
        page.Heading("Smooth and hard readout");
        page.Paragraph($"The gradient flows through a smooth readout; every reported number is from the hard one. The "
            + $"optimum is to be trusted only as far as the two move together.");
        page.Table(
            "Objective with either readout.",
            [new("Design"), new("Smooth", true), new("Hard", true), new("Smooth over hard", true)],
            [
                Readouts("baseline", summary.Baseline),
                Readouts("optimum", summary.Optimum),
                [
                    Markup.From($"gain"),
                        Markup.From($"{Gain(summary.Baseline.SmoothObjective, summary.Optimum.SmoothObjective)}"),
                    Markup.From($"{Gain(summary.Baseline.Objective, summary.Optimum.Objective)}"), Markup.Empty,
                ],
            ]);
        page.EndSection();
    }

    private static void Gradient(Page page, GradientCheckSummary check)
    {
        var (badge, sentence) = Findings.Check(check) switch
        {
            GradientVerdict.Passes => ("good",
                $"Passed: the two agree within {100 * Findings.GradientTolerance:0} % and "
                    + $"{Findings.GradientErrors:0} errors."),
            GradientVerdict.Fails => ("bad",
                $"Failed: the two differ by more than {100 * Findings.GradientTolerance:0} % and "
                    + $"{Findings.GradientErrors:0} errors."),
            _ when check.Vanishes => ("warn", "Inconclusive: the gradient vanishes along the direction."),
            _ => ("warn", "Inconclusive: the error of the check is unknown or too large to tell right from wrong."),
        };
        page.Paragraph($"<span class=\"badge {badge}\">{sentence}</span> Directional derivative of the objective halfway "
            + $"between baseline and optimum (in unconstrained numbers; at an optimum it may vanish), by "
            + $"automatic differentiation {NumberText.Plain(check.Analytic)}, by central differences with common "
            + $"random numbers {NumberText.Plain(check.Difference)}: relative difference "
            + $"{NumberText.PercentWithError(check.RelativeDifference, check.Error)}.");
    }

    private static Markup[] Readouts(string name, DesignSummary design) =>
    [
        Markup.From($"{name}"),
        Markup.From($"{NumberText.WithError(design.SmoothObjective)}"),
        Markup.From($"{NumberText.WithError(design.Objective)}"),
        Markup.From($"{NumberText.Change(design.SmoothObjective.Value / design.Objective.Value - 1)}"),
    ];

    private static string Gain(MetricSummary before, MetricSummary after) =>
        NumberText.Plain(100 * (1 - after.Value / before.Value), "%", 3);
}
