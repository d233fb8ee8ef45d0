namespace CoDesign.Optimization.Searches;

/// <summary>Sobol points in as many dimensions as there are, and random ones in the rest.</summary>
/// <remarks>Padding a low-discrepancy sequence is common for integrands of very many dimensions; see Owen, Monte Carlo
/// Theory, Methods and Examples (2013), chapter 17. The first parameters of a space are spread more evenly than the
/// last.</remarks>
public sealed class PaddedSequence : ICandidateSequence
{
    private readonly SobolSequence _first;
    private readonly RandomSequence? _rest;

    /// <summary>A sequence.</summary>
    /// <param name="dimensions">1 or more.</param>
    /// <param name="seed">Seed of the shift and of the random numbers.</param>
    public PaddedSequence(int dimensions, ulong seed)
    {
        int covered = Math.Min(dimensions, SobolSequence.MostDimensions);
        _first = new SobolSequence(covered, seed);
        _rest = dimensions > covered ? new RandomSequence(dimensions - covered, seed) : null;
    }

    /// <inheritdoc/>
    public int Dimensions => _first.Dimensions + (_rest?.Dimensions ?? 0);

    /// <inheritdoc/>
    public double[] Point(long index) => [.. _first.Point(index), .. _rest?.Point(index) ?? []];
}
