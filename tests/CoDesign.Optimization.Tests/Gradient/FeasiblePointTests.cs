using CoDesign.Optimization.Gradient;
using Xunit;

namespace CoDesign.Optimization.Tests.Gradient;

public sealed class FeasiblePointTests
{
    [Fact]
    public void Restore_PointInside_IsReturnedUnchanged() =>
        Assert.Equal([0.2, 0.3], Restore([0.2, 0.3], ConstraintKind.Inequality, HalfPlane) ?? []);

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-3)]
    public void Restore_PointOnTheLimit_IsBroughtTheMarginInside(double margin)
    {
        double[]? u = FeasiblePoint.Restore([0.5, 0.5], HalfPlane, [ConstraintKind.Inequality], margin);

        Assert.NotNull(u);
        Assert.InRange(HalfPlane(u).Values[0], -3 * margin, -margin);
    }

    [Fact]
    public void Restore_HalfPlane_ProjectsAlongItsNormal()
    {
        double[]? u = Restore([1, 1], ConstraintKind.Inequality, HalfPlane);

        Assert.NotNull(u);
        Minimise.AssertClose([0.5, 0.5], u, 1e-5);
        Assert.True(HalfPlane(u).Values[0] <= 0);
    }

    [Fact]
    public void Restore_EqualityOnACircle_LandsOnItFromEitherSide()
    {
        foreach (double[] start in (double[][])[[3, 4], [0.3, 0.4]])
        {
            double[]? u = Restore(start, ConstraintKind.Equality, Circle);

            Assert.NotNull(u);
            Minimise.AssertClose([0.6, 0.8], u, 1e-5);
        }
    }

    [Fact]
    public void Restore_TwoConstraints_KeepsTheOneItStartsOn()
    {
        double[]? u = FeasiblePoint.Restore(
            [0, 2], p => ([-p[0], p[0] + p[1] - 1], [[-1, 0], [1, 1]]),
            [ConstraintKind.Inequality, ConstraintKind.Inequality]);

        Assert.NotNull(u);
        Assert.True(-u[0] <= 0 && u[0] + u[1] - 1 <= 0, $"({u[0]:R}, {u[1]:R})");
    }

    [Fact]
    public void Restore_NoFeasiblePoint_ReturnsNull() =>
        Assert.Null(Restore([1, 1], ConstraintKind.Inequality, p => ([1 + (p[0] * p[0])], [[2 * p[0], 0]])));

    [Fact]
    public void Restore_ConstraintThatNothingMoves_ReturnsNull() =>
        Assert.Null(Restore([1, 1], ConstraintKind.Inequality, _ => ([1], [[0, 0]])));

    [Fact]
    public void Restore_Start_IsNotChanged()
    {
        double[] start = [1, 1];
        _ = Restore(start, ConstraintKind.Inequality, HalfPlane);
        Assert.Equal([1, 1], start);
    }

    private static double[]? Restore(
        double[] start, ConstraintKind kind, Func<double[], (double[] Values, double[][] Jacobian)> constraints) =>
        FeasiblePoint.Restore(start, constraints, [kind]);

    private static (double[] Values, double[][] Jacobian) HalfPlane(double[] u) => ([u[0] + u[1] - 1], [[1, 1]]);

    private static (double[] Values, double[][] Jacobian) Circle(double[] u) =>
        ([(u[0] * u[0]) + (u[1] * u[1]) - 1], [[2 * u[0], 2 * u[1]]]);
}
