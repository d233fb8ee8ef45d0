namespace CoDesign.Optimization.Bayesian;

/// <summary>Points that are not to be suggested, and whether another is the same as one of them.</summary>
/// <param name="points">The points, in the unit cube.</param>
internal sealed class ExcludedPoints(IReadOnlyList<double[]> points)
{
    // Far below what matters of any variable, far above rounding in the map to the unit cube.
    private const double Same = 1e-9;

    public bool Contains(ReadOnlySpan<double> unit)
    {
        foreach (double[] point in points)
        {
            int i = 0;
            while (i < point.Length && Math.Abs(point[i] - unit[i]) <= Same)
            {
                i++;
            }

            if (i == point.Length)
            {
                return true;
            }
        }

        return false;
    }
}
