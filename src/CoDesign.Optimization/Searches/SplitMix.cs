namespace CoDesign.Optimization.Searches;

/// <summary>SplitMix64 as a counter-based generator (Steele, Lea, Flood, OOPSLA 2014).</summary>
internal static class SplitMix
{
    /// <summary>The index-th word of a seed's sequence.</summary>
    public static ulong At(ulong seed, ulong index)
    {
        ulong z = seed + (0x9E3779B97F4A7C15UL * (index + 1));
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
