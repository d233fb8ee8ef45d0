using CoDesign.Simulation.MonteCarlo.Scoring;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <summary>Sums energy by cell: an open-addressing table that is emptied after each event and kept.</summary>
internal sealed class CellAccumulator
{
    private const long Empty = -1;
    private const int Offset = 1 << 20; // cells count from -2^20 to 2^20
    private const int Bits = 21;

    private long[] _keys = NewKeys(1024);
    private double[] _energies = new double[1024];
    private int[] _used = new int[512];
    private readonly Comparison<int> _byKey; // kept: a lambda in Flush would be a new object an event
    private int _count;

    /// <summary>An empty table.</summary>
    public CellAccumulator() => _byKey = (a, b) => _keys[a].CompareTo(_keys[b]);

    /// <summary>Adds energy to a cell.</summary>
    /// <param name="plane">Plane, in [0, 2^20).</param>
    /// <param name="i">Cell in x.</param>
    /// <param name="j">Cell in y.</param>
    /// <param name="energy">Energy [MeV].</param>
    public void Add(int plane, int i, int j, double energy)
    {
        long key = (((long)plane << (2 * Bits)) | ((long)(j + Offset) << Bits)) | (long)(i + Offset);
        int slot = Find(key);
        if (_keys[slot] == Empty)
        {
            if (_count == _used.Length)
            {
                Grow();
                slot = Find(key);
            }

            _keys[slot] = key;
            _used[_count++] = slot;
        }

        _energies[slot] += energy;
    }

    /// <summary>Moves the cells of an event to a list, ordered by plane, j and i, and empties the table.</summary>
    /// <param name="index">Number of the event.</param>
    /// <param name="cells">The list.</param>
    public void Flush(int index, List<CellDeposit> cells)
    {
        Span<int> used = _used.AsSpan(0, _count);
        used.Sort(_byKey);
        const int Mask = (1 << Bits) - 1;
        foreach (int slot in used)
        {
            long key = _keys[slot];
            cells.Add(new CellDeposit(
                index, (int)(key >> (2 * Bits)), (int)(key & Mask) - Offset, (int)((key >> Bits) & Mask) - Offset,
                _energies[slot]));
            (_keys[slot], _energies[slot]) = (Empty, 0);
        }

        _count = 0;
    }

    private int Find(long key)
    {
        int mask = _keys.Length - 1;
        // Fibonacci hashing: the high bits of the product are well mixed.
        int slot = (int)((ulong)(key * -7046029254386353131L) >> 32) & mask;
        while (_keys[slot] != Empty && _keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        (long[] keys, double[] energies, int[] used) = (_keys, _energies, _used);
        (_keys, _energies, _used) = (NewKeys(2 * keys.Length), new double[2 * keys.Length], new int[2 * used.Length]);
        for (int n = 0; n < _count; n++)
        {
            int slot = Find(keys[used[n]]);
            (_keys[slot], _energies[slot], _used[n]) = (keys[used[n]], energies[used[n]], slot);
        }
    }

    private static long[] NewKeys(int size)
    {
        var keys = new long[size];
        Array.Fill(keys, Empty);
        return keys;
    }
}
