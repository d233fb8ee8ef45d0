using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Tests.Judging;
using Xunit;

namespace CoDesign.Studies.Tests.Calorimeters;

public sealed class ShowerRemarksTests
{
    [Theory]
    [InlineData(256, true)]
    [InlineData(960, true)]
    [InlineData(1024, false)]
    public void Warnings_FewShowers_SayThatTheErrorsAreUncertain(int events, bool warned) =>
        Assert.Equal(
            warned,
            ShowerRemarks.Warnings(SomeJudge.Of(events, 0.1))
                .Any(w => w.Contains("factor of two", StringComparison.Ordinal)));

    // A model that is 40 % worse: 30 % beyond the tolerance are 2.5 errors of 12 %, or 3.75 of 8 %.
    [Theory]
    [InlineData(256, 0.12, false)]
    [InlineData(960, 0.12, false)]
    [InlineData(1024, 0.12, true)]
    [InlineData(256, 0.08, true)]
    public void Warnings_ModelOff_NeedMoreErrorsOfFewShowers(int events, double error, bool warned) =>
        Assert.Equal(
            warned ? 4 : 0,
            ShowerRemarks.Warnings(SomeJudge.Of(events, error))
                .Count(w => w.Contains("40 ± ", StringComparison.Ordinal)));
}
