namespace CoDesign.Optimization.Searches;

/// <summary>Points of the Sobol sequence in the unit cube, up to 64 dimensions, with a random shift.</summary>
/// <remarks>
/// Source: Sobol, USSR Comput. Math. 7 (1967) 86; Gray-code order of Antonov, Saleev (1979). The digital shift (one
/// word per dimension, xor) keeps the equidistribution and makes seeds independent; shift 0 is the plain sequence.
/// </remarks>
public sealed class SobolSequence : ICandidateSequence
{
    /// <summary>Dimensions for which there are direction numbers.</summary>
    public static int MostDimensions => SobolDirections.Table.Length + 1;

    private const int Bits = 32;
    private readonly uint[][] _directions;
    private readonly uint[] _shift;

    /// <summary>A sequence.</summary>
    /// <param name="dimensions">1 to 64.</param>
    /// <param name="seed">Seed of the shift; null for the plain sequence.</param>
    public SobolSequence(int dimensions, ulong? seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        _directions = [.. Enumerable.Range(0, dimensions).Select(Directions)];
        _shift = [.. Enumerable.Range(0, dimensions).Select(d => seed is { } s ? (uint)SplitMix.At(s, (ulong)d) : 0u)];
    }

    /// <inheritdoc/>
    public int Dimensions => _shift.Length;

    /// <inheritdoc/>
    public double[] Point(long index)
    {
        ulong gray = (ulong)index ^ ((ulong)index >> 1);
        var point = new double[Dimensions];
        for (int d = 0; d < point.Length; d++)
        {
            uint word = _shift[d];
            for (int bit = 0; bit < Bits; bit++)
            {
                if (((gray >> bit) & 1) != 0)
                {
                    word ^= _directions[d][bit];
                }
            }

            point[d] = (word + (_shift[d] == 0 ? 0 : 0.5)) / 4294967296.0;
        }

        return point;
    }

    private static uint[] Directions(int dimension)
    {
        var v = new uint[Bits];
        if (dimension == 0)
        {
            for (int i = 0; i < Bits; i++)
            {
                v[i] = 1u << (Bits - 1 - i);
            }

            return v;
        }

        (uint polynomial, uint[] initial) = SobolDirections.Table[dimension - 1];
        int degree = initial.Length;
        for (int i = 0; i < Bits; i++)
        {
            if (i < degree)
            {
                v[i] = initial[i] << (Bits - 1 - i);
                continue;
            }

            v[i] = v[i - degree] ^ (v[i - degree] >> degree);
            for (int k = 1; k < degree; k++)
            {
                if (((polynomial >> (degree - 1 - k)) & 1) != 0)
                {
                    v[i] ^= v[i - k];
                }
            }
        }

        return v;
    }
}
