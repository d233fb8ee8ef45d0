using System.Runtime.CompilerServices;

namespace CoDesign.Simulation.MonteCarlo.Tables;

/// <summary>A grid of energies, 32 to the octave and linear within each: a position costs two integer operations and no
/// logarithm.</summary>
/// <remarks>
/// A double's exponent and first five mantissa bits are the number of its bin, the other bits its place in the bin.
/// Bins are 2 to 3 % wide, so linear interpolation of E^n is good to n (n - 1) 1.2e-4.
/// </remarks>
internal static class OctaveGrid
{
    private const int Shift = 52 - 5;
    private const long Mask = (1L << Shift) - 1;
    private const double PerBin = 1.0 / (1L << Shift);
    private const double LowestPowerOfTwo = 1.0 / 1024;

    /// <summary>Lowest energy, 2^-10 MeV, just below 1 keV.</summary>
    public const double Lowest = LowestPowerOfTwo;

    /// <summary>Highest energy, 2^20 MeV, just above 1 TeV.</summary>
    public const double Highest = 1 << 20;

    /// <summary>Number of nodes: 30 octaves.</summary>
    public const int Nodes = (30 * 32) + 1;

    /// <summary>Energy of a node [MeV].</summary>
    public static double Energy(int node) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(Lowest) + ((long)node << Shift));

    /// <summary>Bin of an energy and its place in it.</summary>
    /// <param name="energy">Energy [MeV] in [<see cref="Lowest"/>, <see cref="Highest"/>).</param>
    /// <param name="fraction">Place between the nodes of the bin, in [0, 1).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bin(double energy, out double fraction)
    {
        long bits = BitConverter.DoubleToInt64Bits(energy) - BitConverter.DoubleToInt64Bits(Lowest);
        fraction = (bits & Mask) * PerBin;
        return (int)(bits >> Shift);
    }
}
