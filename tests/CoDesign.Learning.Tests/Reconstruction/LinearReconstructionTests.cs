using CoDesign.Learning.Reconstruction;
using CoDesign.Physics;
using CoDesign.Simulation;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Readout;
using CoDesign.Simulation.Tests;
using CsCheck;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Learning.Tests.Reconstruction;

public sealed class LinearReconstructionTests
{
    private const int Events = 16384;

    // Columns of very different sizes, as sums and their logarithms have.
    [Fact]
    public void Solve_ExactLinearRelation_IsRecovered() =>
        (
            from n in Gen.Int[10, 199]
            from k in Gen.Int[1, 6]
            from truth in Uniform(-1, 1).Array[k]
            from basis in Uniform(-1, 1).Array[n * k]
            from weight in Uniform(0.1, 2.1).Array[n]
            from size in LogUniform(1e-4, 1e4).Array[k]
            select (truth, basis, weight, size)).Check(50, (truth, basis, weight, size) =>
        {
            using DisposeScope scope = NewDisposeScope();
            int n = weight.Length, k = truth.Length;
            Tensor a = tensor(basis).reshape(n, k) * tensor(size);
            Tensor target = tensor(basis).reshape(n, k).mv(tensor(truth));
            double[] found = (LinearReconstruction.Solve(a, target, tensor(weight)) * tensor(size)).Values();
            // In units of the columns' length the ridge moves them by 1e-10 over the smallest eigenvalue, 1e-3 at the
            // least here.
            Assert.All(truth.Zip(found), p => Assert.Equal(p.First, p.Second, 1e-7));
        });

    [Fact]
    public void Solve_WeightedResiduals_AreOrthogonalToTheBasis() =>
        Gen.Select(
            Uniform(-1, 1).Array[400], Uniform(-1, 1).Array[100], Uniform(0.1, 2.1).Array[100])
            .Check(50, (basis, target, weight) =>
        {
            const int N = 100, K = 4;
            using DisposeScope scope = NewDisposeScope();
            Tensor a = tensor(basis).reshape(N, K), y = tensor(target);
            Tensor w = tensor(weight);
            Tensor residual = y - a.mv(LinearReconstruction.Solve(a, y, w));
            Assert.All(a.t().mv(w * residual).Values(), r => Assert.InRange(r, -1e-7, 1e-7));
        });

    [Fact]
    public void Solve_BasisTargetAndWeight_HaveTheGradientOfTheDifferences() =>
        Gen.Select(Uniform(-1, 1).Array[3], Uniform(-1, 1).Array[12 * (3 + 2)]).Check(5, (pull, at) =>
        {
            const int N = 12, K = 3;
            CentralDifference.Check(
                x => (LinearReconstruction.Solve(
                    x.narrow(0, 0, N * K).reshape(N, K), x.narrow(0, N * K, N), x.narrow(
                        0, N * (K + 1), N).exp()) * tensor(pull)).sum(),
                at);
        });

    [Fact]
    public void Fit_EnergyLinearInTheSum_IsRecovered()
    {
        using DisposeScope scope = NewDisposeScope();
        Sample sample = Showers("summed", 5, 0, 512);
        Sample linear = sample with { Energy = 12 + (7.5 * sample.Amplitude.sum(2).sum(1)) };
        Estimates estimates = Fitted(linear).Estimate(linear, Design());
        Assert.All(
            (estimates.Energy / linear.Energy).Values(), ratio => Assert.Equal(1, ratio, 1e-6));
    }

    [Theory]
    [InlineData("summed", 1)]
    [InlineData("per-section", 3)]
    public void Estimate_ShapesAndFeatures_AreThoseOfTheSample(string depth, int depths)
    {
        using DisposeScope scope = NewDisposeScope();
        Sample sample = Showers(depth, 5, 0, 64);
        Assert.Equal([64, depths, 25], sample.Amplitude.shape);
        Assert.Equal(64, sample.Count);
        Estimates estimates = Fitted(sample).Estimate(sample.Slice(10, 20), Design());
        Assert.Equal([20], estimates.Energy.shape);
        Assert.Equal([20], estimates.X.shape);
        Assert.Equal([20], estimates.Y.shape);
        Sample joined = Sample.Join([sample.Slice(0, 24), sample.Slice(24, 40)]);
        Assert.Equal(sample.Amplitude.Values(), joined.Amplitude.Values());
        Assert.Equal(sample.X.Values(), joined.X.Values());
    }

