using CoDesign.Optimization.Gradient;
using Xunit;

namespace CoDesign.Optimization.Tests.Gradient;

public sealed class LagrangeMultipliersTests
{
    private const ConstraintKind Inequality = ConstraintKind.Inequality;

    [Fact]
    public void Estimate_ExactOptimum_ReturnsTheMultipliers()
    {
        // grad f = -(2 J1 + 3 J2)
        double[][] jacobian = [[1, 0, 1], [0, 2, -1]];
        double[] gradient = [-2, -6, 1];

        Minimise.AssertClose(
            [2, 3], LagrangeMultipliers.Estimate(gradient, [0, 0], jacobian, [Inequality, Inequality]), 1e-9);
    }

    [Fact]
    public void Estimate_ConstraintWithRoom_HasNoPrice() => Minimise.AssertClose(
        [0, 3], LagrangeMultipliers.Estimate([-5, -3], [-0.1, 0], [[1, 0], [0, 1]], [Inequality, Inequality]), 1e-9);

    [Fact]
    public void Estimate_NegativeMultiplier_LeavesAndTheOthersAreSolvedAgain()
    {
        // By both, the multipliers were -1 and 3; by the second alone, least squares gives J2 . (-grad) / |J2|^2.
        double[][] jacobian = [[1, 0], [1, 1]];
        double[] gradient = [-2, -3];

        Minimise.AssertClose(
            [0, 2.5], LagrangeMultipliers.Estimate(gradient, [0, 0], jacobian, [Inequality, Inequality]), 1e-9);
    }

    [Fact]
    public void Estimate_Equality_MayBeNegativeAndCountsAwayFromZero() => Minimise.AssertClose(
        [-4], LagrangeMultipliers.Estimate([4, 0], [-0.5], [[1, 0]], [ConstraintKind.Equality]), 1e-9);

    [Fact]
    public void Estimate_TheSameConstraintTwice_SharesTheMultiplier()
    {
        double[] twice = LagrangeMultipliers.Estimate([-4, 0], [0, 0], [[1, 0], [1, 0]], [Inequality, Inequality]);

        Assert.All(twice, m => Assert.True(double.IsFinite(m)));
        Assert.Equal(4, twice.Sum(), 1e-3);
    }

    [Fact]
    public void Estimate_ConstraintThatNothingMoves_HasNoPrice() => Minimise.AssertClose(
        [0], LagrangeMultipliers.Estimate([-4, 1], [0], [[0, 0]], [Inequality]), 0);

    [Fact]
    public void Estimate_NoConstraints_ReturnsNone() => Assert.Empty(LagrangeMultipliers.Estimate([1], [], [], []));
}
