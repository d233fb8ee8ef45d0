using System.Collections.Concurrent;
using System.Numerics;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tests.MonteCarlo.Processes;
using Xunit;

namespace CoDesign.Simulation.Tests.Random;

public sealed class TransportRandomTests
{
    private const int Draws = 400_000;

    [Fact]
    public void Uniform_IsFlat()
    {
        var rng = new TransportRandom(1, 2);
        Histogram.AssertFollows(0, 1, _ => 1, () => rng.Uniform());
    }

    [Fact]
    public void Exponential_FollowsDensity()
    {
        var rng = new TransportRandom(3, 4);
        Histogram.AssertFollows(0, 1, _ => 1, () => Math.Exp(-rng.Exponential()));
    }

    // Moments 0, 1, 0, 3 of the normal; the variance of x^n is that of its moments: 1, 2, 15, 96.
    [Fact]
    public void Normal_Moments_AreOfTheNormal()
    {
        var rng = new TransportRandom(5, 6);
        var sums = new double[4];
        for (int i = 0; i < Draws; i++)
        {
            double x = rng.Normal();
            sums[0] += x;
            sums[1] += x * x;
            sums[2] += x * x * x;
            sums[3] += x * x * x * x;
        }

        (double Mean, double Variance)[] expected = [(0, 1), (1, 2), (0, 15), (3, 96)];
        for (int n = 0; n < 4; n++)
        {
            double error = Math.Sqrt(expected[n].Variance / Draws);
            Assert.InRange((sums[n] / Draws) - expected[n].Mean, -5 * error, 5 * error);
        }
    }

    [Fact]
    public void Uniform_Neighbours_AreIndependent()
    {
        var rng = new TransportRandom(7, 8);
        double product = 0, last = rng.Uniform() - 0.5;
        for (int i = 0; i < Draws; i++)
        {
            double next = rng.Uniform() - 0.5;
            product += last * next;
            last = next;
        }

        double error = 1.0 / 12 / Math.Sqrt(Draws);
        Assert.InRange(product / Draws, -5 * error, 5 * error);
    }

    // First numbers of neighbouring events and seeds look like any other numbers.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Uniform_FirstOfEachStream_IsFlat(bool events)
    {
        int stream = 0;
        Histogram.AssertFollows(0, 1, _ => 1, () =>
        {
            stream++;
            var rng = events ? new TransportRandom(11, stream) : new TransportRandom((ulong)stream, 11);
            return rng.Uniform();
        });
    }

    [Fact]
    public void Bits_OtherEvent_DiffersInHalfOfThem()
    {
        double differing = 0;
        const int Streams = 20_000;
        for (int i = 0; i < Streams; i++)
        {
            var (one, other) = (new TransportRandom(1, i), new TransportRandom(1, i + 1L));
            differing += BitOperations.PopCount(one.Bits() ^ other.Bits());
        }

        double error = Math.Sqrt(16.0 / Streams);
        Assert.InRange((differing / Streams) - 32, -5 * error, 5 * error);
    }

    [Fact]
    public void Stream_AnyThread_SameNumbers()
    {
        var numbers = new ConcurrentDictionary<int, ulong>();
        Parallel.For(0, 64, i => numbers[i] = Sum(i));
        Assert.All(numbers, pair => Assert.Equal(Sum(pair.Key), pair.Value));

        static ulong Sum(int stream)
        {
            var rng = new TransportRandom(42, stream);
            ulong sum = 0;
            for (int i = 0; i < 1000; i++)
            {
                sum = (31 * sum) + rng.Bits();
            }

            return sum;
        }
    }

    [Fact]
    public void Constructor_NegativeEvent_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransportRandom(1, -1));
}
