namespace CoDesign.Optimization.Pareto;

/// <summary>Volume that a set of points dominates, up to a reference point.</summary>
public static class Hypervolume
{
    /// <summary>The volume, exactly.</summary>
    /// <param name="points">[points][objectives], all to be minimised; points beyond the reference add nothing.</param>
    /// <param name="reference">Worst values of interest, [objectives], 1 or more.</param>
    /// <remarks>By slices along the last objective down to two objectives, where it is the area of a staircase; the time
    /// goes as points^(objectives - 1).</remarks>
    public static double Of(IReadOnlyList<double[]> points, IReadOnlyList<double> reference)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(reference);
        double[][] inside = [.. points.Where(p => Enumerable.Range(0, reference.Count).All(m => p[m] < reference[m]))];
        return Slices(inside, reference, reference.Count);
    }

    private static double Slices(double[][] points, IReadOnlyList<double> reference, int objectives)
    {
        if (points.Length == 0)
        {
            return 0;
        }

        if (objectives == 1)
        {
            return reference[0] - points.Min(p => p[0]);
        }

        int last = objectives - 1;
        double[][] order = [.. points.OrderBy(p => p[last])];
        if (objectives == 2)
        {
            return Staircase(order, reference);
        }

        double volume = 0;
        for (int k = 0; k < order.Length; k++)
        {
            double thickness = (k + 1 < order.Length ? order[k + 1][last] : reference[last]) - order[k][last];
            if (thickness > 0)
            {
                volume += thickness * Slices(order[..(k + 1)], reference, last);
            }
        }

        return volume;
    }

    private static double Staircase(double[][] order, IReadOnlyList<double> reference)
    {
        double area = 0, lowest = reference[0];
        foreach (double[] p in order)
        {
            if (p[0] < lowest)
            {
                area += (reference[1] - p[1]) * (lowest - p[0]);
                lowest = p[0];
            }
        }

        return area;
    }
}
