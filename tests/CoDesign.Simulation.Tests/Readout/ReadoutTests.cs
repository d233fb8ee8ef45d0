using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Readout;
using CsCheck;
using MathNet.Numerics.Distributions;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Readout;

/// <summary>What both readouts promise.</summary>
public sealed class ReadoutTests
{
    private const int Channels = 4000 * ReadoutBench.Cells;

    [Theory]
    [InlineData("smooth")]
    [InlineData("hard")]
    public void Read_IdealReadout_GivesTheDepositsBack(string name) =>
        LogUniform(0.01, 900).Array[4 * ReadoutBench.Cells].Check(20, visible =>
        {
            double[] amplitude = ReadoutBench.Read(name, ReadoutBench.Ideal(), visible);
            for (int i = 0; i < visible.Length; i++)
            {
                // Six sigma of the last photo-electrons, and a count of 2^-32 of the range; the soft end of the range,
                // at 98 % of it, is 1 % wide: at 90 % it takes exp(-8) of a hundredth.
                double bound = (6 * Math.Sqrt(visible[i] / 1e12)) + (ReadoutBench.VisibleFullScale * Math.Pow(2, -32));
                double soft = name == "smooth"
                    ? 0.01 * ReadoutBench.VisibleFullScale
                        * Math.Exp(((visible[i] / ReadoutBench.VisibleFullScale) - (63.0 / 64)) / 0.01)
                    : 0;
                // Without a threshold the smooth cut is still a sigmoid around zero, far below these energies.
                Assert.InRange(amplitude[i] - visible[i], -bound - (1.01 * soft), bound);
            }
        });

    [Theory]
    [InlineData("smooth", 1)]
    [InlineData("smooth", 1.5)]
    [InlineData("hard", 1)]
    [InlineData("hard", 1.5)]
    public void Read_PhotoElectrons_HaveTheVarianceOfTheirMeanTimesTheExcessNoise(string name, double excess)
    {
        const double Mean = 400;
        double[] amplitude = ReadoutBench.Read(
            name, WithLight(1) with { ExcessNoiseFactor = ReadoutBench.Scalar(excess) }, Repeat(Mean));
        AssertMean(Mean, amplitude);
        // Error of a variance sqrt(2/n); the fourth cumulant of a few hundred counts adds less than 1 % to it.
        double error = 1.01 * Math.Sqrt(2.0 / Channels);
        Assert.InRange(((ReadoutBench.Variance(amplitude) / (Mean * excess)) - 1) / error, -5, 5);
    }

    [Theory]
    [InlineData("smooth", 2)]
    [InlineData("hard", 0.894427)] // sqrt(4/5): a uniform law's variance has the error sqrt(4/(5n))
    public void Read_CoarseAdc_HasTheErrorOfACountOverSqrt12(string name, double varianceOfVariance)
    {
        var rng = new System.Random(1);
        double[] visible = [.. Enumerable.Range(0, Channels).Select(_ => 100 + (800 * rng.NextDouble()))];
        CalorimeterReadout readout = ReadoutBench.Ideal() with { Bits = ReadoutBench.Scalar(8) };
        double[] errors = [.. ReadoutBench.Read(name, readout, visible).Zip(visible, (a, v) => a - v)];
        double count = ReadoutBench.VisibleFullScale / 256;
        double expected = count * count / 12, error = Math.Sqrt(varianceOfVariance / Channels);
        Assert.InRange(((ReadoutBench.Variance(errors) / expected) - 1) / error, -5, 5);
        using DisposeScope scope = NewDisposeScope();
        Signals signals = ReadoutBench.Signals(ReadoutBench.Make(name), readout, tensor(visible));
        Assert.Equal(Math.Sqrt(expected), signals.Noise.ToDouble(), 1e-9);
    }

    [Theory]
    [InlineData("smooth")]
    [InlineData("hard")]
    public void Read_Pixels_Saturate(string name)
    {
        const double Pixels = 500, Mean = 900;
        double[] amplitude = ReadoutBench.Read(
            name, WithLight(1) with { Saturation = ReadoutBench.Scalar(Pixels) }, Repeat(Mean));
        AssertMean(Pixels * (1 - Math.Exp(-Mean / Pixels)), amplitude);
    }

