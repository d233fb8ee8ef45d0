using CoDesign.Studies.Judging;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Trackers;

/// <summary>What a reader should know of a judge of tracks.</summary>
internal static class TrackRemarks
{
    // Model and judge take the same widths of scattering and resolution: a larger difference is worth a warning.
    private const double Tolerance = 0.03;

    public static JudgeRemarks Of(JudgeSummary? judge, Objective objective) => judge is null
        ? new JudgeRemarks([], [])
        : new JudgeRemarks(
            [
                .. JudgeWords.Differences(
                    judge, objective.Terms.Select((_, t) => objective.NameOf(t)), Tolerance, JudgeVerdict.Sigmas),
            ],
            [
                "The sampled tracks judge baseline and optimum alone; searches, sensitivities, prices and the choice among "
                    + "the optimisations rest on the gradient's model.",
            ]);
}
