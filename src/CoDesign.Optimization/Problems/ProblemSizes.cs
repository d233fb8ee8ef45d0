namespace CoDesign.Optimization.Problems;

/// <summary>Numbers that a size may take.</summary>
/// <param name="Least">Least.</param>
/// <param name="Usual">What a name without a size means.</param>
/// <param name="Most">Most.</param>
internal readonly record struct ProblemSizes(int Least, int Usual, int Most)
{
    /// <summary>One number alone.</summary>
    public static ProblemSizes Only(int size) => new(size, size, size);

    /// <summary>Whether a size is allowed.</summary>
    public bool Contains(int size) => size >= Least && size <= Most;
}
