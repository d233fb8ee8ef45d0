using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian;

/// <summary>What the searches reach on problems with known optima: medians over twenty seeds, as groups that compare
/// optimisers quote them.</summary>
[Trait("Speed", "Slow")]
public sealed class SearchQualityTests
{
    private const int Seeds = 20;

    [Theory]
    [InlineData("branin", 30, 1e-3)]
    [InlineData("hartmann6", 60, 0.05)]
    [InlineData("hartmann6", 100, 0.01)]
    [InlineData("ackley5", 100, 1)]
    [InlineData("noisy-hartmann6", 100, 0.15)]
    [InlineData("branin-currin", 80, 1)]
    [InlineData("dtlz2-m2-d6", 100, 0.424602 - 0.38)]
    [InlineData("c2-dtlz2-d6", 100, 0.399641 - 0.36)]
    public void Bayesian_MedianGap_IsSmall(string name, int evaluations, double most) =>
        Assert.InRange(Median([.. Gaps(name, [evaluations], Seeds).Select(g => g[0])]), -1e-9, most);

    // Every evaluation tells eleven numbers instead of one, so that a third of them is a modest demand.
    [Fact]
    public void Bayesian_WithGradients_NeedsAThirdOfTheEvaluations()
    {
        const int Without = 120, Runs = 5;
        double[] with = [.. Gaps("rosenbrock-gradient-d10", [Without / 3], Runs).Select(g => g[0])];
        double[] without = [.. Gaps("rosenbrock-d10", [Without], Runs).Select(g => g[0])];

        Assert.True(Median(with) < Median(without), $"{Median(with)} with a third of {Without}, {Median(without)} without");
    }

    private static double[][] Gaps(string name, int[] budgets, int seeds)
    {
        TestProblem problem = TestProblems.Find(name) ?? throw new ArgumentException(name);
        return [.. Enumerable.Range(1, seeds).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(seed =>
            SearchMeasurement.Run(
                problem, SearchMethod.Bayesian, budgets, (ulong)seed, TimeProvider.System, CancellationToken.None).Gaps)];
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
