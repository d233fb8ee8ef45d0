using CoDesign.Optimization.Bayesian.Models;
using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian.Models;

public sealed class GradientObservationTests
{
    [Fact]
    public void At_RosenbrockWithGradients_IsAsGoodAsWithThriceTheValues()
    {
        // Errors of held-out values over their standard deviation; ten variables.
        double with = Error(60, true), without = Error(180, false);

        Assert.InRange(with, 0, without);
    }

    [Fact]
    public void Fit_WrongGradients_AreTakenAsNoisy()
    {
        double[][] points = ModelSamples.Points(ModelSamples.Cube(2), 30, 2);
        double[][] gradients = [.. points.Select(p => new[] { 4 * Math.Cos(4 * p[0]), 2 * p[1] })];
        double[][] turned = [.. gradients.Select((g, i) => new[] { g[1 - (i % 2)], -g[i % 2] })];
        var data = new ModelData
        {
            Space = ModelSamples.Cube(2),
            Points = points,
            Values = [.. points.Select(p => Math.Sin(4 * p[0]) + (p[1] * p[1]))],
            Variances = new double[30],
            Gradients = gradients,
        };

        double right = GaussianProcess.Fit(data, new ModelOptions()).Hyperparameters.GradientNoise;
        var model = GaussianProcess.Fit(data with { Gradients = turned }, new ModelOptions());

        // The values fix the function, so that the model knows the errors. The prior variance of a slope is 5 s^2/(3 l^2)
        // (Matern-5/2), and the noise is relative to that.
        (double[] lengths, double signal) = (model.Hyperparameters.LengthScales, model.Hyperparameters.SignalDeviation);
        double expected = Math.Sqrt(gradients.Zip(turned).Average(g => Enumerable.Range(0, 2).Average(
            k => 0.6 * Math.Pow((g.Second[k] - g.First[k]) * lengths[k] / signal, 2))));
        Assert.InRange(right, 0, 0.01);
        Assert.Equal(expected, model.Hyperparameters.GradientNoise, 0.05 * expected);
        Assert.All(points, (p, i) => Assert.Equal(data.Values[i], model.At(p).Mean, 1e-3));
    }

    private static double Error(int count, bool gradients)
    {
        TestProblem problem = TestProblems.Find("rosenbrock-gradient10")!;
        var sobol = new SobolSequence(10, 1);
        double[][] points = [.. Enumerable.Range(0, count).Select(i => problem.Space.Sample(sobol.Point(i)))];
        var model = GaussianProcess.Fit(
            new ModelData
            {
                Space = problem.Space,
                Points = points,
                Values = [.. points.Select(p => problem.Objectives(p)[0])],
                Variances = new double[count],
                Gradients = gradients ? [.. points.Select(p => problem.Gradient!(p))] : null,
            },
            new ModelOptions());
        var random = new RandomSequence(10, 7);
        double[][] held = [.. Enumerable.Range(0, 200).Select(i => problem.Space.Sample(random.Point(i)))];
        double[] values = [.. held.Select(p => problem.Objectives(p)[0])];
        double mean = values.Average();
        return Math.Sqrt(
            held.Select((p, i) => Math.Pow(model.At(problem.Space.ToUnit(p)).Mean - values[i], 2)).Sum()
            / values.Sum(v => (v - mean) * (v - mean)));
    }
}
