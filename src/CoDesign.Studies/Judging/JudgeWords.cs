using CoDesign.Studies.Results;

namespace CoDesign.Studies.Judging;

/// <summary>What a judge changes in the words of a summary.</summary>
internal static class JudgeWords
{
    /// <summary>What the verdict in one sentence is followed by.</summary>
    public static string Verdict(JudgeSummary? judge) => judge switch
    {
        null => "",
        { Verdict: "confirmed" } => $" An independent Monte Carlo confirms a gain ({Percent(judge.Gain)}).",
        { Reason: JudgeReason.Undecided } => $" Not yet confirmed: an independent Monte Carlo with {judge.Events} "
            + $"{judge.Noun} cannot decide (gain {Percent(judge.Gain)}).",
        { Reason: JudgeReason.SharedFault } => $" {judge.Statement}",
        { Reason: JudgeReason.NotMeasured } => " Not confirmed: an independent Monte Carlo could not measure the gain.",
        _ => $" An independent Monte Carlo does not confirm it (gain {Percent(judge.Gain)}).",
    };

    /// <summary>The judge's findings, where what it shares with the model is in order: a gain that both see through the same
    /// fault is confirmed by neither.</summary>
    /// <param name="judge">The findings.</param>
    /// <param name="fault">The fault, a clause; null if there is none.</param>
    public static JudgeSummary? Unless(JudgeSummary? judge, string? fault) =>
        judge is not { Verdict: "confirmed" } || fault is null ? judge : judge with
        {
            Verdict = "not_confirmed",
            Reason = JudgeReason.SharedFault,
            Statement = $"Not confirmed: {fault}. Model and Monte Carlo share this, so that the gain which both see "
                + $"({Percent(judge.Gain)}) may be that of the fault.",
        };

    /// <summary>What a reader should be careful with, whatever the kind of detector.</summary>
    public static IEnumerable<string> Warnings(JudgeSummary? judge)
    {
        if (judge is null)
        {
            yield return "The simulation that drove the gradient also made these numbers; no independent simulation "
                + "has judged the optimum.";
        }
        else if (judge.Verdict != "confirmed")
        {
            yield return judge.Statement;
        }
        else if (!judge.SizeAgrees)
        {
            yield return "The Monte Carlo confirms a gain, but of another size than the model's: "
                + $"{Percent(judge.Gain)}. Trust the Monte Carlo's number.";
        }
    }

    /// <summary>Where a metric of the model is off by more than a share and its errors.</summary>
    /// <param name="judge">The judge.</param>
    /// <param name="metrics">Names of the metrics.</param>
    /// <param name="tolerance">The share.</param>
    /// <param name="sigmas">Standard errors beyond it.</param>
    public static IEnumerable<string> Differences(
        JudgeSummary judge, IEnumerable<string> metrics, double tolerance, double sigmas)
    {
        string[] names = [.. metrics];
        foreach ((string name, JudgedDesignSummary design) in ((string, JudgedDesignSummary)[])
            [("baseline", judge.Baseline), ("optimum", judge.Optimum)])
        {
            foreach (string metric in names)
            {
                (MetricSummary seen, MetricSummary said) =
                    (design.MonteCarlo.Metrics[metric], design.Model.Metrics[metric]);
                double ratio = said.Value / seen.Value, error = ratio * Math.Sqrt(
                    Math.Pow(said.Error / said.Value, 2) + Math.Pow(seen.Error / seen.Value, 2));
                if (Math.Abs(ratio - 1) > tolerance + (sigmas * error))
                {
                    string size = ratio is < 0.5 or > 2
                        ? $"a factor of {Math.Max(ratio, 1 / ratio):0.0}"
                        : $"{100 * Math.Abs(ratio - 1):0} ± {100 * error:0} %";
                    yield return $"The model's {metric.Replace('_', ' ')} at the {name} is {size} "
                        + $"{(ratio > 1 ? "worse" : "better")} than the Monte Carlo's.";
                }
            }
        }
    }

    private static string Percent(MetricSummary gain) => $"{100 * gain.Value:0.0} ± {100 * gain.Error:0.0} %";
}
