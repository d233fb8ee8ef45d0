namespace CoDesign.Optimization.Pareto;

/// <summary>Cuts what no point of a front dominates, below a reference point, into boxes that do not overlap.</summary>
public static class BoxDecomposition
{
    /// <summary>The boxes.</summary>
    /// <param name="points">[points][objectives]; dominated points and those beyond the reference change nothing.</param>
    /// <param name="reference">Worst values of interest, [objectives].</param>
    /// <remarks>
    /// Between two neighbouring values of the last objective the region is the one of the points below in the other
    /// objectives; a box that goes on through several such layers is kept in one piece. One box more than points for two
    /// objectives, about twice as many as points for three.
    /// </remarks>
    public static IReadOnlyList<ObjectiveBox> NonDominated(IReadOnlyList<double[]> points, IReadOnlyList<double> reference)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(reference);
        double[][] inside = [.. points.Where(p => Enumerable.Range(0, reference.Count).All(m => p[m] < reference[m]))];
        return Layers(inside, reference, reference.Count);
    }

    private static List<ObjectiveBox> Layers(double[][] points, IReadOnlyList<double> reference, int objectives)
    {
        if (objectives == 1)
        {
            return [new ObjectiveBox(
                [double.NegativeInfinity], [points.Length == 0 ? reference[0] : points.Min(p => p[0])])];
        }

        int last = objectives - 1;
        double[][] order = [.. points.OrderBy(p => p[last])];
        var open = new Dictionary<(string, string), (ObjectiveBox Box, double From)>();
        var closed = new List<ObjectiveBox>();
        double from = double.NegativeInfinity;
        for (int k = 0; k <= order.Length; k++)
        {
            double to = k < order.Length ? order[k][last] : reference[last];
            if (to <= from)
            {
                continue; // equal values: one layer
            }

            double[][] below = [.. order.Take(k).Select(p => p[..last])];
            double[][] front = [.. Dominance.NonDominated(below).Select(i => below[i])];
            var present = new Dictionary<(string, string), (ObjectiveBox Box, double From)>();
            foreach (ObjectiveBox box in Layers(front, reference, last))
            {
                (string, string) key = (string.Join(' ', box.Lower), string.Join(' ', box.Upper));
                present[key] = (box, open.Remove(key, out var before) ? before.From : from);
            }

            closed.AddRange(open.Values.Select(o => Close(o.Box, o.From, from)));
            (open, from) = (present, to);
        }

        closed.AddRange(open.Values.Select(o => Close(o.Box, o.From, reference[last])));
        return closed;
    }

    private static ObjectiveBox Close(ObjectiveBox box, double from, double to) => new([.. box.Lower, from], [.. box.Upper, to]);
}
