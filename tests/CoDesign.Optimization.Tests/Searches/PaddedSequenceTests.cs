using CoDesign.Optimization.Searches;
using Xunit;

namespace CoDesign.Optimization.Tests.Searches;

public sealed class PaddedSequenceTests
{
    [Fact]
    public void Point_FewDimensions_IsSobol() => Assert.Equal(
        new SobolSequence(5, 7).Point(11), new PaddedSequence(5, 7).Point(11));

    [Fact]
    public void Point_ManyDimensions_CoversTheCubeInEach()
    {
        const int Dimensions = 100, Points = 1024;
        var sequence = new PaddedSequence(Dimensions, 3);
        double[][] points = [.. Enumerable.Range(0, Points).Select(i => sequence.Point(i))];
        Assert.All(Enumerable.Range(0, Dimensions), d =>
        {
            // The mean of independent uniform numbers has the error 1/sqrt(12 n); Sobol points a smaller one.
            double mean = points.Average(p => p[d]);
            Assert.InRange(mean, 0.5 - (5 / Math.Sqrt(12.0 * Points)), 0.5 + (5 / Math.Sqrt(12.0 * Points)));
            Assert.All(points, p => Assert.InRange(p[d], 0, 1));
        });
    }
}
