using CoDesign.Optimization.Bayesian.Models;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian.Models;

public sealed class LeftOutTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void On_Data_SpreadsByValuesPredictedFromTheOthers(bool gradients)
    {
        ModelData data = ModelSamples.MixedData(9, gradients, true);
        ModelRows rows = ModelRows.Of(data);
        var parameters = new KernelParameters([0.7, 0.9, 1.1, 1.5], 1.3, 0, 1e-4);
        double sum = 2;
        for (int left = 0; left < 9; left++)
        {
            int[] kept = [.. Enumerable.Range(0, 9).Where(i => i != left)];
            var without = ConditionedProcess.On(
                ModelRows.Of(
                    data with
                    {
                        Points = [.. kept.Select(i => data.Points[i])],
                        Values = [.. kept.Select(i => data.Values[i])],
                        Variances = [.. kept.Select(i => data.Variances![i])],
                        Gradients = gradients ? [.. kept.Select(i => data.Gradients![i])] : null,
                    },
                    rows),
                parameters);
            (double mean, double variance) = without.At(data.Space.ToUnit(data.Points[left]), [], []);
            double jitter = KernelParameters.Jitter * parameters.Variance * rows.Scale * rows.Scale;
            double error = data.Values[left] - mean;
            sum += error * error / ((variance / without.Spread) + data.Variances![left] + jitter);
        }

        double spread = ConditionedProcess.On(rows, parameters).Spread;

        Assert.Equal(sum / 11 * (1 + (5.0 / rows.Rows)), spread, 1e-8 * spread);
    }
}
