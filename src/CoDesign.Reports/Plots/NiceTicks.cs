namespace CoDesign.Reports.Plots;

/// <summary>Round numbers at even distances.</summary>
internal static class NiceTicks
{
    /// <summary>Multiples of 1, 2 or 5 times a power of ten from <paramref name="low"/> to
    /// <paramref name="high"/>.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, above.</param>
    /// <param name="intervals">About so many intervals.</param>
    public static double[] Between(double low, double high, int intervals)
    {
        double step = Step((high - low) / intervals);
        if (!(step > 0) || !double.IsFinite(step))
        {
            return [low];
        }

        int first = (int)Math.Ceiling((low / step) - 1e-6), last = (int)Math.Floor((high / step) + 1e-6);
        return [.. Enumerable.Range(first, Math.Max(last - first + 1, 0)).Select(i => Exact(i, step))];
    }

    // Divided by a whole number where the step is below one, so that three times a tenth is 0.3.
    private static double Exact(int i, double step) => step < 1 ? i / Math.Round(1 / step, 9) : i * step;

    private static double Step(double rough)
    {
        double decade = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return decade * (rough / decade) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 };
    }
}
