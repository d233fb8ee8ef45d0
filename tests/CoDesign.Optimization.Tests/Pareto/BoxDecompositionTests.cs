using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Searches;
using Xunit;

namespace CoDesign.Optimization.Tests.Pareto;

public sealed class BoxDecompositionTests
{
    [Theory]
    [InlineData(2, 15)]
    [InlineData(3, 12)]
    [InlineData(4, 10)]
    public void NonDominated_AnyPlace_IsInOneBoxOrDominated(int objectives, int count)
    {
        var sequence = new RandomSequence(objectives, 7);
        // Rounded, so that equal values occur.
        double[][] points = [.. Enumerable.Range(0, count).Select(
            i => sequence.Point(i).Select(v => Math.Round(v, 1)).ToArray())];
        double[] reference = [.. Enumerable.Repeat(1.05, objectives)];
        IReadOnlyList<ObjectiveBox> boxes = BoxDecomposition.NonDominated(points, reference);
        for (int i = 0; i < 2000; i++)
        {
            double[] place = [.. sequence.Point(1000 + i).Select(v => (1.25 * v) - 0.2)];
            int inside = boxes.Count(b => place.Zip(b.Lower, b.Upper).All(p => p.First >= p.Second && p.First < p.Third));
            bool open = place.All(v => v < 1.05) && !points.Any(p => p.Zip(place).All(v => v.First <= v.Second));
            Assert.Equal(open ? 1 : 0, inside);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void NonDominated_FrontOfFiftyPoints_NeedsFewBoxes(int objectives)
    {
        var sequence = new RandomSequence(objectives, 8);
        double[][] front = [.. Enumerable.Range(0, 50).Select(i => sequence.Point(i))
            .Select(p => p.Select(v => v / Math.Sqrt(p.Sum(w => w * w))).ToArray())];
        int boxes = BoxDecomposition.NonDominated(front, [.. Enumerable.Repeat(1.1, objectives)]).Count;
        Assert.Equal((50 * (objectives - 1)) + 1, boxes);
    }

    [Fact]
    public void NonDominated_NoPoints_IsAllBelowTheReference() => Assert.Equal(
        [double.NegativeInfinity, double.NegativeInfinity], BoxDecomposition.NonDominated([], [1, 2])[0].Lower);
}
