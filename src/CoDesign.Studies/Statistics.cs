namespace CoDesign.Studies;

/// <summary>Means and their errors.</summary>
internal static class Statistics
{
    /// <summary>Sample standard deviation (n - 1).</summary>
    public static double StandardDeviation(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        return values.Count < 2 ? double.NaN : Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }

    /// <summary>Standard error of the mean.</summary>
    public static double StandardError(IReadOnlyList<double> values) =>
        StandardDeviation(values) / Math.Sqrt(values.Count);
}
