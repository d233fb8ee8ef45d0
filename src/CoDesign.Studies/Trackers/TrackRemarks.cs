using CoDesign.Studies.Judging;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Trackers;

/// <summary>What a reader should know of the tracks of a study and of their judge.</summary>
internal static class TrackRemarks
{
    // Model and judge take the same widths of scattering and resolution: a larger difference is worth a warning.
    private const double Tolerance = 0.03;

    // A share of fitted tracks that falls by this many standard errors, and by this much in per cent, is worth a warning.
    private const double Sigmas = 5;
    private const double Lost = 0.1;

    /// <summary>The remarks.</summary>
    /// <param name="judge">What the judge said; null when the study asks for none.</param>
    /// <param name="objective">The objective.</param>
    /// <param name="before">Share of the tracks that were fitted at the baseline [%].</param>
    /// <param name="after">The same at the optimum.</param>
    public static JudgeRemarks Of(
        JudgeSummary? judge, Objective objective, MetricSummary before, MetricSummary after)
    {
        string[] terms = [.. objective.Terms.Select((_, t) => objective.NameOf(t))];
        string[] lost = Losses(before, after);
        return judge is null
            ? new JudgeRemarks(lost, [])
            : new JudgeRemarks(
                [.. lost, .. JudgeWords.Differences(judge, terms, Tolerance, JudgeVerdict.Sigmas)],
                [
                    "The sampled tracks judge baseline and optimum alone; searches, sensitivities, prices and the choice "
                        + "among the optimisations rest on the gradient's model.",
                ]);
    }

    // Resolutions are those of the tracks that could be fitted: losing the hard ones would improve them.
    private static string[] Losses(MetricSummary before, MetricSummary after)
    {
        double fall = before.Value - after.Value;
        double error = Math.Sqrt((before.Error * before.Error) + (after.Error * after.Error));
        return fall <= Lost + (Sigmas * error) ? [] :
        [
            $"The optimum measures {after.Value:0.0} % of the tracks, the baseline {before.Value:0.0} %: its resolutions are "
                + "those of fewer tracks. A term inefficiency in the objective would weigh that.",
        ];
    }
}
