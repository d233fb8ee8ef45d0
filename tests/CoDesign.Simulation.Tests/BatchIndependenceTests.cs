using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Readout;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests;

/// <summary>An event's result depends on its number alone, to the last bit.</summary>
public sealed class BatchIndependenceTests
{
    private const int Events = 4096;

    public static TheoryData<ParticleKind, double, string> Cases => new()
    {
        { ParticleKind.Electron, 0, "summed" },
        { ParticleKind.Gamma, 0.3, "summed" },
        { ParticleKind.Electron, 0.3, "per-section" },
        { ParticleKind.Gamma, 0, "per-section" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Events_InBatchesOfAnySize_AreTheSameBitForBit(ParticleKind particle, double angle, string depth)
    {
        double[][] whole = Run(particle, angle, depth, Events);
        foreach (int size in new[] { 256, 255, 257, 2, 1 })
        {
            int events = size < 10 ? 64 : Events; // tiny batches are slow; a few tell as much
            double[][] parts = Run(particle, angle, depth, size, events);
            for (int k = 0; k < whole.Length; k++)
            {
                AssertSameBits(whole[k][..parts[k].Length], parts[k], $"batches of {size}, quantity {Quantities[k]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Events_OnOneAndTwoThreads_AreTheSameBitForBit(ParticleKind particle, double angle, string depth)
    {
        int before = get_num_threads();
        try
        {
            set_num_threads(1);
            double[][] one = Run(particle, angle, depth, Events);
            set_num_threads(2);
            double[][] two = Run(particle, angle, depth, Events);
            for (int k = 0; k < one.Length; k++)
            {
                AssertSameBits(one[k], two[k], $"threads, quantity {Quantities[k]}");
            }
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static readonly string[] Quantities = ["visible", "depth", "smooth signal", "hard signal"];

    private static double[][] Run(ParticleKind particle, double angle, string depth, int size, int total = Events)
    {
        var source = new EventSource
        {
            Particle = particle,
            Energy = EnergySpectrum.LogUniform(1000, 200_000),
            MaximumAngle = angle,
        };
        CalorimeterDetector detector = Flagship.Baseline($"readout.depth={depth}");
        List<double>[] results = [[], [], [], []];
        for (int first = 0; first < total; first += size)
        {
            using DisposeScope scope = NewDisposeScope();
            EventBatch events = source.Generate(new EventStreams(5), first, Math.Min(size, total - first));
            Deposits deposits = new ParametricSimulation().Simulate(detector, events);
            results[0].AddRange(deposits.Visible.Values());
            results[1].AddRange(deposits.SectionDepth.Values());
            results[2].AddRange(new SmoothReadout().Read(detector, deposits, events).Amplitude.Values());
            results[3].AddRange(new HardReadout().Read(detector, deposits, events).Amplitude.Values());
        }

        return [.. results.Select(r => r.ToArray())];
    }

    private static void AssertSameBits(double[] expected, double[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        int[] different = [.. Enumerable.Range(0, expected.Length)
            .Where(i => BitConverter.DoubleToInt64Bits(expected[i]) != BitConverter.DoubleToInt64Bits(actual[i]))];
        Assert.True(
            different.Length == 0,
            $"{what}: {different.Length} of {expected.Length} differ, first at {different.FirstOrDefault()}: " +
            $"{expected[different.FirstOrDefault()]:R} and {actual[different.FirstOrDefault()]:R}");
    }
}
