using CoDesign.Optimization.Bayesian.Models;
using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian.Models;

public sealed class CoverageTests
{
    private const int Designs = 10, HeldOut = 200;
    private const double Quantile95 = 1.6448536269514722;

    [Fact]
    [Trait("Speed", "Slow")]
    public void At_HeldOutValuesOfTestProblems_AreInTheir90PercentIntervals()
    {
        var means = new List<double>();
        foreach (string name in new[] { "branin", "hartmann6", "noisy-hartmann6", "ackley5", "branin-currin", "c2-dtlz2" })
        {
            TestProblem problem = TestProblems.Find(name)!;
            for (int objective = 0; objective < problem.ObjectiveCount; objective++)
            {
                double[] shares = [.. Enumerable.Range(1, Designs).Select(seed => Share(problem, objective, (ulong)seed))];
                double mean = shares.Average();
                double error = Math.Sqrt(shares.Sum(s => (s - mean) * (s - mean)) / (Designs * (Designs - 1)));
                means.Add(mean);
                Assert.True(
                    mean + (3 * error) >= 0.85 && mean - (3 * error) <= 0.95, $"{name} {objective}: {mean:0.000} +- {error:0.000}");
            }
        }

        Assert.InRange(means.Average(), 0.85, 0.95);
    }

    // Ten values per variable; of a noisy function values with noise are held out.
    private static double Share(TestProblem problem, int objective, ulong seed)
    {
        int d = problem.Space.Dimensions;
        var sobol = new SobolSequence(d, seed);
        Observation[] told = [.. Enumerable.Range(0, 10 * d)
            .Select(i => problem.Evaluate(problem.Space.Sample(sobol.Point(i)), seed, (ulong)i))];
        var model = GaussianProcess.Fit(
            new ModelData
            {
                Space = problem.Space,
                Points = [.. told.Select(o => o.Point)],
                Values = [.. told.Select(o => o.Objectives[objective])],
                Variances = [.. told.Select(o => o.Errors![objective] * o.Errors[objective])],
            },
            new ModelOptions());
        var random = new RandomSequence(d, seed + 1000);
        int inside = 0;
        for (int i = 0; i < HeldOut; i++)
        {
            Observation o = problem.Evaluate(problem.Space.Sample(random.Point(i)), seed + 1000, (ulong)i);
            (double mean, double variance) = model.At(problem.Space.ToUnit(o.Point));
            double width = Quantile95 * Math.Sqrt(variance + (o.Errors![objective] * o.Errors[objective]));
            inside += Math.Abs(o.Objectives[objective] - mean) <= width ? 1 : 0;
        }

        return inside / (double)HeldOut;
    }
}
