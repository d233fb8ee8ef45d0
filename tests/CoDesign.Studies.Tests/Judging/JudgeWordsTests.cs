using CoDesign.Studies.Judging;
using CoDesign.Studies.Results;
using Xunit;

namespace CoDesign.Studies.Tests.Judging;

public sealed class JudgeWordsTests
{
    [Theory]
    [InlineData("confirmed", JudgeReason.Gain, " An independent Monte Carlo confirms a gain (7.5 ± 5.9 %).")]
    [InlineData("not_confirmed", JudgeReason.Worse,
        " An independent Monte Carlo does not confirm it (gain 7.5 ± 5.9 %).")]
    [InlineData("not_confirmed", JudgeReason.Undecided,
        " Not yet confirmed: an independent Monte Carlo with 256 showers cannot decide (gain 7.5 ± 5.9 %).")]
    [InlineData("not_confirmed", JudgeReason.NotMeasured,
        " Not confirmed: an independent Monte Carlo could not measure the gain.")]
    public void Verdict_OfAReason_IsNoMoreThanTheJudgeSaw(string verdict, string reason, string words) =>
        Assert.Equal(words, JudgeWords.Verdict(SomeJudge.Of(256, 0.1) with { Verdict = verdict, Reason = reason }));

    // What both simulations read through the same clipping readout proves nothing.
    [Fact]
    public void Unless_AFaultIsShared_NothingIsConfirmed()
    {
        JudgeSummary judge = SomeJudge.Of(1024, 0.01);
        Assert.Same(judge, JudgeWords.Unless(judge, null));

        JudgeSummary doubted = Assert.IsType<JudgeSummary>(JudgeWords.Unless(judge, "the readout clips"));
        Assert.Equal(("not_confirmed", JudgeReason.SharedFault), (doubted.Verdict, doubted.Reason));
        Assert.StartsWith("Not confirmed: the readout clips. ", doubted.Statement, StringComparison.Ordinal);
        Assert.Contains("Not confirmed: the readout clips", JudgeWords.Verdict(doubted), StringComparison.Ordinal);
        Assert.Equal(doubted.Statement, Assert.Single(JudgeWords.Warnings(doubted)));

        // A verdict against the optimum stays what it is.
        JudgeSummary against = judge with { Verdict = "not_confirmed", Reason = JudgeReason.Worse };
        Assert.Same(against, JudgeWords.Unless(against, "the readout clips"));
    }
}
