using System.Runtime.CompilerServices;

namespace CoDesign.Simulation.Random;

/// <summary>Random numbers of a range of events, addressed by (seed, event, purpose, index).</summary>
/// <param name="seed">Run seed; every stream of the run derives from it.</param>
public sealed class EventStreams(ulong seed)
{
    private const double TwoToMinus32 = 1.0 / 4294967296.0;

    /// <summary>Seed of these streams.</summary>
    public ulong Seed => seed;

    /// <summary>Streams of a named part of a run (a replica, an evaluation): a seed derived by SplitMix64.</summary>
    /// <param name="index">Number of the part, from 0.</param>
    public EventStreams Child(ulong index) => new(SplitMix(seed + (0x9E3779B97F4A7C15UL * (index + 1))));

    /// <summary>Fills with uniform numbers in (0, 1).</summary>
    /// <param name="firstEvent">Global number of the first event.</param>
    /// <param name="events">How many events.</param>
    /// <param name="perEvent">Numbers per event.</param>
    /// <param name="purpose">What they are for.</param>
    /// <param name="destination">Result, [events, perEvent].</param>
    public void Uniforms(long firstEvent, int events, int perEvent, RandomPurpose purpose, double[] destination) =>
        Fill(firstEvent, events, perEvent, purpose, destination, normal: false);

    /// <summary>Fills with standard normal numbers (Box-Muller on 32-bit uniforms: tails reach 6.6 sigma).</summary>
    /// <inheritdoc cref="Uniforms"/>
    public void Normals(long firstEvent, int events, int perEvent, RandomPurpose purpose, double[] destination) =>
        Fill(firstEvent, events, perEvent, purpose, destination, normal: true);

    private void Fill(
        long firstEvent, int events, int perEvent, RandomPurpose purpose, double[] destination, bool normal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstEvent);
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, events * perEvent);
        EventLoop.Run(events, (from, to) =>
        {
            for (int e = from; e < to; e++)
            {
                FillEvent((ulong)(firstEvent + e), purpose, destination.AsSpan(e * perEvent, perEvent), normal);
            }
        });
    }

    private void FillEvent(ulong eventNumber, RandomPurpose purpose, Span<double> row, bool normal)
    {
        for (int i = 0; i < row.Length; i += 4)
        {
            uint c0 = (uint)(i >> 2), c1 = (uint)purpose, c2 = (uint)eventNumber, c3 = (uint)(eventNumber >> 32);
            Philox.Block((uint)seed, (uint)(seed >> 32), ref c0, ref c1, ref c2, ref c3);
            double a, b, c, d;
            if (normal)
            {
                BoxMuller(c0, c1, out a, out b);
                BoxMuller(c2, c3, out c, out d);
            }
            else
            {
                (a, b, c, d) = (Unit(c0), Unit(c1), Unit(c2), Unit(c3));
            }

            row[i] = a;
            if (i + 1 < row.Length)
            {
                row[i + 1] = b;
            }

            if (i + 2 < row.Length)
            {
                row[i + 2] = c;
            }

            if (i + 3 < row.Length)
            {
                row[i + 3] = d;
            }
        }
    }

    // Centre of the 2^-32 bin: never 0 nor 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Unit(uint word) => (word + 0.5) * TwoToMinus32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BoxMuller(uint first, uint second, out double a, out double b)
    {
        double radius = Math.Sqrt(-2 * Math.Log(Unit(first)));
        (double sin, double cos) = Math.SinCos(2 * Math.PI * Unit(second));
        a = radius * cos;
        b = radius * sin;
    }

    // SplitMix64 finaliser: Steele, Lea, Flood, OOPSLA 2014.
    private static ulong SplitMix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
