namespace CoDesign.Studies.Results;

/// <summary>A fitted function as pairs of x and value.</summary>
internal static class FitLine
{
    private const int Samples = 100;

    /// <summary>Over the range of the points, evenly in the logarithm of x.</summary>
    /// <param name="points">The points, x above 0.</param>
    /// <param name="function">Value at x; null for no line.</param>
    public static IReadOnlyList<double[]> Logarithmic(IReadOnlyList<CurvePoint> points, Func<double, double>? function)
    {
        if (function is null || points.Count < 2)
        {
            return [];
        }

        double low = Math.Log(points.Min(p => p.X)), high = Math.Log(points.Max(p => p.X));
        return [.. Enumerable.Range(0, Samples)
            .Select(i => Math.Exp(low + ((high - low) * i / (Samples - 1)))).Select(x => new[] { x, function(x) })];
    }
}
