using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;
using Xunit;

namespace CoDesign.Optimization.Tests.Pareto;

public sealed class DominanceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void NonDominated_RandomPoints_IsTheObviousLoop(int objectives)
    {
        var sequence = new RandomSequence(objectives, 2);
        double[][] points = [.. Enumerable.Range(0, 60).Select(
            i => sequence.Point(i).Select(v => Math.Round(v, 1)).ToArray())];
        int[] expected = [.. Enumerable.Range(0, 60).Where(i => !Enumerable.Range(0, 60).Any(j =>
            Dominance.Dominates(points[j], points[i]) || (j < i && points[j].SequenceEqual(points[i]))))];
        Assert.Equal(expected, Dominance.NonDominated(points));
    }

    [Fact]
    public void Ranks_FeasibleInfeasibleFailed_ComeInThisOrder()
    {
        Observation[] trials =
        [
            new() { Point = [0], Failure = "lost" },
            new() { Point = [0], Objectives = [0, 0], Constraints = [2, -1] },
            new() { Point = [0], Objectives = [5, 5], Constraints = [0.5, -1] },
            new() { Point = [0], Objectives = [2, 2], Constraints = [-1, -1] },
            new() { Point = [0], Objectives = [1, 2], Constraints = [-1, 0] },
            new() { Point = [0], Objectives = [2, 1], Constraints = [-1, 0] },
        ];
        Assert.Equal([4, 3, 2, 1, 0, 0], Dominance.Ranks(trials));
        Assert.Equal([4, 5], Dominance.Front(trials));
    }

    [Fact]
    public void FrontUncertainty_TwoNoisyPoints_HasTheProbabilitiesOfTheirDifference()
    {
        // b is dominated by a when both differences (0.1 +- 0.1 sqrt 2) are positive: Phi(0.7071)^2 = 0.5780.
        var front = FrontUncertainty.Of([[1, 1], [1.1, 1.1]], [[0.1, 0.1], [0.1, 0.1]], [2, 2], 20_000, 3);
        Assert.InRange(front.OnFront[1], 0.4220 - (5 * 0.0035), 0.4220 + (5 * 0.0035));
        var exact = FrontUncertainty.Of([[1, 1], [1.1, 1.1]], [[0, 0], [0, 0]], [2, 2], 10, 3);
        Assert.Equal([1, 0], exact.OnFront.Select(p => Math.Round(p, 12)));
        Assert.Equal((1, 0), (Math.Round(exact.Hypervolume, 12), Math.Round(exact.HypervolumeError, 12)));
    }
}
