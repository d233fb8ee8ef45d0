namespace CoDesign.Simulation.Tests.MonteCarlo;

/// <summary>Moments of a sample, one value an event, with their standard errors.</summary>
internal sealed class Sample
{
    private readonly double[] _sorted;

    public Sample(double[] values)
    {
        int n = values.Length;
        _sorted = [.. values.Order()];
        Mean = values.Average();
        double m2 = values.Sum(v => Math.Pow(v - Mean, 2)) / n, m4 = values.Sum(v => Math.Pow(v - Mean, 4)) / n;
        Deviation = Math.Sqrt(m2 * n / (n - 1));
        MeanError = Deviation / Math.Sqrt(n);
        // Var(s) = (m4 - m2^2)/(4 m2 n) to first order in 1/n.
        DeviationError = m2 > 0 ? Math.Sqrt((m4 - (m2 * m2)) / (4 * m2 * n)) : 0;
    }

    public double Mean { get; }

    public double MeanError { get; }

    public double Deviation { get; }

    public double DeviationError { get; }

    /// <summary>Half the distance of the quantiles 84.13 % and 15.87 %.</summary>
    public double HalfWidth68 => (Quantile(0.8413) - Quantile(0.1587)) / 2;

    /// <summary>Quantile with linear interpolation.</summary>
    public double Quantile(double share)
    {
        double place = share * (_sorted.Length - 1);
        int low = Math.Min((int)place, _sorted.Length - 2);
        return _sorted[low] + ((place - low) * (_sorted[low + 1] - _sorted[low]));
    }
}