    [Theory]
    [InlineData("smooth", 1e-6)]
    [InlineData("hard", 1e-6)]
    public void Read_AboveTheRange_GivesItsEnd(string name, double tolerance)
    {
        double[] amplitude = ReadoutBench.Read(
            name, ReadoutBench.Ideal(), [.. Enumerable.Repeat(2 * ReadoutBench.VisibleFullScale, ReadoutBench.Cells)]);
        Assert.All(amplitude, a => Assert.Equal(63.0 / 64, a / ReadoutBench.VisibleFullScale, tolerance));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    public void Hard_Noise_PassesTheThresholdAsOftenAsTheNormalLaw(double threshold)
    {
        double[] amplitude = ReadoutBench.Read(
            "hard", Noisy() with { ZeroSuppression = ReadoutBench.Scalar(threshold) }, Repeat(0));
        double expected = Normal.CDF(0, 1, -threshold);
        double error = Math.Sqrt(expected * (1 - expected) / Channels);
        Assert.InRange((((double)amplitude.Count(a => a != 0) / Channels) - expected) / error, -5, 5);
        Assert.All(amplitude, a => Assert.True(a >= 0));
    }

    [Fact]
    public void Smooth_Threshold_PassesWhatIsFarAboveAndStopsWhatIsFarBelow()
    {
        CalorimeterReadout readout = Noisy();
        using DisposeScope scope = NewDisposeScope();
        double noise = ReadoutBench.Signals(new SmoothReadout(), readout, tensor(Repeat(0))).Noise.ToDouble();
        readout = readout with { ZeroSuppression = ReadoutBench.Scalar(30) };
        // 30 sigma are 60 widths of the sigmoid: what passes below is exp(-60 + 2 * 6) at most.
        Assert.All(ReadoutBench.Read("smooth", readout, Repeat(0)), a => Assert.InRange(a / noise, -1e-18, 1e-18));
        double[] above = ReadoutBench.Read("smooth", readout, Repeat(60 * noise));
        Assert.All(above, a => Assert.InRange(a / noise, 50, 70));
    }

    [Theory]
    [InlineData("smooth")]
    [InlineData("hard")]
    public void Read_Nonuniformity_IsTheRelativeSpread(string name)
    {
        const double Spread = 0.01, Energy = 500;
        double[] amplitude = ReadoutBench.Read(
            name, ReadoutBench.Ideal() with { CalibrationNonuniformity = ReadoutBench.Scalar(Spread) }, Repeat(Energy));
        double expected = Math.Pow(Spread * Energy, 2);
        Assert.InRange(((ReadoutBench.Variance(amplitude) / expected) - 1) / Math.Sqrt(2.0 / Channels), -5, 5);
    }

    [Theory]
    [InlineData("smooth")]
    [InlineData("hard")]
    public void Read_Attenuation_TakesTheLightOfThePathToTheRear(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterReadout readout = ReadoutBench.Ideal() with { AttenuationLength = ReadoutBench.Scalar(200) };
        double[] amplitude = ReadoutBench.Read(name, readout, [.. Enumerable.Repeat(500.0, ReadoutBench.Cells)]);
        // TestEm3 is 400 mm deep and the bench's energy lies at 100 mm.
        Assert.All(amplitude, a => Assert.Equal(Math.Exp(-1.5), a / 500, 1e-5));
    }

    private static CalorimeterReadout WithLight(double perMev) =>
        ReadoutBench.Ideal() with { LightYield = ReadoutBench.Scalar(perMev) };

    private static CalorimeterReadout Noisy() => WithLight(10) with { LeakageCurrent = ReadoutBench.Scalar(10) };

    private static double[] Repeat(double visible) => [.. Enumerable.Repeat(visible, Channels)];

    private static void AssertMean(double expected, double[] values)
    {
        double error = Math.Sqrt(ReadoutBench.Variance(values) / values.Length);
        Assert.InRange((values.Average() - expected) / error, -5, 5);
    }
}
