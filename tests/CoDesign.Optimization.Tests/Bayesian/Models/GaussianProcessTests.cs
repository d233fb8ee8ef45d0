using CoDesign.Optimization.Bayesian.Models;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Optimization.Tests.Bayesian.Models;

public sealed class GaussianProcessTests
{
    private static readonly ModelOptions Options = new(), Single = new() { Samples = 1 };

    [Theory]
    [InlineData(13, false, false)]
    [InlineData(13, false, true)]
    [InlineData(9, true, false)]
    [InlineData(9, true, true)]
    public void At_MixedVariables_MatchesAutograd(int count, bool gradients, bool knownNoise)
    {
        using DisposeScope scope = NewDisposeScope();
        ModelData data = ModelSamples.MixedData(count, gradients, knownNoise);
        var model = GaussianProcess.Fit(data, Single);
        var reference = new ReferenceProcess(ModelRows.Of(data), Logs(model, gradients, knownNoise));
        double[] meanGradient = new double[4], varianceGradient = new double[4];
        foreach (double[] point in ModelSamples.Points(ModelSamples.Mixed, 5, 77))
        {
            double[] unit = ModelSamples.Mixed.ToUnit(point);

            (double mean, double variance) = model.At(unit, meanGradient, varianceGradient);

            Tensor u = tensor(unit, dtype: ScalarType.Float64).requires_grad_(true);
            (Tensor m, Tensor exact) = reference.At(u);
            Tensor v = model.Members[0].Spread * exact;
            double scale = model.Hyperparameters.SignalDeviation;
            Assert.Equal(m.item<double>(), mean, 1e-6 * scale);
            Assert.Equal(v.item<double>(), variance, 1e-7 * scale * scale);
            AssertClose(autograd.grad([m], [u], retain_graph: true)[0], meanGradient, 1e-6 * scale);
            AssertClose(autograd.grad([v], [u])[0], varianceGradient, 1e-6 * scale * scale);
            Assert.Equal((mean, variance), model.At(unit));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Joint_SeveralPoints_MatchesSinglePredictionsAndIsDefinite(bool gradients)
    {
        var model = GaussianProcess.Fit(ModelSamples.MixedData(14, gradients, true), Single);
        double[][] units = [.. ModelSamples.Points(ModelSamples.Mixed, 7, 3).Select(p => ModelSamples.Mixed.ToUnit(p))];

        (double[] means, double[,] covariance) = model.Joint(units);

        for (int i = 0; i < units.Length; i++)
        {
            (double mean, double variance) = model.At(units[i]);
            Assert.Equal(mean, means[i], 1e-9);
            Assert.Equal(variance, covariance[i, i], 1e-9 * (1 + variance));
            for (int j = 0; j < i; j++)
            {
                // Conditioning on one value tells the covariance: the change of the mean per surprise.
                Assert.Equal(covariance[i, j], covariance[j, i]);
                Assert.True(Math.Abs(covariance[i, j]) <= Math.Sqrt(covariance[i, i] * covariance[j, j]) + 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void With_OneMoreValue_ShiftsMeansByTheCovariance(bool gradients)
    {
        var model = GaussianProcess.Fit(ModelSamples.MixedData(14, gradients, true), Single);
        double[][] units = [.. ModelSamples.Points(ModelSamples.Mixed, 2, 9).Select(p => ModelSamples.Mixed.ToUnit(p))];
        (double[] means, double[,] c) = model.Joint(units);

        GaussianProcess more = model.With(units[0], means[0] + 0.7);
        (double mean, double variance) = more.At(units[1]);

        // The noise of the new value is the mean of those known: (0 + 0.01 + 0.02) / 3 up to the uneven count.
        double noise = model.Members[0].Spread * Enumerable.Range(0, 14).Average(i => 0.01 * (i % 3));
        Assert.Equal(means[1] + (c[0, 1] / (c[0, 0] + noise) * 0.7), mean, 1e-6);
        Assert.Equal(c[1, 1] - (c[0, 1] * c[0, 1] / (c[0, 0] + noise)), variance, 1e-6);
        // p(y, y') = p(y) p(y'|y), the last normal with the variances of the prediction, the noise and the jitter.
        double signal = model.Hyperparameters.SignalDeviation;
        double predicted = ((c[0, 0] + noise) / model.Members[0].Spread) + (KernelParameters.Jitter * signal * signal);
        Assert.Equal(
            model.LogLikelihood - (0.5 * ((0.7 * 0.7 / predicted) + Math.Log(2 * Math.PI * predicted))),
            more.LogLikelihood, 1e-6);
    }

    [Fact]
    public void Fit_ExactValues_AreInterpolated()
    {
        ModelData data = ModelSamples.MixedData(40, false, true) with { Variances = new double[40] };
        var model = GaussianProcess.Fit(data, Options);

        for (int i = 0; i < 40; i++)
        {
            (double mean, double variance) = model.At(ModelSamples.Mixed.ToUnit(data.Points[i]));
            Assert.Equal(data.Values[i], mean, 1e-4);
            Assert.InRange(variance, 0, 1e-5);
        }
    }

    [Fact]
    public void Fit_RepeatedNoisyValues_FindTheNoise()
    {
        // 12 points with 5 values each; the noise has a standard deviation of 0.3.
        var rng = new System.Random(4);
        double[][] points = [.. ModelSamples.Points(ModelSamples.Cube(1), 12, 1).SelectMany(p => Enumerable.Repeat(p, 5))];
        var data = new ModelData
        {
            Space = ModelSamples.Cube(1),
            Points = points,
            Values = [.. points.Select(p => Math.Sin(5 * p[0]) + (0.3 * Normal(rng)))],
        };

        double noise = GaussianProcess.Fit(data, Options).Hyperparameters.NoiseDeviation;

        // 48 degrees of freedom within the points: standard error 0.3 / sqrt(96).
        Assert.Equal(0.3, noise, 5 * 0.3 / Math.Sqrt(96));
    }

    [Fact]
    public void Fit_OneOrEqualOrNearlyEqualValues_PredictsFiniteNumbers()
    {
        double[][] points = ModelSamples.Points(ModelSamples.Cube(2), 6, 1);
        double[][] near = [.. points, .. points.Select(p => p.Select(x => x + 1e-12).ToArray())];
        foreach ((double[][] p, double[] y) in new (double[][], double[])[]
        {
            (points[..1], [3]), (points, [2, 2, 2, 2, 2, 2]), (points, new double[6]),
            (near, [.. Enumerable.Range(0, 12).Select(i => 1e9 + (i * 1e-3))]),
        })
        {
            foreach (double[]? variances in new[] { null, new double[y.Length] })
            {
                var model = GaussianProcess.Fit(
                    new ModelData { Space = ModelSamples.Cube(2), Points = p, Values = y, Variances = variances }, Options);
                (double mean, double variance) = model.At([0.3, 0.4]);
                Assert.True(double.IsFinite(mean) && double.IsFinite(variance) && variance > 0);
                Assert.True(double.IsFinite(model.LogLikelihood));
            }
        }
    }

    [Fact]
    public void Fit_SameDataTwice_GivesTheSameBits()
    {
        ModelData data = ModelSamples.MixedData(25, true, false);
        double[] unit = [0.2, 0.7, 0.5, 1];

        Assert.Equal(
            GaussianProcess.Fit(data, Options).At(unit),
            GaussianProcess.Fit(data, Options).At(unit));
    }

    [Fact]
    public async Task At_AskedFromSeveralThreads_GivesTheSameBits()
    {
        var model = GaussianProcess.Fit(ModelSamples.MixedData(25, true, false), Options);
        double[][] units = [.. ModelSamples.Points(ModelSamples.Mixed, 50, 8).Select(p => ModelSamples.Mixed.ToUnit(p))];
        (double, double)[] Ask() => [.. Enumerable.Repeat(units, 20).SelectMany(u => u).Select(u => model.At(u))];
        (double, double)[] alone = Ask();

        (double, double)[][] together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Ask)));

        Assert.All(together, t => Assert.Equal(alone, t));
    }

    [Fact]
    public void At_AfterWarmUp_AllocatesNothing()
    {
        var model = GaussianProcess.Fit(ModelSamples.MixedData(25, true, false), Options);
        double[] unit = [0.1, 0.2, 0.25, 0.5], mean = new double[4], variance = new double[4];
        model.At(unit, mean, variance);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            model.At(unit, mean, variance);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Fit_ScaledValues_ScalesPredictions()
    {
        ModelData data = ModelSamples.MixedData(20, true, false);
        var scaled = data with
        {
            Values = [.. data.Values.Select(v => (8 * v) + 5)],
            Gradients = [.. data.Gradients!.Select(g => g?.Select((double x) => 8 * x).ToArray())],
        };
        double[] unit = [0.2, 0.7, 0.5, 1];
        (double mean, double variance) = GaussianProcess.Fit(data, Options).At(unit);

        (double scaledMean, double scaledVariance) = GaussianProcess.Fit(scaled, Options).At(unit);

        Assert.Equal((8 * mean) + 5, scaledMean, 1e-4);
        Assert.Equal(64 * variance, scaledVariance, 1e-3 * scaledVariance);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void At_SeveralMembers_IsTheirMixtureWithItsGradient(bool gradients)
    {
        var model = GaussianProcess.Fit(ModelSamples.MixedData(14, gradients, true), Options);
        double[] unit = [0.4, 0.3, 0.5, 0.5], mean = new double[4], variance = new double[4];
        Assert.Equal(8, model.Members.Count);
        (double m, double v) = model.At(unit, mean, variance);
        (double Mean, double Variance)[] parts = [.. model.Members.Select(p => p.At(unit, [], []))];

        Assert.Equal((m, v), model.At(unit));
        Assert.Equal(parts.Average(p => p.Mean), m, 1e-12);
        Assert.Equal(parts.Average(p => p.Variance + ((p.Mean - m) * (p.Mean - m))), v, 1e-12);
        (double[] means, double[,] covariance) = model.Joint([unit, [0.4, 0.3, 0.5, 0]]);
        Assert.Equal(m, means[0], 1e-10);
        Assert.Equal(v, covariance[0, 0], 1e-10);
        for (int k = 0; k < 3; k++)
        {
            const double Step = 1e-5;
            double[] up = [.. unit], down = [.. unit];
            (up[k], down[k]) = (unit[k] + Step, unit[k] - Step);
            Assert.Equal((model.At(up).Mean - model.At(down).Mean) / (2 * Step), mean[k], 1e-6);
            Assert.Equal((model.At(up).Variance - model.At(down).Variance) / (2 * Step), variance[k], 1e-6);
        }
    }

    private static double Normal(System.Random rng) =>
        Math.Sqrt(-2 * Math.Log(1 - rng.NextDouble())) * Math.Cos(2 * Math.PI * rng.NextDouble());

    private static double[] Logs(GaussianProcess model, bool gradients, bool knownNoise)
    {
        Hyperparameters h = model.Hyperparameters;
        double scale = model.Members[0].Scale;
        List<double> logs = [.. h.LengthScales.Select(l => Math.Log(l)), Math.Log(h.SignalDeviation / scale)];
        if (!knownNoise)
        {
            logs.Add(Math.Log(h.NoiseDeviation / scale));
        }

        if (gradients)
        {
            logs.Add(Math.Log(h.GradientNoise));
        }

        return [.. logs];
    }

    private static void AssertClose(Tensor expected, double[] actual, double tolerance) =>
        Assert.Equal(expected.data<double>().ToArray(), actual, (a, b) => Math.Abs(a - b) < tolerance);
}
