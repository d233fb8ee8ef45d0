namespace CoDesign.Optimization.Bayesian;

/// <summary>Leaders of the evaluated points: each the best within a distance of itself.</summary>
/// <remarks>Taken in the order of their values, a point leads when no leader is near. A search that has converged at the
/// first goes on with the others, as several trust regions would.</remarks>
internal static class Basins
{
    /// <summary>The best leaders.</summary>
    /// <param name="units">Points in the unit cube, best first.</param>
    /// <param name="radius">Distance within which points belong together.</param>
    /// <param name="most">Most leaders.</param>
    /// <returns>Indices of the leaders among the points, and how many points each leads.</returns>
    public static List<(int Leader, int Followers)> Of(IReadOnlyList<double[]> units, double radius, int most)
    {
        List<(int Leader, int Followers)> basins = [];
        for (int i = 0; i < units.Count; i++)
        {
            int near = basins.FindIndex(b => Distance(units[b.Leader], units[i]) <= radius);
            if (near >= 0)
            {
                basins[near] = (basins[near].Leader, basins[near].Followers + 1);
            }
            else if (basins.Count < most)
            {
                basins.Add((i, 1));
            }
        }

        return basins;
    }

    /// <summary>Distance of two points.</summary>
    public static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return Math.Sqrt(sum);
    }
}
