namespace CoDesign.Optimization.Searches;

/// <summary>Equality of points number by number, for sets of points.</summary>
internal sealed class PointComparer : IEqualityComparer<double[]>
{
    public bool Equals(double[]? x, double[]? y) => x is null ? y is null : y is not null && x.AsSpan().SequenceEqual(y);

    public int GetHashCode(double[] point)
    {
        var hash = new HashCode();
        foreach (double value in point)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
