namespace CoDesign.Studies.Results;

/// <summary>A value with its standard error and unit.</summary>
/// <param name="Value">Value in the unit.</param>
/// <param name="Error">Standard error in the unit.</param>
/// <param name="Unit">Unit; empty for a pure number.</param>
public sealed record MetricSummary(double Value, double Error, string Unit)
{
    /// <summary>Mean of repetitions, with the standard error from their scatter.</summary>
    /// <param name="values">One value a repetition, internal units.</param>
    /// <param name="unitValue">Size of the unit in internal units.</param>
    /// <param name="unit">The unit.</param>
    public static MetricSummary Mean(IEnumerable<double> values, double unitValue, string unit)
    {
        double[] inUnit = [.. values.Select(v => v / unitValue)];
        return new MetricSummary(inUnit.Average(), Statistics.StandardError(inUnit), unit);
    }
}
