using CoDesign.Physics.Tracking;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Tracking;

public sealed class GlucksternTests
{
    // Computed from Gluckstern (1963) and from all three-group splits.
    [Theory]
    [InlineData(8, 57.17, 32.00)]
    [InlineData(10, 49.70, 26.13)]
    [InlineData(20, 29.69, 12.80)]
    public void Factors_KnownNumbersOfPlanes_AreGluckstern(int planes, double uniform, double best)
    {
        Assert.Equal(uniform, Gluckstern.UniformFactor(planes), 0.005);
        Assert.Equal(best, Gluckstern.ThreeGroupFactor(Gluckstern.OptimalSplits(planes)[0]), 0.005);
    }

    [Fact]
    public void OptimalSplits_EightAndTwentyPlanes_AreQuarterHalfQuarter()
    {
        Assert.Equal([new PlaneSplit(2, 4, 2)], Gluckstern.OptimalSplits(8));
        Assert.Equal([new PlaneSplit(5, 10, 5)], Gluckstern.OptimalSplits(20));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public void OptimalSplits_NotDivisibleByFour_GivesBothMirrorImages(int planes)
    {
        var splits = Gluckstern.OptimalSplits(planes);
        Assert.Equal(2, splits.Count);
        Assert.Equal(splits[0], new PlaneSplit(splits[1].Outer, splits[1].Middle, splits[1].Inner));
    }

    [Fact]
    public void Factor_DivisibleByFour_BestIs256OverN()
    {
        for (var n = 4; n <= 40; n += 4)
        {
            Assert.Equal(256.0 / n, Gluckstern.ThreeGroupFactor(Gluckstern.OptimalSplits(n)[0]), 10);
        }
    }

    [Fact]
    public void Factor_UniformPositions_IsClosedForm() =>
        Gen.Select(Gen.Int[3, 39], Uniform(0, 1), LogUniform(0.1, 100)).Check(50, (n, start, step) =>
        {
            var positions = Enumerable.Range(0, n).Select(i => start + (i * step)).ToArray();
            Assert.Equal(1, Gluckstern.Factor(positions) / Gluckstern.UniformFactor(n), 1e-8);
        });

    [Fact]
    public void Factor_RandomPositions_NeverBeatsThreeGroups() => Uniform(0, 1).Array[3, 19].Check(200, inner =>
    {
        double[] positions = [.. inner, 0, 1];
        var best = Gluckstern.ThreeGroupFactor(Gluckstern.OptimalSplits(positions.Length)[0]);
        Assert.True(Gluckstern.Factor(positions) >= best * (1 - 1e-9));
    });

    // 20 um x sqrt(720/14)/(0.3 x 3.8 T x (1.1 m)^2) = 1.04e-4/GeV.
    [Fact]
    public void InverseMomentumError_CmsLikeTracker_IsPdgFormula() => Assert.Equal(
        1.04e-4,
        Gluckstern.InverseMomentumError(
            20 * Units.Um, Gluckstern.PdgFactor(10), 3.8 * Units.Tesla, 1.1 * Units.Metre) * Units.GeV,
        0.005e-4);

    [Theory]
    [InlineData(1, 4, 0.800, 2.778)]
    [InlineData(2, 10, 0.833, 2.250)]
    [InlineData(3.9, 7, 0.642, 12.363)]
    public void LineExtrapolation_KnownDistances_AreClosedForm(double a, double b, double fraction, double variance)
    {
        Assert.Equal(fraction, LineExtrapolation.OptimalInnerFraction(a, b), 0.0005);
        Assert.Equal(variance, LineExtrapolation.OptimalVarianceFactor(a, b), 0.0005);
        Assert.Equal(
            LineExtrapolation.OptimalVarianceFactor(a, b),
            LineExtrapolation.VarianceFactor(a, b, LineExtrapolation.OptimalInnerFraction(a, b)),
            10);
    }

    [Fact]
    public void VarianceFactor_AnyFraction_IsNotBelowOptimum() =>
        Gen.Select(LogUniform(1, 100), LogUniform(1.1, 10), Uniform(0.01, 0.99)).Check(200, (a, ratio, fraction) =>
        {
            var b = a * ratio;
            Assert.True(LineExtrapolation.VarianceFactor(a, b, fraction)
                >= LineExtrapolation.OptimalVarianceFactor(a, b) * (1 - 1e-12));
        });

    [Fact]
    public void Factor_TwoPositions_Throws() => Assert.Throws<ArgumentException>(() => Gluckstern.Factor([0, 1, 1]));

    [Fact]
    public void UniformFactor_TwoPlanes_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Gluckstern.UniformFactor(2));
}
