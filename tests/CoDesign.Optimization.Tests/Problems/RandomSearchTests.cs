using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;
using Xunit;

namespace CoDesign.Optimization.Tests.Problems;

/// <summary>Medians of random search over 200 repeats that were computed with another program.</summary>
public sealed class RandomSearchTests
{
    private const int Repeats = 400, StatedRepeats = 200;

    [Theory]
    [InlineData("branin", 1.77, 0.85, 0.33, 0.17)]
    [InlineData("hartmann6", 2.11, 1.67, 1.33, 1.06)]
    [InlineData("ackley5", 19.3, 18.2, 17.6, 16.6)]
    [InlineData("dtlz2", 0.076, 0.118, 0.160, 0.195)]
    public void RandomPoints_BestOf20To200_HaveTheStatedMedian(string name, params double[] medians)
    {
        TestProblem problem = TestProblems.Find(name) ?? throw new ArgumentException(name);
        int[] budgets = [20, 50, 100, 200];
        double[][] reached = [.. Enumerable.Range(0, Repeats).Select(r => Reached(problem, (ulong)r, budgets))];
        for (int b = 0; b < budgets.Length; b++)
        {
            // The share of repeats below the stated median is 1/2 with the errors of both samples; five sigma.
            double share = reached.Average(r => r[b] < medians[b] ? 1.0 : 0);
            double error = 0.5 * Math.Sqrt((1.0 / Repeats) + (1.0 / StatedRepeats));
            Assert.InRange(share, 0.5 - (5 * error), 0.5 + (5 * error));
        }
    }

    private static double[] Reached(TestProblem problem, ulong seed, int[] budgets)
    {
        var sequence = new RandomSequence(problem.Space.Dimensions, seed);
        double[][] seen = [.. Enumerable.Range(0, budgets[^1]).Select(
            i => problem.Objectives(problem.Space.Sample(sequence.Point(i))))];
        return [.. budgets.Select(n => problem.ObjectiveCount == 1
            ? seen.Take(n).Min(y => y[0]) - problem.Optimum : Area(seen.Take(n), 1.1))];
    }

    // Area dominated within (reference, reference): a staircase over the points in the order of the first objective.
    private static double Area(IEnumerable<double[]> points, double reference)
    {
        double area = 0, lowest = reference;
        foreach (double[] p in points.Where(p => p[0] < reference).OrderBy(p => p[0]))
        {
            if (p[1] < lowest)
            {
                area += (reference - p[0]) * (lowest - p[1]);
                lowest = p[1];
            }
        }

        return area;
    }
}
