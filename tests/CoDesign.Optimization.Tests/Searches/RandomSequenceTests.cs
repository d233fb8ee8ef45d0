using CoDesign.Optimization.Searches;
using Xunit;

namespace CoDesign.Optimization.Tests.Searches;

public sealed class RandomSequenceTests
{
    private const int Count = 20_000;

    [Fact]
    public void Point_ManyDraws_AreUniformAndUncorrelated()
    {
        var sequence = new RandomSequence(3, 11);
        double[][] points = [.. Enumerable.Range(0, Count).Select(i => sequence.Point(i))];
        for (int d = 0; d < 3; d++)
        {
            int next = (d + 1) % 3;
            // Mean 1/2 with variance 1/12; E[x^2] = 1/3 with variance 4/45; covariance 0 with variance 1/144. Five
            // sigma.
            Within(points.Average(p => p[d]), 0.5, Math.Sqrt(1 / 12.0));
            Within(points.Average(p => p[d] * p[d]), 1 / 3.0, Math.Sqrt(4 / 45.0));
            Within(points.Average(p => (p[d] - 0.5) * (p[next] - 0.5)), 0, 1 / 12.0);
            Within(points.Zip(points.Skip(1)).Average(p => (p.First[d] - 0.5) * (p.Second[d] - 0.5)), 0, 1 / 12.0);
        }
    }

    [Fact]
    public void Point_SameSeedAndIndex_RepeatsWhateverWasDrawnBefore()
    {
        var sequence = new RandomSequence(4, 3);
        double[] late = sequence.Point(1000);
        Assert.Equal(late, new RandomSequence(4, 3).Point(1000));
        Assert.NotEqual(late, new RandomSequence(4, 4).Point(1000));
        Assert.NotEqual(late, sequence.Point(1001));
        Assert.Equal(4, sequence.Dimensions);
    }

    private static void Within(double value, double expected, double sigma) =>
        Assert.InRange(value, expected - (5 * sigma / Math.Sqrt(Count)), expected + (5 * sigma / Math.Sqrt(Count)));
}
