using CoDesign.Studies.Results;

namespace CoDesign.Studies.Judging;

/// <summary>What a judge changes in the words of a summary.</summary>
internal static class JudgeWords
{
    // With fewer showers a design the groups are too small for heavy tails (leakage), and their scatter for the error:
    // in such a stack the gains of five seeds of 256 showers scattered by twice the error, those of 1024 and 4096 by
    // it.
    private const int EnoughShowers = 1024;

    // Standard errors that a warning needs, where the errors themselves are uncertain.
    private const double FewShowersSigmas = 3;

    // A resolution of the model that is off by more than this, and by its errors, is worth a warning.
    private const double Tolerance = 0.1;

    /// <summary>What the verdict in one sentence is followed by.</summary>
    public static string Verdict(JudgeSummary? judge) => judge switch
    {
        null => "",
        { Verdict: "confirmed" } => $" An independent Monte Carlo confirms a gain ({Percent(judge.Gain)}).",
        { Reason: JudgeReason.Undecided } => $" Not yet confirmed: an independent Monte Carlo with {judge.Events} "
            + $"showers cannot decide (gain {Percent(judge.Gain)}).",
        { Reason: JudgeReason.NotMeasured } => " Not confirmed: an independent Monte Carlo could not measure the gain.",
        _ => $" An independent Monte Carlo does not confirm it (gain {Percent(judge.Gain)}).",
    };

    /// <summary>What a reader should be careful with.</summary>
    public static IEnumerable<string> Warnings(JudgeSummary? judge)
    {
        if (judge is null)
        {
            yield return "The simulation that drove the gradient also made these numbers; no independent simulation "
                + "has judged the optimum.";
            yield break;
        }

        if (judge.Verdict != "confirmed")
        {
            yield return judge.Statement;
        }
        else if (!judge.SizeAgrees)
        {
            yield return "The Monte Carlo confirms a gain, but of another size than the model's: "
                + $"{Percent(judge.Gain)}. Trust the Monte Carlo's number.";
        }

        if (judge.Events < EnoughShowers)
        {
            yield return $"The judge had {judge.Events} showers a design: below {EnoughShowers} its errors are "
                + "themselves uncertain by about a factor of two, rather too small than too large where showers leak.";
        }

        foreach (string warning in Differences(judge))
        {
            yield return warning;
        }
    }

    /// <summary>What the simulations leave out.</summary>
    public static IReadOnlyList<string> NotModelled(JudgeSummary? judge) => judge is null
        ?
        [
            "The parametric shower model was not judged by an independent Monte Carlo in this study (key judge): the "
                + "optimum is not confirmed in that sense.",
        ]
        :
        [
            "The Monte Carlo judges baseline and optimum alone; searches, sensitivities, prices and the choice among "
                + "the optimisations rest on the parametric model.",
            "Judge and model share readout, light collection and reconstruction: what is wrong there, both get wrong. "
                + "The Monte Carlo follows electrons, positrons and photons; no nuclear reactions, no saturation of "
                + "light.",
        ];

    // Where the model's resolution is not the Monte Carlo's.
    private static IEnumerable<string> Differences(JudgeSummary judge)
    {
        double sigmas = judge.Events < EnoughShowers ? FewShowersSigmas : JudgeVerdict.Sigmas;
        foreach ((string name, JudgedDesignSummary design) in ((string, JudgedDesignSummary)[])
            [("baseline", judge.Baseline), ("optimum", judge.Optimum)])
        {
            foreach (string metric in (string[])["energy_resolution", "position_resolution"])
            {
                (MetricSummary seen, MetricSummary said) =
                    (design.MonteCarlo.Metrics[metric], design.Model.Metrics[metric]);
                double ratio = said.Value / seen.Value, error = ratio * Math.Sqrt(
                    Math.Pow(said.Error / said.Value, 2) + Math.Pow(seen.Error / seen.Value, 2));
                if (Math.Abs(ratio - 1) > Tolerance + (sigmas * error))
                {
                    yield return $"The model's {metric.Replace('_', ' ')} at the {name} is "
                        + $"{100 * Math.Abs(ratio - 1):0} ± {100 * error:0} % {(ratio > 1 ? "worse" : "better")} than "
                        + "the Monte Carlo's.";
                }
            }
        }
    }

    private static string Percent(MetricSummary gain) => $"{100 * gain.Value:0.0} ± {100 * gain.Error:0.0} %";
}
