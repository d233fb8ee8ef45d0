using System.Globalization;

namespace CoDesign.Reports.Plots;

/// <summary>Ticks of logarithmic axes: decades over many of them, finer steps over few, and even steps where the range
/// is a part of one.</summary>
internal static class LogTicks
{
    private const int Enough = 4;
    private const int Crowded = 7;
    private const int ManyDecades = 9;

    private static readonly double[][] Mantissas = [[1, 2, 5], [1, 3], [1, 2, 3, 5, 7]];

    /// <summary>Ticks from <paramref name="low"/> to <paramref name="high"/> and the next ones beyond.</summary>
    /// <param name="low">Smallest value, positive.</param>
    /// <param name="high">Largest value, at least as large.</param>
    public static double[] Between(double low, double high)
    {
        double[] decades = Decades(low, high, [1]);
        if (Inside(decades, low, high) >= Enough)
        {
            return decades;
        }

        double[][] choices = [.. Mantissas.Select(mantissas => Decades(low, high, mantissas)), Even(low, high)];
        return choices.FirstOrDefault(ticks => Inside(ticks, low, high) is >= Enough and <= Crowded)
            ?? choices.MaxBy(ticks => Inside(ticks, low, high)) ?? decades;
    }

    /// <summary>"0.05", "2000", "3 × 10⁻⁶".</summary>
    public static string Label(double tick)
    {
        if (tick is >= 1e-4 and < 1e5)
        {
            return tick.ToString("0.#######", CultureInfo.InvariantCulture);
        }

        int exponent = (int)Math.Floor(Math.Log10(tick) + 1e-9);
        string mantissa = (tick / Math.Pow(10, exponent)).ToString("0.####", CultureInfo.InvariantCulture);
        string power = exponent.ToString(CultureInfo.InvariantCulture);
        return (mantissa == "1" ? "" : $"{mantissa} × ") + $"10<sup>{power}</sup>";
    }

    private static int Inside(double[] ticks, double low, double high) =>
        ticks.Count(tick => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));

    private static double[] Decades(double low, double high, double[] mantissas)
    {
        int first = (int)Math.Floor(Math.Log10(low)), last = (int)Math.Ceiling(Math.Log10(high));
        int stride = 1 + ((last - first) / ManyDecades);
        return [.. Enumerable.Range(first, last - first + 1).Where(decade => decade % stride == 0)
            .SelectMany(decade => mantissas.Select(mantissa => mantissa * Math.Pow(10, decade)))];
    }

    private static double[] Even(double low, double high) => high > low
        ? [.. NiceTicks.Between(low - (0.2 * (high - low)), high + (0.2 * (high - low)), 6).Where(tick => tick > 0)]
        : [low];
}
