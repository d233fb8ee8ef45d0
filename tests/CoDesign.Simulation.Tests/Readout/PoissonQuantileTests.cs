using CoDesign.Simulation.Readout;
using CsCheck;
using MathNet.Numerics.Distributions;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Simulation.Tests.Readout;

public sealed class PoissonQuantileTests
{
    // Normal numbers at the centres of equal probabilities: sums over them are integrals to about 1e-4 of a count.
    private static readonly double[] Normals =
        [.. Enumerable.Range(0, 200_000).Select(i => Normal.InvCDF(0, 1, (i + 0.5) / 200_000))];

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(29.9)]
    [InlineData(30)]
    [InlineData(100)]
    [InlineData(1000)]
    public void At_Moments_AreThoseOfThePoissonLaw(double mean)
    {
        double[] counts = [.. Normals.Select(z => PoissonQuantile.At(mean, z))];
        // The expansion is right to a few 1e-3 of a count; its rounding to whole counts adds no bias.
        double average = counts.Average(), variance = counts.Average(c => (c - mean) * (c - mean));
        Assert.Equal(mean, average, 5e-3);
        Assert.Equal(1, variance / mean, 2e-3);
        Assert.Equal(1 / Math.Sqrt(mean), counts.Average(c => Math.Pow((c - mean) / Math.Sqrt(mean), 3)), 0.01);
    }

    [Fact]
    public void At_SmallMeans_IsTheQuantile() =>
        Gen.Select(LogUniform(0.01, 29), Uniform(0, 1)).Check(500, (mean, uniform) =>
        {
            double z = Normal.InvCDF(0, 1, uniform), probability = Normal.CDF(0, 1, z);
            double count = PoissonQuantile.At(mean, z);
            var law = new Poisson(mean);
            Assert.True(law.CumulativeDistribution(count) >= probability - 1e-12);
            Assert.True(count == 0 || law.CumulativeDistribution(count - 1) <= probability + 1e-12);
        });

    [Fact]
    public void At_RisingNormal_NeverFalls() =>
        Gen.Select(LogUniform(0.01, 1e5), Uniform(-5, 5)).Check(100, (mean, z) =>
        {
            Assert.True(PoissonQuantile.At(mean, z + 0.1) >= PoissonQuantile.At(mean, z));
        });

    [Fact]
    public void At_ZeroMean_IsZero() => Assert.Equal(0, PoissonQuantile.At(0, 6));
}
