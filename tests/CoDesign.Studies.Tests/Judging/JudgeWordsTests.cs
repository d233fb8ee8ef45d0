using CoDesign.Studies.Judging;
using CoDesign.Studies.Results;
using Xunit;

namespace CoDesign.Studies.Tests.Judging;

public sealed class JudgeWordsTests
{
    private static readonly MetricSummary Gain = new(0.075, 0.059, "");

    [Theory]
    [InlineData("confirmed", JudgeReason.Gain, " An independent Monte Carlo confirms a gain (7.5 ± 5.9 %).")]
    [InlineData("not_confirmed", JudgeReason.Worse,
        " An independent Monte Carlo does not confirm it (gain 7.5 ± 5.9 %).")]
    [InlineData("not_confirmed", JudgeReason.Undecided,
        " Not yet confirmed: an independent Monte Carlo with 256 showers cannot decide (gain 7.5 ± 5.9 %).")]
    [InlineData("not_confirmed", JudgeReason.NotMeasured,
        " Not confirmed: an independent Monte Carlo could not measure the gain.")]
    public void Verdict_OfAReason_IsNoMoreThanTheJudgeSaw(string verdict, string reason, string words) =>
        Assert.Equal(words, JudgeWords.Verdict(Judge(256, 0.1) with { Verdict = verdict, Reason = reason }));

    [Theory]
    [InlineData(256, true)]
    [InlineData(960, true)]
    [InlineData(1024, false)]
    public void Warnings_FewShowers_SayThatTheErrorsAreUncertain(int events, bool warned) =>
        Assert.Equal(
            warned,
            JudgeWords.Warnings(Judge(events, 0.1)).Any(w => w.Contains("factor of two", StringComparison.Ordinal)));

    // A model that is 40 % worse: 30 % beyond the tolerance are 2.5 errors of 12 %, or 3.75 of 8 %.
    [Theory]
    [InlineData(256, 0.12, false)]
    [InlineData(960, 0.12, false)]
    [InlineData(1024, 0.12, true)]
    [InlineData(256, 0.08, true)]
    public void Warnings_ModelOff_NeedMoreErrorsOfFewShowers(int events, double error, bool warned) =>
        Assert.Equal(
            warned ? 4 : 0,
            JudgeWords.Warnings(Judge(events, error)).Count(w => w.Contains("40 ± ", StringComparison.Ordinal)));

    // The model is worse by 40 % in both resolutions; the error is that of the ratio.
    private static JudgeSummary Judge(int events, double error)
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
            ResolutionFit = new()
            {
                Stochastic = resolution,
                Constant = resolution,
                Noise = resolution,
                ChiSquare = 0,
                DegreesOfFreedom = 0,
            },
        };
        JudgedDesignSummary design = new(
            Performance(new MetricSummary(1, 0, "")), Performance(new MetricSummary(1.4, error, "")));
        return new JudgeSummary
        {
            Verdict = "confirmed",
            Reason = JudgeReason.Gain,
            Statement = "",
            Simulation = "monte-carlo",
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
