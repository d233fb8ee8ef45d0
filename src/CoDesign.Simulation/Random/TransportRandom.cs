using System.Numerics;
using System.Runtime.CompilerServices;

namespace CoDesign.Simulation.Random;

/// <summary>Sequential random numbers of one event's transport: how many an event needs is not known
/// beforehand.</summary>
/// <remarks>
/// xoshiro256++ (Blackman and Vigna, ACM Trans. Math. Softw. 47, 36, 2021; period 2^256 - 1), whose 256-bit state is
/// two Philox blocks at (seed, event, purpose): an event's numbers do not depend on threads or on other events. Pass it
/// by reference; a copy would repeat its numbers.
/// </remarks>
public struct TransportRandom
{
    private const double TwoToMinus52 = 1.0 / 4503599627370496.0;

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>The numbers of an event.</summary>
    /// <param name="seed">Seed of the streams.</param>
    /// <param name="eventNumber">Global number of the event, zero or more.</param>
    public TransportRandom(ulong seed, long eventNumber)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(eventNumber);
        (_s0, _s1) = State(seed, (ulong)eventNumber, 0);
        (_s2, _s3) = State(seed, (ulong)eventNumber, 1);
        if ((_s0 | _s1 | _s2 | _s3) == 0)
        {
            _s0 = 1; // the one state that xoshiro never leaves
        }
    }

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits()
    {
        // In registers: the compiler would take every operation on a field through memory.
        ulong s0 = _s0, s1 = _s1, s2 = _s2 ^ s0, s3 = _s3 ^ s1;
        ulong result = BitOperations.RotateLeft(s0 + _s3, 23) + s0;
        (_s0, _s1) = (s0 ^ s3, s1 ^ s2);
        (_s2, _s3) = (s2 ^ (s1 << 17), BitOperations.RotateLeft(s3, 45));
        return result;
    }

    /// <summary>Uniform in (0, 1): the centre of one of 2^52 bins, never 0 nor 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform() => ((Bits() >> 12) + 0.5) * TwoToMinus52;

    /// <summary>Exponential of mean 1.</summary>
    public double Exponential() => -Math.Log(Uniform());

    /// <summary>Standard normal.</summary>
    /// <remarks>Marsaglia's polar method; the second number of a pair is not kept, so that the state stays
    /// small.</remarks>
    public double Normal()
    {
        while (true)
        {
            double x = (2 * Uniform()) - 1, y = (2 * Uniform()) - 1;
            double r2 = (x * x) + (y * y);
            if (r2 < 1 && r2 > 0)
            {
                return x * Math.Sqrt(-2 * Math.Log(r2) / r2);
            }
        }
    }

    /// <summary>Sine and cosine of an angle that is uniform in the full circle.</summary>
    /// <remarks>Von Neumann's method: a point uniform in a half disk, its angle doubled; neither root nor
    /// sine.</remarks>
    public (double Sine, double Cosine) Azimuth()
    {
        while (true)
        {
            double x = (2 * Uniform()) - 1, y = Uniform();
            double x2 = x * x, y2 = y * y, r2 = x2 + y2;
            if (r2 < 1)
            {
                double scale = 1 / r2;
                return (2 * x * y * scale, (x2 - y2) * scale);
            }
        }
    }

    private static (ulong Low, ulong High) State(ulong seed, ulong eventNumber, uint block)
    {
        uint c0 = block, c1 = (uint)RandomPurpose.Transport, c2 = (uint)eventNumber, c3 = (uint)(eventNumber >> 32);
        Philox.Block((uint)seed, (uint)(seed >> 32), ref c0, ref c1, ref c2, ref c3);
        return (c0 | ((ulong)c1 << 32), c2 | ((ulong)c3 << 32));
    }
}
