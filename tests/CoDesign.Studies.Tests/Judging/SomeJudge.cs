using CoDesign.Studies.Results;

namespace CoDesign.Studies.Tests.Judging;

/// <summary>A judge of showers that confirms a gain.</summary>
internal static class SomeJudge
{
    private static readonly MetricSummary Gain = new(0.075, 0.059, "");

    /// <summary>The model is worse by 40 % in both resolutions; the error is that of the ratio.</summary>
    public static JudgeSummary Of(int events, double error)
    {
        static JudgedPerformance Performance(MetricSummary resolution) => new()
        {
            Objective = resolution,
            Metrics = new Dictionary<string, MetricSummary>
            {
                ["energy_resolution"] = resolution,
                ["position_resolution"] = resolution,
            },
            Curves = new Dictionary<string, CurveSummary>(),
        };
        JudgedDesignSummary design = new(
            Performance(new MetricSummary(1, 0, "")), Performance(new MetricSummary(1.4, error, "")));
        return new JudgeSummary
        {
            Verdict = "confirmed",
            Reason = JudgeReason.Gain,
            Statement = "",
            Simulation = "monte-carlo",
            Method = "",
            Comparison = "Compared.",
            Caution = "",
            Noun = "showers",
            Events = events,
            Seconds = 0,
            Gain = Gain,
            ModelGain = Gain,
            SizeAgrees = true,
            SizeDifference = 0,
            Baseline = design,
            Optimum = design,
        };
    }
}
