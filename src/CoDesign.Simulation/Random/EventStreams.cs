using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    /// <inheritdoc cref="Uniforms(long, int, int, RandomPurpose, double[])"/>
    public void Normals(long firstEvent, int events, int perEvent, RandomPurpose purpose, double[] destination) =>
        Fill(firstEvent, events, perEvent, purpose, destination, normal: true);

    /// <summary>Fills with the uniform numbers of one event, for kernels with scratch of their own.</summary>
    /// <param name="eventNumber">Global number of the event.</param>
    /// <param name="purpose">What they are for.</param>
    /// <param name="row">Result; the same numbers as in a row of the range.</param>
    internal void Uniforms(long eventNumber, RandomPurpose purpose, Span<double> row) =>
        FillEvent((ulong)eventNumber, purpose, row, normal: false);

    /// <summary>Fills with the standard normal numbers of one event, for kernels with scratch of their own.</summary>
    /// <inheritdoc cref="Uniforms(long, RandomPurpose, Span{double})"/>
    internal void Normals(long eventNumber, RandomPurpose purpose, Span<double> row) =>
        FillEvent((ulong)eventNumber, purpose, row, normal: true);

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

    // Four blocks, sixteen numbers, at a time; the transcendental functions take four numbers to a vector.
    private void FillEvent(ulong eventNumber, RandomPurpose purpose, Span<double> row, bool normal)
    {
        const int Group = 16;
        Span<double> numbers = stackalloc double[Group];
        for (int i = 0; i < row.Length; i += Group)
        {
            int needed = Math.Min(Group, row.Length - i);
            for (int b = 0; 4 * b < needed; b++)
            {
                uint c0 = (uint)((i >> 2) + b), c1 = (uint)purpose, c2 = (uint)eventNumber, c3 = (uint)(
                    eventNumber >> 32);
                Philox.Block((uint)seed, (uint)(seed >> 32), ref c0, ref c1, ref c2, ref c3);
                if (normal)
                {
                    // Radii in the first half, angles in the second, as Box-Muller wants them.
                    (numbers[2 * b], numbers[(2 * b) + 1]) = (Unit(c0), Unit(c2));
                    (numbers[8 + (2 * b)], numbers[9 + (2 * b)]) = (Unit(c1), Unit(c3));
                }
                else
                {
                    (numbers[4 * b], numbers[(4 * b) + 1]) = (Unit(c0), Unit(c1));
                    (numbers[(4 * b) + 2], numbers[(4 * b) + 3]) = (Unit(c2), Unit(c3));
                }
            }

            if (normal)
            {
                BoxMuller(numbers);
            }

            numbers[..needed].CopyTo(row.Slice(i, needed));
        }
    }

    // Centre of the 2^-32 bin: never 0 nor 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Unit(uint word) => (word + 0.5) * TwoToMinus32;

    // Eight uniform pairs to sixteen normals: cosines to the even places, sines to the odd ones.
    private static void BoxMuller(Span<double> numbers)
    {
        Span<double> cosines = stackalloc double[8];
        Span<double> sines = stackalloc double[8];
        for (int h = 0; h < 8; h += 4)
        {
            Vector256<double> uniform = Vector256.Max(
                Vector256.Create<double>(numbers.Slice(h, 4)), Vector256.Create(TwoToMinus32 / 2));
            Vector256<double> radius = Vector256.Sqrt(Vector256.Log(uniform) * -2);
            Vector256<double> angle = Vector256.Create<double>(numbers.Slice(8 + h, 4)) * (2 * Math.PI);
            (Vector256<double> sin, Vector256<double> cos) = Vector256.SinCos(angle);
            (radius * cos).CopyTo(cosines[h..]);
            (radius * sin).CopyTo(sines[h..]);
        }

        for (int i = 0; i < 8; i++)
        {
            numbers[2 * i] = cosines[i];
            numbers[(2 * i) + 1] = sines[i];
        }
    }

    // SplitMix64 finaliser: Steele, Lea, Flood, OOPSLA 2014.
    private static ulong SplitMix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
