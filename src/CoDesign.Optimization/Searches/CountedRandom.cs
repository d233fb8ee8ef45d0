namespace CoDesign.Optimization.Searches;

/// <summary>Random numbers of one stream of a seed, drawn in order; no state but a count.</summary>
/// <param name="seed">Seed.</param>
/// <param name="stream">Stream; streams of one seed are independent.</param>
internal sealed class CountedRandom(ulong seed, ulong stream)
{
    private readonly ulong _key = SplitMix.At(SplitMix.At(seed, 0), stream);
    private ulong _drawn;
    private double _spare = double.NaN;

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double Uniform() => (SplitMix.At(_key, _drawn++) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform whole number in [0, below).</summary>
    public int Below(int below) => Math.Min((int)(Uniform() * below), below - 1);

    /// <summary>Standard normal (Box, Muller, Ann. Math. Stat. 29 (1958) 610).</summary>
    public double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            double second = _spare;
            _spare = double.NaN;
            return second;
        }

        double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform())), angle = 2 * Math.PI * Uniform();
        _spare = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }
}
