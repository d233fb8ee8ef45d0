using CoDesign.Reports.Plots;

namespace CoDesign.Reports.Figures;

/// <summary>Vertical axes of values that may span factors.</summary>
internal static class ValueAxis
{
    // A linear axis shows less than this factor well.
    private const double WideSpan = 3;

    /// <summary>An axis for the values, logarithmic where they span a large factor, with room at both ends.</summary>
    /// <param name="title">Title.</param>
    /// <param name="values">What must be seen; what is not finite is left out.</param>
    public static Axis Of(string title, IEnumerable<double> values)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        if (known.Length == 0)
        {
            return Axis.Linear(title);
        }

        (double low, double high) = (known.Min(), known.Max());
        if (low > 0 && high > WideSpan * low)
        {
            double room = 0.05 * Math.Log10(high / low);
            return Axis.Log(title, low, high) with { Range = [Math.Log10(low) - room, Math.Log10(high) + room] };
        }

        double margin = high > low ? 0.06 * (high - low) : Math.Max(0.05 * Math.Abs(low), 1e-9);
        return Axis.Linear(title) with { Range = [low - margin, high + margin], NTicks = 7 };
    }

    /// <summary>The values at the ends of an axis with a range.</summary>
    public static (double Low, double High) Ends(Axis axis) => axis.Range is not [double low, double high]
        ? (double.NaN, double.NaN) : axis.Type is null ? (low, high) : (Math.Pow(10, low), Math.Pow(10, high));
}
