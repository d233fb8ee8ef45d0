using CoDesign.Physics.Electronics;
using Xunit;

namespace CoDesign.Physics.Tests.Electronics;

public sealed class QuantisationTests
{
    [Fact]
    public void Error_UniformSamples_IsTheirStandardDeviation()
    {
        const int N = 10_000;
        var variance = Enumerable.Range(0, N).Average(i => Math.Pow(((i + 0.5) / N) - 0.5, 2));
        Assert.Equal(Math.Sqrt(variance), Quantisation.Error(1), 1e-8);
    }

    [Fact]
    public void Error_NoSteps_IsNoise() => Assert.Equal(3.5, Quantisation.Error(3.5, 0), 12);

    // Rounding of Gaussian numbers with a width of one step, fixed seed: variance 1 + 1/12 within 5 standard errors.
    [Fact]
    public void Error_RoundedGaussian_IsQuadraticSum()
    {
        var rng = new Random(7);
        const int N = 200_000;
        double sum = 0;
        for (var i = 0; i < N; i++)
        {
            var gauss = Math.Sqrt(-2 * Math.Log(1 - rng.NextDouble())) * Math.Cos(2 * Math.PI * rng.NextDouble());
            var rounded = Math.Round(gauss + 0.3) - 0.3;
            sum += rounded * rounded;
        }

        var expected = Math.Pow(Quantisation.Error(1, 1), 2);
        Assert.InRange(sum / N, expected * (1 - (5 * Math.Sqrt(2.0 / N))), expected * (1 + (5 * Math.Sqrt(2.0 / N))));
    }

    [Fact]
    public void Step_OneMoreBit_IsHalved() =>
        Assert.Equal(2, Quantisation.Step(1000, 11) / Quantisation.Step(1000, 12));

    [Fact]
    public void PhotoElectronVariance_ExcessNoise_Multiplies() =>
        Assert.Equal(120, Quantisation.PhotoElectronVariance(100, 1.2), 12);

    [Fact]
    public void Jitter_TwiceTheSlope_IsHalved() =>
        Assert.Equal(2, Quantisation.Jitter(1, 3) / Quantisation.Jitter(1, 6), 12);

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public void Step_BitsOutOfRange_Throws(int bits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantisation.Step(1, bits));
}
