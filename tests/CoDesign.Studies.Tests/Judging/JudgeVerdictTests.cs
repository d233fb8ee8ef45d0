using CoDesign.Studies.Judging;
using Xunit;

namespace CoDesign.Studies.Tests.Judging;

public sealed class JudgeVerdictTests
{
    [Theory]
    [InlineData(0.10, 0.02, 0.12, true, true, "Confirmed: ")]
    [InlineData(0.041, 0.02, 0.12, true, false, "smaller by 3.")]
    [InlineData(0.20, 0.02, 0.12, true, false, "larger by 3.")]
    [InlineData(0.03, 0.02, 0.12, false, false, "cannot tell")]
    [InlineData(0.00, 0.00, 0.12, false, false, "cannot tell")]
    [InlineData(-0.03, 0.02, 0.12, false, false, "cannot tell")]
    [InlineData(-0.05, 0.02, 0.12, false, false, "worse than the baseline")]
    public void Verdict_Gain_IsWhatItsErrorAllows(
        double gain, double error, double model, bool confirmed, bool agrees, string word)
    {
        var verdict = new JudgeVerdict(gain, error, model, 0.01, []);
        Assert.Equal((confirmed, agrees), (verdict.Confirmed, verdict.SizeAgrees));
        Assert.Contains(word, verdict.Statement, StringComparison.Ordinal);
        Assert.StartsWith(confirmed ? "Confirmed:" : "Not confirmed:", verdict.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_BrokenConstraint_IsNotConfirmed()
    {
        var verdict = new JudgeVerdict(0.2, 0.02, 0.2, 0.01, ["cost"]);
        Assert.False(verdict.Confirmed);
        Assert.Contains("does not keep cost", verdict.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_OptimumIsTheBaseline_CannotTellApart()
    {
        var verdict = new JudgeVerdict(0, 0, 0, 0, []);
        Assert.False(verdict.Confirmed);
        Assert.Equal(0, verdict.SizeDifference);
        Assert.Contains("cannot tell", verdict.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_UnknownGain_IsNotConfirmed()
    {
        var verdict = new JudgeVerdict(double.NaN, double.NaN, 0.2, 0.01, []);
        Assert.False(verdict.Confirmed);
        Assert.Contains("could not be measured", verdict.Statement, StringComparison.Ordinal);
    }

    // Too few showers to see what the model promises, and enough of them that saw nothing, are two statements.
    [Fact]
    public void Verdict_NoGain_SaysWhetherItWouldHaveBeenSeen()
    {
        string few = new JudgeVerdict(0.03, 0.05, 0.08, 0.01, []).Statement;
        // A true gain of two errors is seen in half of all cases only.
        string even = new JudgeVerdict(0.03, 0.04, 0.08, 0.01, []).Statement;
        string enough = new JudgeVerdict(0.03, 0.02, 0.08, 0.01, []).Statement;
        Assert.Contains("more events would decide", few, StringComparison.Ordinal);
        Assert.Contains("more events would decide", even, StringComparison.Ordinal);
        Assert.Contains("would have been seen", enough, StringComparison.Ordinal);
    }
}
