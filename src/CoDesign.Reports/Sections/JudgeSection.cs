using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>What an independent simulation says of the result, or that none was asked.</summary>
internal static class JudgeSection
{
    private const string Confirmed = "confirmed";

    public static void Write(Page page, JudgeSummary? judge, GainSummary gain)
    {
        page.BeginSection("judge", "Judged by an independent simulation");
        if (judge is null)
        {
            page.Paragraph($"No independent simulation has judged this result: every number comes from the model "
                + $"that the optimisation followed. The key <code>judge</code> in the "
                + $"study has an independent simulation do so.");
            page.EndSection();
            return;
        }

        page.Paragraph($"<span class=\"badge {Style(judge)}\">{judge.Statement}</span>");
        page.Paragraph($"{judge.Method} It simulated {NumberText.Count(judge.Events)} {judge.Noun} at each of the two "
            + $"designs ({NumberText.Duration(judge.Seconds)}). <b>Confirmed</b> means that it sees a gain above zero "
            + $"by at least two standard errors, and that the optimum keeps the constraints. Whether the gain is as "
            + $"large as the model says is a second question: here the two differ by "
            + $"{NumberText.Plain(Math.Abs(judge.SizeDifference), digits: 2)} combined standard errors.");
        page.Figure(PlotSize.Wide, JudgeFigure.Gains(gain, judge), "The gain as each simulation sees it",
            $"Thick bars: one standard error; thin bars: two. {judge.Comparison}");
        Table(page, judge);
        page.Paragraph($"{judge.Caution}");
        if (judge.Baseline.MonteCarlo.Curves.Keys.FirstOrDefault() is { } leading)
        {
            page.Figure(
                PlotSize.Wide, JudgeFigure.Curves(judge, leading), $"{Names.Title(leading)} in both simulations",
                $"Full points: Monte Carlo. Open points and dotted lines: the model on the same primaries. Error bars "
                    + $"are one standard error over groups of {judge.Noun}.");
        }

        page.EndSection();
    }

    /// <summary>The tile of the head.</summary>
    public static (Markup Value, Markup Note, string Style) Tile(StudySummary summary)
    {
        if (summary.Judge is not { } judge)
        {
            return (Markup.From($"Judged by its own model"), Markup.From(
                $"the model of the gradient, not an independent one; fresh events, hard readout, "
                    + $"{Names.Counted(summary.Gain.PerSeed.Count, "seed")}; "
                    + $"{NumberText.Count(summary.Cost.Events)} events simulated in all"), "tile-warn");
        }

        (string verdict, string size) = judge switch
        {
            { Verdict: Confirmed, SizeAgrees: true } => ("Confirmed by Monte Carlo", ", as large as the model's"),
            { Verdict: Confirmed } => ("Confirmed by Monte Carlo", ", of another size than the model's"),
            { Reason: JudgeReason.Undecided } => ($"Not yet confirmed: undecided, too few {judge.Noun}", ""),
            _ => ("Not confirmed", ""),
        };
        return (Markup.From($"{verdict}"), Markup.From(
            $"<a href=\"#judge\">an independent Monte Carlo</a> sees a gain of "
                + $"{NumberText.PercentWithError(judge.Gain.Value, judge.Gain.Error)}{size}; "
                + $"{NumberText.Count(judge.Events)} {judge.Noun} at either design"),
            Style(judge) is "good" ? "" : $"tile-{Style(judge)}");
    }

    // Red is for a verdict against the optimum, not for one that is open.
    private static string Style(JudgeSummary judge) => judge switch
    {
        { Verdict: Confirmed } => judge.SizeAgrees ? "good" : "warn",
        _ => JudgeReason.IsOpen(judge.Reason) ? "warn" : "bad",
    };

    private static void Table(Page page, JudgeSummary judge) => page.Table(
        "Both designs in both simulations, the model and the Monte Carlo (MC), on the same primaries. Errors are "
            + "standard errors over groups of events.",
        [new("Metric"), new("Baseline, model", true), new("Baseline, MC", true), new("Model / MC", true),
            new("Optimum, model", true), new("Optimum, MC", true), new("Model / MC", true)],
        [
            Row("objective", judge, performance => performance.Objective),
            .. judge.Baseline.MonteCarlo.Metrics.Keys.Select(name =>
                Row(name, judge, performance => performance.Metrics.GetValueOrDefault(name))),
            [
                Markup.From($"<b>gain</b> [%]"), Markup.Empty, Markup.Empty, Markup.Empty,
                Markup.From($"{NumberText.WithError(100 * judge.ModelGain.Value, 100 * judge.ModelGain.Error)}"),
                Markup.From($"<b>{NumberText.WithError(100 * judge.Gain.Value, 100 * judge.Gain.Error)}</b>"),
                Markup.Empty,
            ],
        ]);

    // Seven columns leave no room for the unit in each of them, nor for a power of ten.
    private static Markup[] Row(string name, JudgeSummary judge, Func<JudgedPerformance, MetricSummary?> metric)
    {
        MetricSummary?[] all = [metric(judge.Baseline.Model), metric(judge.Baseline.MonteCarlo),
            metric(judge.Optimum.Model), metric(judge.Optimum.MonteCarlo)];
        int exponent = NumberText.CommonExponent(all.OfType<MetricSummary>().Select(value => value.Value));
        string unit = NumberText.PowerUnit(exponent, all.OfType<MetricSummary>().FirstOrDefault()?.Unit ?? "");
        return
        [
            Markup.From($"{Names.Words(name)}{(unit.Length == 0 ? "" : $" [{unit}]")}"),
            Value(all[0], exponent), Value(all[1], exponent), Ratio(all[0], all[1]),
            Value(all[2], exponent), Value(all[3], exponent), Ratio(all[2], all[3]),
        ];
    }

    private static Markup Value(MetricSummary? metric, int exponent)
    {
        double power = Math.Pow(10, exponent);
        return Markup.From($"{(metric is null
            ? NumberText.Unavailable : NumberText.WithError(metric.Value / power, metric.Error / power))}");
    }

    // A ratio to a value that is hardly more than its error means nothing.
    private static Markup Ratio(MetricSummary? model, MetricSummary? seen)
    {
        if (model is null || seen is null || !(Math.Abs(seen.Value) > 5 * seen.Error) || !double.IsFinite(model.Value))
        {
            return Markup.From($"–");
        }

        double ratio = model.Value / seen.Value;
        double left = model.Error / seen.Value, right = ratio * seen.Error / seen.Value;
        return Markup.From($"{NumberText.WithError(ratio, Math.Sqrt((left * left) + (right * right)))}");
    }
}
