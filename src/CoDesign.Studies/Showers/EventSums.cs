namespace CoDesign.Studies.Showers;

/// <summary>A sum per event, kept until the end: eight bytes an event give moments without cancellation, and
/// quantiles.</summary>
internal sealed class EventSums
{
    // Quantiles of a normal distribution at -1 and +1 sigma.
    private const double Low = 0.1587, High = 0.8413;

    // Below, an error of a width says nothing: the fourth moment of two events is the square of the second.
    private const int FewestForError = 4;
    private const int Block = 1 << 16;

    // Blocks, not one array that grows: nothing is copied, and nothing is left for the collector.
    private readonly List<double[]> _blocks = [];

    public int Count { get; private set; }

    public void Add(double value)
    {
        if (Count % Block == 0)
        {
            _blocks.Add(new double[Block]);
        }

        _blocks[^1][Count++ % Block] = value;
    }

    /// <summary>Central moments 1/n sum (x - mean)^k for k = 2, 3, 4, after the mean.</summary>
    public (double Mean, double M2, double M3, double M4) Moments()
    {
        double sum = 0, m2 = 0, m3 = 0, m4 = 0;
        foreach (double value in Values())
        {
            sum += value;
        }

        double mean = sum / Count;
        foreach (double value in Values())
        {
            double d = value - mean, d2 = d * d;
            m2 += d2;
            m3 += d2 * d;
            m4 += d2 * d2;
        }

        return (mean, m2 / Count, m3 / Count, m4 / Count);
    }

    /// <summary>The distribution.</summary>
    public DistributionSummary Summary()
    {
        (double mean, double m2, _, double m4) = Moments();
        if (Count < 2)
        {
            return new DistributionSummary(mean, null, null, null, null);
        }

        double std = Math.Sqrt(m2 * Count / (Count - 1));
        double? stdError = Count < FewestForError ? null : m2 > 0 ? Math.Sqrt(Math.Max(0, m4 - (m2 * m2)) / (4 * m2 * Count)) : 0;
        double[] sorted = [.. Values()];
        Array.Sort(sorted);
        return new DistributionSummary(
            mean, std / Math.Sqrt(Count), std, stdError, (Quantile(sorted, High) - Quantile(sorted, Low)) / 2);
    }

    /// <summary>std / mean with its error by first-order propagation of the errors of both.</summary>
    /// <remarks>
    /// r = s/m: var r = [(m4 - m2^2) / (4 m2 m^2) + m2^2 / m^4 - m3 / m^3] / n, from var m2 = (m4 - m2^2)/n, var m =
    /// m2/n and cov(m, m2) = m3/n (Cramer, Mathematical Methods of Statistics (1946), section 27.7). For a normal
    /// distribution with s much smaller than m it is r / sqrt(2n).
    /// </remarks>
    public ValueSummary Resolution()
    {
        (double mean, double m2, double m3, double m4) = Moments();
        if (Count < 2 || !(mean > 0))
        {
            return new ValueSummary(null, null);
        }

        double value = Math.Sqrt(m2 * Count / (Count - 1)) / mean;
        double variance = m2 > 0 ? (((m4 - (m2 * m2)) / (4 * m2 * mean * mean))
            + (m2 * m2 / Math.Pow(mean, 4)) - (m3 / Math.Pow(mean, 3))) / Count : 0;
        return new ValueSummary(value, Count < FewestForError ? null : Math.Sqrt(Math.Max(0, variance)));
    }

    private IEnumerable<double> Values() => _blocks.SelectMany(block => block).Take(Count);

    private static double Quantile(double[] sorted, double probability)
    {
        double place = probability * (sorted.Length - 1);
        int below = (int)place;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((place - below) * (above - sorted[below]));
    }
}
