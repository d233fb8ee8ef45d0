using CoDesign.Optimization.Bayesian.Models;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Optimization.Tests.Bayesian.Models;

public sealed class LogPosteriorTests
{
    [Theory]
    [InlineData(11, false, false)]
    [InlineData(12, false, true)]
    [InlineData(7, true, false)]
    [InlineData(8, true, true)]
    public void Evaluate_MixedVariables_MatchesAutograd(int count, bool gradients, bool knownNoise)
    {
        using DisposeScope scope = NewDisposeScope();
        ModelRows rows = ModelRows.Of(ModelSamples.MixedData(count, gradients, knownNoise));
        var posterior = new LogPosterior(rows);
        double[] logs = [-0.5, 0.3, -0.2, 0.4, 0.3, -2, -1.5];
        logs = logs[..posterior.Count];
        var gradient = new double[logs.Length];

        double value = posterior.Evaluate(logs, gradient);

        var reference = new ReferenceProcess(rows, logs);
        Tensor expected = reference.NegativeLogPosterior();
        Assert.Equal(expected.item<double>(), value, 1e-8 * Math.Abs(value));
        double[] slopes = autograd.grad([expected], [reference.Logs])[0].data<double>().ToArray();
        Assert.Equal(slopes, gradient, (a, b) => Math.Abs(a - b) < 1e-7 * (1 + Math.Abs(a)));
    }

    [Fact]
    public void Evaluate_RepeatedExactPoints_IsFinite()
    {
        double[] point = [0, 1, 2, 1];
        ModelRows rows = ModelRows.Of(new ModelData
        {
            Space = ModelSamples.Mixed,
            Points = [point, point, point, [1, 1, 2, 1]],
            Values = [1, 1, 1, 2],
            Variances = new double[4],
        });
        var posterior = new LogPosterior(rows);
        var gradient = new double[posterior.Count];

        double value = posterior.Evaluate(new double[posterior.Count], gradient);

        Assert.True(double.IsFinite(value));
        Assert.All(gradient, g => Assert.True(double.IsFinite(g)));
    }
}
