namespace CoDesign.Optimization.Searches;

/// <summary>Independent uniform points, each a function of (seed, index, dimension) alone.</summary>
/// <param name="dimensions">Dimensions of the cube, at least 1.</param>
/// <param name="seed">Seed.</param>
public sealed class RandomSequence(int dimensions, ulong seed) : ICandidateSequence
{
    /// <inheritdoc/>
    public int Dimensions => dimensions;

    /// <inheritdoc/>
    public double[] Point(long index)
    {
        var point = new double[dimensions];
        for (int d = 0; d < dimensions; d++)
        {
            // 53 bits, never 1.
            point[d] = (SplitMix.At(seed, ((ulong)index * (ulong)dimensions) + (ulong)d) >> 11) * (1.0 / (1UL << 53));
        }

        return point;
    }
}
