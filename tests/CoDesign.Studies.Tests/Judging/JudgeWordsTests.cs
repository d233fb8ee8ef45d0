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
}
