using CoDesign.Physics.Statistics;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Statistics;

public sealed class NeymanAllocationTests
{
    // s = (1, 2), c = (1, 4), C = 10: sum s sqrt(c) = 5, n = (2, 2), variance 1/2 + 4/2 = 25/10.
    [Fact]
    public void Allocate_HandCase_IsClosedForm()
    {
        Assert.Equal([2.0, 2.0], NeymanAllocation.Allocate([1, 2], [1, 4], 10));
        Assert.Equal(2.5, NeymanAllocation.MinimumVariance([1, 2], [1, 4], 10), 12);
    }

    [Fact]
    public void Allocate_AnyInput_SpendsTheBudgetAndBeatsAnyOther() =>
        Gen.Select(
            Gen.Select(LogUniform(0.1, 10), LogUniform(0.1, 10), LogUniform(0.5, 2)).Array[1, 7],
            LogUniform(1, 1000)).Check(200, (parts, budget) =>
        {
            double[] sigmas = [.. parts.Select(p => p.Item1)], costs = [.. parts.Select(p => p.Item2)];
            var best = NeymanAllocation.Allocate(sigmas, costs, budget);
            Assert.Equal(1, Cost(best, costs) / budget, 12);
            var minimum = NeymanAllocation.MinimumVariance(sigmas, costs, budget);
            Assert.Equal(1, Variance(best, sigmas) / minimum, 12);

            var other = best.Zip(parts, (b, p) => b * p.Item3).ToArray();
            var scale = budget / Cost(other, costs);
            Assert.True(Variance([.. other.Select(o => o * scale)], sigmas) >= minimum * (1 - 1e-12));
        });

    [Fact]
    public void Allocate_LengthsDiffer_Throws() =>
        Assert.Throws<ArgumentException>(() => NeymanAllocation.Allocate([1, 2], [1], 1));

    [Fact]
    public void Allocate_AllSigmasZero_Throws() =>
        Assert.Throws<ArgumentException>(() => NeymanAllocation.Allocate([0, 0], [1, 1], 1));

    private static double Cost(double[] numbers, double[] costs) => numbers.Zip(costs, (n, c) => n * c).Sum();

    private static double Variance(double[] numbers, double[] sigmas) => numbers.Zip(sigmas, (n, s) => s * s / n).Sum();
}
