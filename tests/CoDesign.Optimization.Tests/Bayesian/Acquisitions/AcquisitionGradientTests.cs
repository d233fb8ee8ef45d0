using CoDesign.Optimization.Bayesian.Acquisitions;
using CoDesign.Optimization.Bayesian.Models;
using CoDesign.Optimization.Spaces;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian.Acquisitions;

public sealed class AcquisitionGradientTests
{
    private static readonly SearchSpace Square = new(
    [
        new() { Name = "x", Kind = VariableKind.Continuous, Minimum = 0, Maximum = 1 },
        new() { Name = "y", Kind = VariableKind.Continuous, Minimum = 0, Maximum = 1 },
    ]);

    private static readonly double[][] Points =
        [[0.1, 0.2], [0.8, 0.3], [0.4, 0.9], [0.6, 0.6], [0.2, 0.7], [0.9, 0.8], [0.5, 0.1]];

    [Fact]
    public void At_ImprovementFarBelowTheIncumbent_HasTheGradientOfDifferences()
    {
        GaussianProcess model = Model(p => Math.Sin(5 * p[0]) + p[1]);

        // From improvement that is certain to a probability of about exp(-1e5).
        foreach (double best in new[] { 3.0, 0.3, -1, -10, -200 })
        {
            AssertGradient(new LogExpectedImprovement(model, best));
        }
    }

    [Fact]
    public void At_BoundsAndFeasibility_HaveTheGradientOfDifferences()
    {
        GaussianProcess model = Model(p => Math.Sin(5 * p[0]) + p[1]), constraint = Model(p => p[0] - (2 * p[1]));
        AssertGradient(new ConfidenceBound(model, 2));
        AssertGradient(new ConfidenceBound(model, 0));
        AssertGradient(new Feasibility(null, [constraint]));
        AssertGradient(new Feasibility(new LogExpectedImprovement(model, 0.2), [constraint, model]));
        AssertGradient(new Feasibility(new LogExpectedImprovement(model, 0.2), [], Model(p => 0.4 + p[0])));
        AssertGradient(new NoisyExpectedImprovement(model, Points, 3));
    }

    [Fact]
    public void At_ObservedPoint_ImprovesLessThanBetweenPoints()
    {
        GaussianProcess model = Model(p => p[0] + p[1]);
        var improvement = new LogExpectedImprovement(model, 0.3);
        Assert.True(improvement.At([0.9, 0.8], []) < improvement.At([0.05, 0.05], []));
    }

    private static GaussianProcess Model(Func<double[], double> function) => GaussianProcess.Fit(
        new ModelData { Space = Square, Points = Points, Values = [.. Points.Select(function)] },
        new ModelOptions { Samples = 1 });

    private static void AssertGradient(IAcquisition acquisition)
    {
        double[] point = [0.37, 0.44];
        var gradient = new double[2];
        double value = acquisition.At(point, gradient);
        Assert.Equal(acquisition.At(point, []), value, 1e-9 * Math.Max(1, Math.Abs(value)));
        for (int i = 0; i < 2; i++)
        {
            // Fourth-order differences; their error is that of rounding in the value over the step.
            const double Step = 1e-3;
            double At(double offset)
            {
                double[] moved = [.. point];
                moved[i] += offset;
                return acquisition.At(moved, []);
            }

            double difference = ((8 * (At(Step) - At(-Step))) - At(2 * Step) + At(-2 * Step)) / (12 * Step);
            Assert.Equal(difference, gradient[i], 1e-5 * Math.Max(1, Math.Abs(difference)));
        }
    }
}
