using CoDesign.Simulation.Random;
using Xunit;

namespace CoDesign.Simulation.Tests.Random;

public sealed class EventStreamsTests
{
    private const int Events = 100_000, PerEvent = 6;

    // Moments of the standard normal law; the variance of z^k is E z^2k - (E z^k)^2: 1, 2, 15, 96.
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 0, 15)]
    [InlineData(4, 3, 96)]
    public void Normals_Moments_AreThoseOfTheNormalLaw(int power, double expected, double variance)
    {
        double mean = Normals(RandomPurpose.Sampling).Average(z => Math.Pow(z, power));
        Assert.InRange((mean - expected) / Math.Sqrt(variance / (Events * PerEvent)), -5, 5);
    }

    [Fact]
    public void Normals_NeighboursEventsAndPurposes_AreUncorrelated()
    {
        double[] z = Normals(RandomPurpose.Sampling), other = Normals(RandomPurpose.ElectronicsNoise);
        double error = 1 / Math.Sqrt(z.Length);
        for (int lag = 1; lag <= 2 * PerEvent; lag++)
        {
            Assert.InRange(z.Zip(z.Skip(lag), (a, b) => a * b).Average() / error, -5, 5);
        }

        Assert.InRange(z.Zip(other, (a, b) => a * b).Average() / error, -5, 5);
    }

    [Fact]
    public void Uniforms_MomentsAndEnds_AreThoseOfTheUniformLaw()
    {
        var u = new double[Events * PerEvent];
        new EventStreams(3).Uniforms(0, Events, PerEvent, RandomPurpose.Primary, u);
        Assert.All(u, x => Assert.True(x is > 0 and < 1));
        Assert.InRange((u.Average() - 0.5) / Math.Sqrt(1.0 / 12 / u.Length), -5, 5);
        Assert.InRange((u.Average(x => x * x) - (1.0 / 3)) / Math.Sqrt(4.0 / 45 / u.Length), -5, 5);
    }

    [Fact]
    public void Normals_PartsOfARange_AreTheWholeBitForBit()
    {
        var streams = new EventStreams(7);
        var whole = new double[4096 * 5];
        streams.Normals(1000, 4096, 5, RandomPurpose.Sampling, whole);
        foreach (int size in new[] { 1, 3, 255, 256, 257 })
        {
            List<double> parts = [];
            for (int first = 0; first < 4096; first += size)
            {
                int count = Math.Min(size, 4096 - first);
                var part = new double[count * 5];
                streams.Normals(1000 + first, count, 5, RandomPurpose.Sampling, part);
                parts.AddRange(part);
            }

            Assert.Equal(whole, parts);
        }
    }

    [Fact]
    public void Normals_MorePerEvent_BeginWithTheSameNumbers()
    {
        var (few, many) = (new double[3], new double[9]);
        new EventStreams(1).Normals(5, 1, 3, RandomPurpose.Calibration, few);
        new EventStreams(1).Normals(5, 1, 9, RandomPurpose.Calibration, many);
        Assert.Equal(few, many[..3]);
    }

    [Fact]
    public void Child_Parts_HaveSeedsOfTheirOwn()
    {
        var streams = new EventStreams(42);
        ulong[] seeds = [.. Enumerable.Range(0, 1000).Select(i => streams.Child((ulong)i).Seed), streams.Seed];
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
    }

    private static double[] Normals(RandomPurpose purpose)
    {
        var z = new double[Events * PerEvent];
        new EventStreams(11).Normals(0, Events, PerEvent, purpose, z);
        return z;
    }
}
