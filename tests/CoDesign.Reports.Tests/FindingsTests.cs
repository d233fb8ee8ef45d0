using CoDesign.Reports.Sections;
using CoDesign.Studies.Results;
using Xunit;

namespace CoDesign.Reports.Tests;

public sealed class FindingsTests
{
    [Fact]
    public void Of_GoodStudy_FindsNothing() => Assert.Empty(Findings.Of(Fixtures.Good().Summary));

    [Fact]
    public void Of_StudyAlreadyWarns_DoesNotRepeat()
    {
        var summary = Fixtures.Edge().Summary with
        {
            Warnings = ["absorber_front runs to its bound",
            "cost is exceeded"]
        };
        var found = Findings.Of(summary);
        Assert.DoesNotContain(found, finding => finding.Contains("absorber_front"));
        Assert.DoesNotContain(found, finding => finding.Contains("constraint cost"));
    }

    [Fact]
    public void Of_LongArrayAtItsBounds_IsOneLine()
    {
        string finding = Assert.Single(Findings.Of(TrackerFixture.Planes(40).Summary));
        Assert.StartsWith("20 of the 40 elements of position", finding);
    }

    [Fact]
    public void Of_StudyWarnsOfTheArray_DoesNotRepeat() => Assert.Empty(Findings.Of(
        TrackerFixture.Planes(40).Summary with { Warnings = ["position: 20 elements are at a bound."] }));

    [Theory]
    [InlineData(0.021, 0.01, false)]
    [InlineData(0.019, 0.01, true)]
    [InlineData(-0.019, 0.01, true)]
    [InlineData(0.5, double.NaN, true)]
    [InlineData(0.5, double.PositiveInfinity, true)]
    public void IsConsistentWithZero_TwoStandardErrors_IsTheLine(double value, double error, bool expected) =>
        Assert.Equal(expected, Findings.IsConsistentWithZero(new GainSummary(value, error, [])));

    [Theory]
    [InlineData(0.03, 0.01, "Passes")]
    [InlineData(-0.05, 0.01, "Fails")]
    [InlineData(0.1, 0.9, "Inconclusive")]
    [InlineData(double.NaN, 0.01, "Inconclusive")]
    [InlineData(0.01, double.PositiveInfinity, "Inconclusive")]
    public void Check_RelativeDifference_AgainstItsError(double difference, double error, string expected) =>
        Assert.Equal(expected, Findings.Check(new GradientCheckSummary(1, 1, difference, error)).ToString());
}
