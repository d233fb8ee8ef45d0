using CoDesign.Studies.Judging;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Calorimeters;

/// <summary>What a reader should know of a judge of showers.</summary>
internal static class ShowerRemarks
{
    // With fewer showers a design the groups are too small for heavy tails (leakage), and their scatter for the error:
    // in such a stack the gains of five seeds of 256 showers scattered by twice the error, those of 1024 and 4096 by
    // it.
    private const int EnoughShowers = 1024;

    // Standard errors that a warning needs, where the errors themselves are uncertain.
    private const double FewShowersSigmas = 3;

    // A resolution of the model that is off by more than this, and by its errors, is worth a warning.
    private const double Tolerance = 0.1;

    /// <summary>What a reader should be careful with.</summary>
    public static IReadOnlyList<string> Warnings(JudgeSummary? judge)
    {
        if (judge is null)
        {
            return [];
        }

        bool few = judge.Events < EnoughShowers;
        double sigmas = few ? FewShowersSigmas : JudgeVerdict.Sigmas;
        string[] warnings = few
            ?
            [
                $"The judge had {judge.Events} showers a design: below {EnoughShowers} its errors are themselves "
                    + "uncertain by about a factor of two, rather too small than too large where showers leak.",
            ]
            : [];
        return
        [
            .. warnings,
            .. JudgeWords.Differences(judge, ["energy_resolution", "position_resolution"], Tolerance, sigmas),
        ];
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
}
