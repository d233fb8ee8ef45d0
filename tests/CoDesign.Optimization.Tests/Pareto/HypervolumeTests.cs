using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Searches;
using Xunit;

namespace CoDesign.Optimization.Tests.Pareto;

public sealed class HypervolumeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_FewPoints_IsInclusionAndExclusion(int objectives)
    {
        var sequence = new RandomSequence(objectives, 3);
        for (int n = 0; n < 20; n++)
        {
            double[][] points = [.. Enumerable.Range(0, n % 7).Select(i => sequence.Point((n * 10) + i))];
            double[] reference = [.. Enumerable.Repeat(0.9, objectives)];
            double expected = 0;
            for (int subset = 1; subset < 1 << points.Length; subset++)
            {
                double[][] chosen = [.. points.Where((_, i) => ((subset >> i) & 1) == 1)];
                double box = Enumerable.Range(0, objectives)
                    .Select(m => Math.Max(0, reference[m] - chosen.Max(p => p[m]))).Aggregate(1.0, (a, b) => a * b);
                expected += chosen.Length % 2 == 1 ? box : -box;
            }

            Assert.Equal(expected, Hypervolume.Of(points, reference), 1e-12);
        }
    }

    [Fact]
    public void Of_ManyPointsOnASphere_ComesCloseToItsVolume()
    {
        // Quarter disc: 1.21 - pi/4; between 200 even points the staircase lacks triangles, about 1/(2 n) of an arc.
        double[][] front = [.. Enumerable.Range(0, 201).Select(i => i * Math.PI / 400)
            .Select(t => new[] { Math.Cos(t), Math.Sin(t) })];
        Assert.InRange(1.21 - (Math.PI / 4) - Hypervolume.Of(front, [1.1, 1.1]), 0, 0.5 / 200);
    }

    [Fact]
    public void Of_DominatedAndDistantPoints_AddNothing()
    {
        double alone = Hypervolume.Of([[0.2, 0.3, 0.4]], [1, 1, 1]);
        Assert.Equal(0.8 * 0.7 * 0.6, alone, 1e-15);
        Assert.Equal(alone, Hypervolume.Of([[0.2, 0.3, 0.4], [0.2, 0.3, 0.4], [0.3, 0.3, 0.4], [0, 0, 1.5]], [1, 1, 1]), 1e-15);
        Assert.Equal(0, Hypervolume.Of([], [1, 1, 1]));
    }
}
