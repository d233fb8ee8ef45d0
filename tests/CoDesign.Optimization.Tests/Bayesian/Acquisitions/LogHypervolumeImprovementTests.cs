using CoDesign.Optimization.Bayesian.Acquisitions;
using CoDesign.Optimization.Bayesian.Models;
using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Spaces;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian.Acquisitions;

public sealed class LogHypervolumeImprovementTests
{
    private const int Draws = 20_000;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void At_AnyPlace_IsTheMeanImprovementOfDraws(int objectives)
    {
        (GaussianProcess[] models, double[][] values, double[] reference) = Example(objectives);
        var acquisition = new LogHypervolumeImprovement(models, BoxDecomposition.NonDominated(values, reference));
        double before = Hypervolume.Of(values, reference);
        var places = new RandomSequence(objectives + 2, 44);
        for (int k = 0; k < 3; k++)
        {
            double[] unit = places.Point(k);
            (double Mean, double Variance)[] at = [.. models.Select(m => m.At(unit))];
            var random = new RandomSequence(2 * objectives, (ulong)k);
            double sum = 0, squares = 0;
            for (int i = 0; i < Draws; i++)
            {
                double[] u = random.Point(i);
                double[] y = [.. at.Select((a, m) => a.Mean + (Math.Sqrt(a.Variance)
                    * Math.Sqrt(-2 * Math.Log(1 - u[2 * m])) * Math.Cos(2 * Math.PI * u[(2 * m) + 1])))];
                double gain = Hypervolume.Of([.. values, y], reference) - before;
                sum += gain;
                squares += gain * gain;
            }

            double mean = sum / Draws, error = Math.Sqrt(((squares / Draws) - (mean * mean)) / Draws);
            Assert.InRange(Math.Exp(acquisition.At(unit, [])), mean - (5 * error), mean + (5 * error));
        }
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    [InlineData(2, -30)]
    [InlineData(3, -300)]
    public void At_Gradient_IsTheDifferenceQuotient(int objectives, double shift)
    {
        (GaussianProcess[] models, double[][] values, double[] reference) = Example(objectives);
        // A front far below all that the models expect: the improvement underflows, its logarithm does not.
        double[][] front = shift < 0 ? [.. values.Select(v => v.Select(y => y + shift).ToArray())] : values;
        double[] corner = shift < 0 ? [.. reference.Select(r => r + shift)] : reference;
        var acquisition = new LogHypervolumeImprovement(models, BoxDecomposition.NonDominated(front, corner));
        double[] unit = new RandomSequence(objectives + 2, 5).Point(0);
        var gradient = new double[unit.Length];
        double value = acquisition.At(unit, gradient);
        Assert.True(double.IsFinite(value) && (shift > 0 || value < -100));
        Assert.Equal(value, acquisition.At(unit, []), 1e-12 * Math.Abs(value));
        double norm = Math.Sqrt(gradient.Sum(g => g * g));
        for (int i = 0; i < unit.Length; i++)
        {
            double step = Math.Cbrt(2.2e-16);
            double[] up = [.. unit], down = [.. unit];
            (up[i], down[i]) = (unit[i] + step, unit[i] - step);
            // The logarithm of -1e5 keeps 1e-16 of itself: the quotient keeps 1e-16 |value| / step.
            double lost = 1e-14 * Math.Abs(value) / step;
            Assert.Equal((acquisition.At(up, []) - acquisition.At(down, [])) / (2 * step), gradient[i], (1e-5 * norm) + lost);
        }
    }

    [Fact]
    public void At_OneObjective_IsLogExpectedImprovement()
    {
        (GaussianProcess[] models, double[][] values, _) = Example(2);
        double best = values.Min(v => v[0]);
        var boxes = new ObjectiveBox[] { new([double.NegativeInfinity], [best]) };
        var improvement = new LogHypervolumeImprovement([models[0]], boxes);
        var expected = new LogExpectedImprovement(models[0], best);
        double[] unit = [0.3, 0.6, 0.1, 0.7];
        Assert.Equal(expected.At(unit, []), improvement.At(unit, []), 1e-10);
    }

    // DTLZ2 with models of 20 random points.
    private static (GaussianProcess[] Models, double[][] Values, double[] Reference) Example(int objectives)
    {
        TestProblem problem = TestProblems.Find($"dtlz2-m{objectives}-d{objectives + 2}") ?? throw new ArgumentException("");
        var sequence = new RandomSequence(objectives + 2, 1);
        double[][] points = [.. Enumerable.Range(0, 20).Select(i => sequence.Point(i))];
        double[][] values = [.. points.Select(problem.Objectives)];
        SearchSpace space = problem.Space;
        return ([.. Enumerable.Range(0, objectives).Select(m => GaussianProcess.Fit(
            new ModelData { Space = space, Points = points, Values = [.. values.Select(v => v[m])], Variances = new double[20] },
            new ModelOptions()))], values, [.. Enumerable.Repeat(1.5, objectives)]);
    }
}
