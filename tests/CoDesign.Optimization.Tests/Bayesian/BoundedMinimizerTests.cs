using CoDesign.Optimization.Bayesian;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian;

public sealed class BoundedMinimizerTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void Minimize_RosenbrockInsideTheBox_FindsTheMinimum(int dimensions)
    {
        (double[] point, double value, int evaluations) = Minimize(dimensions, -2, 2);

        Assert.All(point, x => Assert.Equal(1, x, 1e-5));
        Assert.InRange(value, 0, 1e-9);
        Assert.InRange(evaluations, 1, 250);
    }

    [Fact]
    public void Minimize_RosenbrockWithActiveBounds_FindsTheConstrainedMinimum()
    {
        // On x <= 1/2 the minimum of (1 - x)^2 + 100 (y - x^2)^2 is at x = 1/2, y = 1/4.
        (double[] point, double value, _) = Minimize(2, -2, 0.5);

        Assert.Equal([0.5, 0.25], point, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(0.25, value, 1e-10);
    }

    [Fact]
    public void Minimize_EveryBoundActive_EndsInTheCorner()
    {
        (double[] point, double value, _) = BoundedMinimizer.Minimize(
            [0.3, 0.3, 0.3],
            [0, 0, 0],
            [1, 1, 1],
            (x, g) =>
            {
                (g[0], g[1], g[2]) = (1, -2, 1 + x[0]);
                return x[0] - (2 * x[1]) + x[2];
            },
            50);

        Assert.Equal([0, 1, 0], point);
        Assert.Equal(-2, value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Minimize_FunctionNotFiniteBeyondAnEdge_StaysInside(double beyond)
    {
        (double[] point, _, _) = BoundedMinimizer.Minimize(
            [3],
            [-5],
            [5],
            (x, g) =>
            {
                g[0] = 1 - (1 / x[0]);
                return x[0] > 0 ? x[0] - Math.Log(x[0]) : beyond;
            },
            100);

        Assert.Equal(1, point[0], 1e-6);
    }

    [Fact]
    public void Minimize_StartWithoutValue_IsReturnedAsInfinite()
    {
        (double[] point, double value, int evaluations) = BoundedMinimizer.Minimize([7], [0], [5], (_, _) => double.NaN, 10);

        Assert.Equal((5, double.PositiveInfinity, 1), (point[0], value, evaluations));
    }

    private static (double[] Point, double Value, int Evaluations) Minimize(int n, double low, double high) =>
        BoundedMinimizer.Minimize(
            [.. Enumerable.Repeat(-1.2, n)],
            [.. Enumerable.Repeat(low, n)],
            [.. Enumerable.Repeat(high, n)],
            Rosenbrock,
            500);

    private static double Rosenbrock(ReadOnlySpan<double> x, Span<double> gradient)
    {
        double sum = 0;
        gradient.Clear();
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double a = x[i + 1] - (x[i] * x[i]), b = 1 - x[i];
            sum += (100 * a * a) + (b * b);
            gradient[i] += (-400 * a * x[i]) - (2 * b);
            gradient[i + 1] += 200 * a;
        }

        return sum;
    }
}
