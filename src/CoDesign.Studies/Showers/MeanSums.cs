namespace CoDesign.Studies.Showers;

/// <summary>Running means of several numbers per event, and the errors of the means.</summary>
/// <remarks>Welford's update (Technometrics 4 (1962) 419), in event order: the sums do not depend on batches.</remarks>
/// <param name="width">Numbers per event.</param>
internal sealed class MeanSums(int width)
{
    private readonly double[] _mean = new double[width];
    private readonly double[] _squares = new double[width];
    private long _count;

    /// <summary>Means.</summary>
    public IReadOnlyList<double> Means => _mean;

    /// <summary>Standard errors of the means; null with one event.</summary>
    public IReadOnlyList<double?> Errors =>
        [.. _squares.Select(s => _count < 2 ? (double?)null : Math.Sqrt(s / (_count - 1) / _count))];

    public void Add(ReadOnlySpan<double> row)
    {
        _count++;
        for (int i = 0; i < row.Length; i++)
        {
            double before = row[i] - _mean[i];
            _mean[i] += before / _count;
            _squares[i] += before * (row[i] - _mean[i]);
        }
    }
}
