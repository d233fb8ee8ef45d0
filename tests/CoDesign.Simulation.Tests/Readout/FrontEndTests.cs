using CoDesign.Detectors.Calorimeters;
using CoDesign.Physics;
using CoDesign.Physics.Electronics;
using CoDesign.Simulation.Readout;
using CsCheck;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Readout;

public sealed class FrontEndTests
{
    private static readonly double Current = 10e-9 * Units.Ampere;
    private static readonly double Capacitance = 20e-12 * Units.Farad;
    private static readonly double Series = 1e-9 * Units.Volt / Math.Sqrt(Units.Hz);

    private static double BestTime => Capacitance * Series / Math.Sqrt(2 * Current);

    // tau_opt = C e_n / sqrt(2 q I) and ENC there for I = 10 nA, C = 20 pF, e_n = 1 nV/sqrt(Hz): 353.3 ns, 285.4
    // electrons.
    [Fact]
    public void Noise_AtTheBestTime_IsTheClosedForm()
    {
        Assert.Equal(353.3, BestTime, 0.05);
        Assert.Equal(285.4, Noise(BestTime), 0.05);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Noise_AtHalfAndTwiceTheBestTime_IsSqrtFiveQuartersLarger(double factor) =>
        Assert.Equal(Math.Sqrt(1.25), Noise(factor * BestTime) / Noise(BestTime), 1e-9);

    [Theory]
    [InlineData(0)]
    [InlineData(1e-10)]
    public void Noise_AtTheBestTime_HasNoSlopeWithOrWithoutFlickerNoise(double flickerVolt2)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor time = tensor(BestTime, ScalarType.Float64, requires_grad: true);
        Tensor noise = FrontEnd.EquivalentNoiseCharge(Amplifier(time, flickerVolt2));
        double slope = autograd.grad([noise], [time])[0].ToDouble() * BestTime / noise.ToDouble();
        Assert.InRange(slope, -1e-12, 1e-12);
    }

    [Fact]
    public void Noise_WithoutMultiplication_IsThatOfPlainNumbers() =>
        Gen.Select(
            LogUniform(5, 2000), LogUniform(0.1, 10).Array[3], LogUniform(1e4, 1e8))
            .Check(100, (time, factor, resistance) =>
        {
            var plain = new ElectronicNoise
            {
                Capacitance = Capacitance * factor[0],
                LeakageCurrent = Current * factor[1],
                VoltageNoise = Series * factor[2],
                ParallelResistance = resistance * Units.Ohm,
            };
            using DisposeScope scope = NewDisposeScope();
            Tensor noise = FrontEnd.EquivalentNoiseCharge(Amplifier(ReadoutBench.Scalar(time), 0) with
            {
                Capacitance = ReadoutBench.Scalar(plain.Capacitance),
                LeakageCurrent = ReadoutBench.Scalar(plain.LeakageCurrent),
                SeriesNoise = ReadoutBench.Scalar(plain.VoltageNoise),
                ParallelResistance = ReadoutBench.Scalar(plain.ParallelResistance),
            });
            Assert.Equal(1, noise.ToDouble() / plain.NoiseCharge(time), 1e-9);
        });

    [Fact]
    public void Noise_OfTheAmplifier_FallsWithTheGain()
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterReadout amplifier = Amplifier(ReadoutBench.Scalar(25), 0);
        CalorimeterReadout quiet = amplifier with { LeakageCurrent = ReadoutBench.Scalar(0) };
        double one = FrontEnd.EquivalentNoiseCharge(quiet).ToDouble();
        double hundred = FrontEnd.EquivalentNoiseCharge(quiet with { Gain = ReadoutBench.Scalar(100) }).ToDouble();
        Assert.Equal(one / 100, hundred, 1e-6);
    }

    [Fact]
    public void Noise_OfTheLeakageCurrent_IsMultipliedLikeTheSignal()
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterReadout leaky = Amplifier(ReadoutBench.Scalar(25), 0) with { SeriesNoise = ReadoutBench.Scalar(0) };
        double one = FrontEnd.EquivalentNoiseCharge(leaky).ToDouble();
        CalorimeterReadout multiplied = leaky with
        {
            Gain = ReadoutBench.Scalar(100),
            ExcessNoiseFactor = ReadoutBench.Scalar(4),
        };
        Assert.Equal(2 * one, FrontEnd.EquivalentNoiseCharge(multiplied).ToDouble(), 1e-9);
    }

    private static double Noise(double time)
    {
        using DisposeScope scope = NewDisposeScope();
        return FrontEnd.EquivalentNoiseCharge(Amplifier(ReadoutBench.Scalar(time), 0)).ToDouble();
    }

    private static CalorimeterReadout Amplifier(Tensor time, double flickerVolt2) => ReadoutBench.Ideal() with
    {
        ShapingTime = time,
        LeakageCurrent = ReadoutBench.Scalar(Current),
        Capacitance = ReadoutBench.Scalar(Capacitance),
        SeriesNoise = ReadoutBench.Scalar(Series),
        FlickerNoise = ReadoutBench.Scalar(flickerVolt2 * Units.Volt * Units.Volt),
    };
}