    // Weighted least squares with a constant in its basis has no mean error on the events of the fit; on fresh ones
    // that of its statistics, and the variance of the coefficients from as many training events.
    [Fact]
    public void Estimate_FreshEvents_IsUnbiased()
    {
        using DisposeScope scope = NewDisposeScope();
        IFittedReconstruction fitted = Fitted(Showers("summed", 5, 0, Events));
        Sample fresh = Showers("summed", 6, 0, Events);
        Estimates estimates = fitted.Estimate(fresh, Design());
        AssertNoBias(((estimates.Energy - fresh.Energy) / fresh.Energy.sqrt()).Values());
        AssertNoBias((estimates.X - fresh.X).Values());
        AssertNoBias((estimates.Y - fresh.Y).Values());
    }

    [Fact]
    public void Estimate_AcrossTheCell_IsBiasedLessThanItsResolution()
    {
        const int Strips = 10;
        using DisposeScope scope = NewDisposeScope();
        Sample training = Showers("summed", 5, 0, Events), fresh = Showers("summed", 6, 0, Events);
        double side = fresh.CellSize.ToDouble();
        double[] x = fresh.X.Values(), error = (Fitted(training).Estimate(fresh, Design()).X - fresh.X).Values();
        double resolution = Math.Sqrt(error.Average(e => e * e));
        foreach (IGrouping<int, double> strip in error.Zip(x)
            .GroupBy(p => (int)(((p.Second / side) + 0.5) * Strips), p => p.First))
        {
            Assert.InRange(strip.Average() / resolution, -1, 1);
        }

        Assert.InRange(resolution, 0, 0.25 * side);
    }

    [Fact]
    public void Estimate_MirroredShower_IsMirrored()
    {
        using DisposeScope scope = NewDisposeScope();
        Sample sample = Showers("summed", 5, 0, 256);
        IFittedReconstruction fitted = Fitted(sample);
        Sample mirrored = sample with
        {
            Amplitude = sample.Amplitude.reshape(256, 5, 5).flip(2).reshape(256, 1, 25),
        };
        Estimates a = fitted.Estimate(sample, Design()), b = fitted.Estimate(mirrored, Design());
        Assert.All((a.X + b.X).Values(), sum => Assert.InRange(sum, -1e-9, 1e-9));
        Assert.All((a.Energy / b.Energy).Values(), ratio => Assert.Equal(1, ratio, 1e-12));
    }

    [Fact]
    public void Estimate_EmptyCluster_IsFiniteAndSoIsItsGradient()
    {
        using DisposeScope scope = NewDisposeScope();
        Sample sample = Showers("summed", 5, 0, 256);
        Tensor nothing = zeros([2, 1, 25], ScalarType.Float64).requires_grad_(true);
        Sample empty = sample.Slice(0, 2) with { Amplitude = nothing };
        Estimates estimates = Fitted(sample).Estimate(empty, Design());
        Tensor sum = estimates.Energy.sum() + estimates.X.sum() + estimates.Y.sum();
        Assert.True(double.IsFinite(sum.ToDouble()));
        Assert.All(autograd.grad([sum], [nothing])[0].Values(), g => Assert.True(double.IsFinite(g)));
    }

    [Fact]
    public void FitAndEstimate_Signals_HaveTheGradientOfTheDifferences()
    {
        const int Few = 24;
        using DisposeScope outer = NewDisposeScope();
        Sample sample = Showers("summed", 5, 0, Few);
        // A factor per event, so that all inputs are of order one.
        CentralDifference.Check(
            k =>
            {
                Sample scaled = sample with { Amplitude = sample.Amplitude * k.reshape(Few, 1, 1) };
                Estimates e = Fitted(scaled.Slice(0, Few - 4)).Estimate(scaled.Slice(Few - 4, 4), Design());
                return (e.Energy / 1000).sum() + e.X.sum() + (2 * e.Y).sum();
            },
            [.. Enumerable.Repeat(1.0, Few)]);
    }

    private static IFittedReconstruction Fitted(Sample sample) => new LinearReconstruction().Fit(sample, Design());

    // The linear reconstruction does not look at the design.
    private static Tensor Design() => zeros(1, ScalarType.Float64);

    private static Sample Showers(string depth, ulong seed, long first, int count)
    {
        EventBatch events = new EventSource
        {
            Particle = ParticleKind.Electron,
            Energy = EnergySpectrum.LogUniform(5 * Units.GeV, 100 * Units.GeV),
        }.Generate(new EventStreams(seed), first, count);
        var detector = Flagship.Baseline($"readout.depth={depth}");
        Deposits deposits = new ParametricSimulation().Simulate(detector, events);
        return Sample.From(detector, deposits, new SmoothReadout().Read(detector, deposits, events));
    }

    private static void AssertNoBias(double[] errors)
    {
        double mean = errors.Average(), variance = errors.Average(e => (e - mean) * (e - mean));
        // As many training events as test events: twice the variance of the mean.
        Assert.InRange(mean / Math.Sqrt(2 * variance / errors.Length), -5, 5);
    }
}
