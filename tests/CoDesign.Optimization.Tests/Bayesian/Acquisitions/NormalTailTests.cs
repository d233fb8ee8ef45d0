using CoDesign.Optimization.Bayesian.Acquisitions;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian.Acquisitions;

public sealed class NormalTailTests
{
    [Theory]
    [InlineData(0, -0.69314718055994531)]
    [InlineData(-10, -53.231285150512470)]
    [InlineData(-40, -804.60844201375379)]
    public void LogProbability_KnownPlaces_IsExact(double z, double expected) =>
        Assert.Equal(expected, NormalTail.LogProbability(z).Value, 1e-13 * Math.Max(1, Math.Abs(expected)));

    [Theory]
    [InlineData(-1)]
    [InlineData(-5)]
    [InlineData(-100)]
    public void LogImprovement_EitherSideOfABranch_IsTheSame(double z)
    {
        (double above, double slopeAbove) = NormalTail.LogImprovement(z + 1e-9);
        (double below, double slopeBelow) = NormalTail.LogImprovement(z - 1e-9);
        Assert.Equal(2e-9 * slopeAbove, above - below, 1e-11 * Math.Max(1, Math.Abs(above)));
        Assert.Equal(slopeAbove, slopeBelow, 1e-7 * slopeAbove);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-0.5)]
    [InlineData(-2)]
    [InlineData(-20)]
    [InlineData(-90)]
    [InlineData(-1e3)]
    [InlineData(-1e6)]
    public void LogImprovement_Derivative_IsThatOfDifferences(double z)
    {
        double step = 1e-4 * Math.Max(1, Math.Abs(z));
        double At(double x) => NormalTail.LogImprovement(x).Value;
        double difference = ((8 * (At(z + step) - At(z - step))) - At(z + (2 * step)) + At(z - (2 * step))) / (12 * step);
        Assert.Equal(difference, NormalTail.LogImprovement(z).Derivative, 1e-6 * Math.Abs(difference));
    }

    [Fact]
    public void LogImprovement_AtZeroAndFarAbove_IsDensityAndDistance()
    {
        Assert.Equal(-0.5 * Math.Log(2 * Math.PI), NormalTail.LogImprovement(0).Value, 1e-15);
        Assert.Equal(Math.Log(50), NormalTail.LogImprovement(50).Value, 1e-14);
    }
}
