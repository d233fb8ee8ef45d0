using System.Text.Json;
using CoDesign.Optimization.Gradient;
using Xunit;

namespace CoDesign.Optimization.Tests.Gradient;

public sealed class GradientDescentTests
{
    private static readonly GradientDescentOptions Options = new() { Steps = 2000, LearningRate = 0.1 };

    [Fact]
    public void Advance_Quadratic_FindsItsMinimumFromFarAway()
    {
        double[] scales = [0.01, 1, 100];
        GradientDescentState end = Minimise.Run(Options, [-3, 4, 2], u => new FunctionEvaluation
        {
            Value = u.Select((x, i) => scales[i] * (x - i) * (x - i)).Sum(),
            Gradient = [.. u.Select((x, i) => 2 * scales[i] * (x - i))],
        });

        Minimise.AssertClose([0, 1, 2], end.Result(), 1e-4);
        Assert.Equal(2000, end.Step);
        Assert.Equal(500, end.Averaged);
    }

    // PHYSICS.md: g(x) = sum (x_{i+1} - x_i^2)^2 + (1 - x_i)^2, without the factor 100; minimum 0 at ones.
    [Fact]
    public void Advance_RosenbrockInTenDimensions_FindsOnes()
    {
        GradientDescentState end = Minimise.Run(
            Options with { Steps = 5000 }, [.. Enumerable.Repeat(-0.5, 10)], Rosenbrock);

        Minimise.AssertClose([.. Enumerable.Repeat(1.0, 10)], end.Result(), 1e-3);
    }

    [Theory]
    [InlineData(1, 1, 0, 2)] // active: the multiplier is 2 (3 - limit) / 2
    [InlineData(5, 2, 1, 0)] // not active: the free minimum
    public void Advance_Inequality_MeetsTheKarushKuhnTuckerConditions(
        double limit, double x, double y, double multiplier)
    {
        GradientDescentState end = Minimise.Run(
            Options with { Constraints = [ConstraintKind.Inequality] }, [0, 0], u => new FunctionEvaluation
            {
                Value = ((u[0] - 2) * (u[0] - 2)) + ((u[1] - 1) * (u[1] - 1)),
                Gradient = [2 * (u[0] - 2), 2 * (u[1] - 1)],
                Constraints = [u[0] + u[1] - limit],
                Jacobian = [[1, 1]],
            });

        Minimise.AssertClose([x, y], end.Result(), 1e-3);
        Minimise.AssertClose([multiplier], end.Multipliers, 1e-2);
    }

    [Theory]
    [InlineData(0)] // sum i - s positive: multiplier positive
    [InlineData(12)] // negative: an equality pushes to either side
    public void Advance_Equality_FindsThePointAndTheMultiplierOfEitherSign(double sum)
    {
        const int N = 4; // sum of targets 0 + 1 + 2 + 3 = 6
        GradientDescentState end = Minimise.Run(
            Options with { Constraints = [ConstraintKind.Equality] }, new double[N], u => new FunctionEvaluation
            {
                Value = u.Select((x, i) => (x - i) * (x - i)).Sum(),
                Gradient = [.. u.Select((x, i) => 2 * (x - i))],
                Constraints = [u.Sum() - sum],
                Jacobian = [[.. Enumerable.Repeat(1.0, N)]],
            });

        double multiplier = 2 * (6 - sum) / N;
        Minimise.AssertClose([.. Enumerable.Range(0, N).Select(i => i - (multiplier / 2))], end.Result(), 1e-3);
        Minimise.AssertClose([multiplier], end.Multipliers, 1e-2);
    }

    // Rosenbrock's function with the factor 100 in the unit disc: optimum (0.78641, 0.61770) on the circle.
    [Fact]
    public void Advance_RosenbrockInADisc_FindsTheOptimumOnTheCircle()
    {
        GradientDescentState end = Minimise.Run(
            Options with { Steps = 6000, LearningRate = 0.02, Constraints = [ConstraintKind.Inequality] }, [0, 0],
            u =>
            {
                double bend = u[1] - (u[0] * u[0]);
                return new FunctionEvaluation
                {
                    Value = (100 * bend * bend) + ((1 - u[0]) * (1 - u[0])),
                    Gradient = [(-400 * u[0] * bend) - (2 * (1 - u[0])), 200 * bend],
                    Constraints = [(u[0] * u[0]) + (u[1] * u[1]) - 1],
                    Jacobian = [[2 * u[0], 2 * u[1]]],
                };
            });

        Minimise.AssertClose([0.78641, 0.61770], end.Result(), 2e-3);
    }

    // Polyak averaging: the scatter of the mean of N steps is sigma / (h sqrt(N)), h the second derivative. Five sigma.
    [Fact]
    public void Advance_NoisyGradient_AveragesTheNoiseAway()
    {
        var random = new Random(5);
        const double Sigma = 0.5;
        GradientDescentState end = Minimise.Run(Options, [2], u => new FunctionEvaluation
        {
            Value = (u[0] - 1) * (u[0] - 1),
            Gradient = [(2 * (u[0] - 1)) + (Sigma * Normal(random))],
        });

        Minimise.AssertClose([1], end.Result(), 5 * Sigma / (2 * Math.Sqrt(end.Averaged)));
    }

    [Fact]
    public void Advance_StateThroughJson_ContinuesToTheSameBits()
    {
        var descent = new GradientDescent(Options with { Steps = 60, Constraints = [ConstraintKind.Inequality] });
        GradientDescentState whole = descent.Start([-0.5, 0.1, 0.7]), resumed = whole;
        while (!descent.Finished(whole))
        {
            whole = descent.Advance(whole, Limited(whole.Point));
            resumed = descent.Advance(resumed, Limited(resumed.Point));
            // Every step goes through text, as the journal of a run does.
            resumed = JsonSerializer.Deserialize<GradientDescentState>(JsonSerializer.Serialize(resumed))
                ?? throw new JsonException("no state");
        }

        Assert.Equal(whole.Point, resumed.Point);
        Assert.Equal(whole.FirstMoment, resumed.FirstMoment);
        Assert.Equal(whole.SecondMoment, resumed.SecondMoment);
        Assert.Equal(whole.Multipliers, resumed.Multipliers);
        Assert.Equal(whole.Result(), resumed.Result());
    }

    [Fact]
    public void Advance_State_IsNotChangedInPlace()
    {
        var descent = new GradientDescent(Options);
        double[] start = [-0.5, 0.1];
        GradientDescentState before = descent.Start(start);
        _ = descent.Advance(before, Rosenbrock(before.Point));

        Assert.Equal([-0.5, 0.1], before.Point);
        Assert.Equal(0, before.Step);
        start[0] = 9;
        Assert.Equal(-0.5, before.Point[0]);
    }

    private static FunctionEvaluation Limited(double[] u) => Rosenbrock(u) with
    {
        Constraints = [u.Sum() - 1],
        Jacobian = [[1, 1, 1]],
    };

    private static FunctionEvaluation Rosenbrock(double[] x)
    {
        double value = 0;
        var gradient = new double[x.Length];
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double bend = x[i + 1] - (x[i] * x[i]);
            value += (bend * bend) + ((1 - x[i]) * (1 - x[i]));
            gradient[i] += (-4 * x[i] * bend) - (2 * (1 - x[i]));
            gradient[i + 1] += 2 * bend;
        }

        return new FunctionEvaluation { Value = value, Gradient = gradient };
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
