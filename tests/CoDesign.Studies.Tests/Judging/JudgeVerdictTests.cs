using CoDesign.Studies.Judging;
using CoDesign.Studies.Results;
using Xunit;

namespace CoDesign.Studies.Tests.Judging;

public sealed class JudgeVerdictTests
{
    private const int Events = 256;

    [Theory]
    [InlineData(0.10, 0.02, 0.12, JudgeReason.Gain, true, "Confirmed: ")]
    [InlineData(0.041, 0.02, 0.12, JudgeReason.Gain, false, "smaller by 3.")]
    [InlineData(0.20, 0.02, 0.12, JudgeReason.Gain, false, "larger by 3.")]
    [InlineData(0.03, 0.02, 0.12, JudgeReason.NoGain, false, "cannot tell")]
    [InlineData(0.00, 0.00, 0.12, JudgeReason.NoGain, false, "cannot tell")]
    [InlineData(-0.03, 0.02, 0.12, JudgeReason.NoGain, false, "cannot tell")]
    [InlineData(-0.05, 0.02, 0.12, JudgeReason.Worse, false, "worse than the baseline")]
    // A true gain of two errors is seen in half of all cases only.
    [InlineData(0.03, 0.04, 0.08, JudgeReason.Undecided, true, "with 256 showers cannot decide (gain 3.0 ± 4.0 %")]
    [InlineData(0.03, 0.05, 0.08, JudgeReason.Undecided, true, "with 256 showers cannot decide (gain 3.0 ± 5.0 %")]
    [InlineData(0.03, 0.02, 0.08, JudgeReason.NoGain, false, "would have been seen")]
    public void Verdict_Gain_IsWhatItsErrorAllows(
        double gain, double error, double model, string reason, bool agrees, string word)
    {
        var verdict = new JudgeVerdict(gain, error, model, 0.01, [], Events, "showers");
        bool confirmed = reason == JudgeReason.Gain;
        Assert.Equal((reason, confirmed, agrees), (verdict.Reason, verdict.Confirmed, verdict.SizeAgrees));
        Assert.Contains(word, verdict.Statement, StringComparison.Ordinal);
        string start = reason switch
        {
            JudgeReason.Gain => "Confirmed:",
            JudgeReason.Undecided => "Not yet confirmed: undecided, too few showers.",
            _ => "Not confirmed:",
        };
        Assert.StartsWith(start, verdict.Statement, StringComparison.Ordinal);
    }

    // Showers would not mend the constraint: not undecided, whatever they see.
    [Theory]
    [InlineData(0.2, 0.02, "sees a gain")]
    [InlineData(0.03, 0.10, "cannot decide")]
    public void Verdict_BrokenConstraint_IsNotConfirmed(double gain, double error, string word)
    {
        var verdict = new JudgeVerdict(gain, error, 0.2, 0.01, ["cost"], Events, "showers");
        Assert.Equal((JudgeReason.BrokenConstraint, false), (verdict.Reason, verdict.Confirmed));
        Assert.StartsWith("Not confirmed: the optimum does not keep cost", verdict.Statement, StringComparison.Ordinal);
        Assert.Contains(word, verdict.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_OptimumIsTheBaseline_CannotTellApart()
    {
        var verdict = new JudgeVerdict(0, 0, 0, 0, [], Events, "showers");
        Assert.False(verdict.Confirmed);
        Assert.Equal(0, verdict.SizeDifference);
        Assert.Contains("cannot tell", verdict.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_UnknownGain_IsNotConfirmed()
    {
        var verdict = new JudgeVerdict(double.NaN, double.NaN, 0.2, 0.01, [], Events, "showers");
        Assert.Equal((JudgeReason.NotMeasured, false), (verdict.Reason, verdict.Confirmed));
        Assert.Contains("could not be measured", verdict.Statement, StringComparison.Ordinal);
    }
}
