using CoDesign.Detectors.Calorimeters;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Readout;
using CsCheck;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Readout;

public sealed class SmoothReadoutTests
{
    // Each quantity's size is such that it matters to the amplitudes of the bench, and a factor on it is the input.
    private static readonly Dictionary<string, Func<CalorimeterReadout, Tensor, CalorimeterReadout>> Scaled = new()
    {
        ["light yield"] = (r, k) => r with { LightYield = r.LightYield * k },
        ["excess noise factor"] = (r, k) => r with { ExcessNoiseFactor = r.ExcessNoiseFactor * k },
        ["gain"] = (r, k) => r with { Gain = r.Gain * k },
        ["shaping time"] = (r, k) => r with { ShapingTime = r.ShapingTime * k },
        ["capacitance"] = (r, k) => r with { Capacitance = r.Capacitance * k },
        ["leakage current"] = (r, k) => r with { LeakageCurrent = r.LeakageCurrent * k },
        ["parallel resistance"] = (r, k) => r with { ParallelResistance = r.ParallelResistance! * k }, // set below
        ["series noise"] = (r, k) => r with { SeriesNoise = r.SeriesNoise * k },
        ["flicker noise"] = (r, k) => r with { FlickerNoise = r.FlickerNoise * k },
        ["saturation"] = (r, k) => r with { Saturation = r.Saturation! * k }, // set below
        ["full scale"] = (r, k) => r with { FullScale = r.FullScale * k },
        ["bits"] = (r, k) => r with { Bits = r.Bits * k },
        ["zero suppression"] = (r, k) => r with { ZeroSuppression = r.ZeroSuppression * k },
        ["nonuniformity"] = (r, k) => r with { CalibrationNonuniformity = r.CalibrationNonuniformity * k },
        ["attenuation length"] = (r, k) => r with { AttenuationLength = r.AttenuationLength! * k }, // set below
    };

    public static TheoryData<string> Quantities => [.. Scaled.Keys];

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Read_EachQuantity_HasTheGradientOfTheDifferences(string quantity)
    {
        const int Channels = 8 * ReadoutBench.Cells;
        double[] visible = LogUniform(1, 1000).Array[Channels].Draw(1);
        double[] weights = Uniform(-0.5, 0.5).Array[Channels].Draw(2);
        CentralDifference.Check(
            k =>
            {
                CalorimeterReadout readout = Scaled[quantity](Everything(), k.select(0, 0));
                Signals signals = ReadoutBench.Signals(new SmoothReadout(), readout, tensor(visible));
                return (signals.Amplitude.reshape(-1) * tensor(weights)).sum() + signals.Noise;
            },
            [1],
            [quantity]);
    }

    [Fact]
    public void Read_Deposits_HaveTheGradientOfTheDifferences()
    {
        double[] visible = LogUniform(1, 900).Array[2 * ReadoutBench.Cells].Draw(1);
        double[] weights = Uniform(-0.5, 0.5).Array[visible.Length].Draw(2);
        CentralDifference.Check(
            x => (
                ReadoutBench.Signals(
                    new SmoothReadout(), Everything(), x).Amplitude.reshape(-1) * tensor(weights)).sum(),
            visible);
    }

    [Fact]
    public void Read_EmptyChannels_HaveAFiniteGradient()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor visible = zeros(ReadoutBench.Cells, ScalarType.Float64).requires_grad_(true);
        Tensor sum = ReadoutBench.Signals(new SmoothReadout(), ReadoutBench.Ideal(), visible).Amplitude.sum();
        Assert.All(autograd.grad([sum], [visible])[0].Values(), g => Assert.True(double.IsFinite(g)));
    }

    // The two readouts of the same showers with the same random numbers. They treat a channel near the threshold, one
    // sigma of the noise, differently: of an empty channel with normal noise the sigmoid passes 0.225 sigma in the
    // mean and the step 0.242; 0.1 sigma in each of 25 channels bounds the difference. Counting and quantisation have
    // the same variance, so that 2 % of the width covers the statistics of 16384 showers (sqrt(1/2n) = 0.6 % if they
    // were independent).
    [Fact]
    public void Read_FlagshipShowers_AgreesWithTheHardReadout()
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        CalorimeterDetector detector = Flagship.Baseline();
        EventBatch events = new EventSource
        {
            Particle = ParticleKind.Electron,
            Energy = EnergySpectrum.List(10 * Units.GeV),
        }.Generate(new EventStreams(8), 0, 16384);
        Deposits deposits = new ParametricSimulation().Simulate(detector, events);
        Signals signals = new SmoothReadout().Read(detector, deposits, events);
        double[] smooth = signals.Amplitude.sum(2).sum(1).Values();
        double[] hard = new HardReadout().Read(detector, deposits, events).Amplitude.sum(2).sum(1).Values();
        double bound = 0.1 * signals.Noise.ToDouble() * ReadoutBench.Cells;
        Assert.InRange(smooth.Average() - hard.Average(), -bound, bound);
        Assert.Equal(1, Math.Sqrt(ReadoutBench.Variance(smooth) / ReadoutBench.Variance(hard)), 0.02);
    }

    private static CalorimeterReadout Everything()
    {
        double capacitance = 60e-12 * Units.Farad;
        return ReadoutBench.Ideal() with
        {
            LightYield = ReadoutBench.Scalar(5),
            ExcessNoiseFactor = ReadoutBench.Scalar(1.3),
            Gain = ReadoutBench.Scalar(100),
            Capacitance = ReadoutBench.Scalar(capacitance),
            LeakageCurrent = ReadoutBench.Scalar(5),
            SeriesNoise = ReadoutBench.Scalar(2e-9 * Units.Volt / Math.Sqrt(Units.Hz)),
            FlickerNoise = ReadoutBench.Scalar(Math.Pow(1000 / capacitance, 2)),
            ParallelResistance = ReadoutBench.Scalar(100 * Units.Ohm),
            Saturation = ReadoutBench.Scalar(5000),
            Bits = ReadoutBench.Scalar(7),
            ZeroSuppression = ReadoutBench.Scalar(1),
            CalibrationNonuniformity = ReadoutBench.Scalar(0.05),
            AttenuationLength = ReadoutBench.Scalar(1000),
        };
    }
}
