namespace CoDesign.Optimization.Exchange;

/// <summary>Improves a point by moving single coordinates of a group to where others of the group are, or to a
/// bound.</summary>
/// <remarks>
/// An optimum of interchangeable coordinates gathers them in a few places, and every way to share them out among the
/// places is a local optimum that no gradient leaves. The exchange algorithm of optimal experimental design (Fedorov,
/// Theory of Optimal Experiments (1972)) does: one coordinate after the other goes to the place where the function is
/// least, until none wants to move. Where coordinates must keep a distance, a place is taken by the one that stands
/// there; then the nearest allowed place on either side of it is offered.
/// </remarks>
public static class ExchangeSearch
{
    // Places closer than this share of the range are one place.
    private const double SamePlace = 2e-3;

    // A move must lower the function by this share; less is rounding.
    private const double Gain = 1e-9;

    // The nearest allowed place is looked for from this share of the range on, twice as far each time, and then between
    // the last two to this share.
    private const double FirstDistance = 1e-3;
    private const double Precision = 1e-7;

    /// <summary>Offers every coordinate once the places of the others.</summary>
    /// <param name="start">Where to start, within the bounds.</param>
    /// <param name="groups">Interchangeable coordinates.</param>
    /// <param name="function">The function, positive; infinite where a point is not allowed.</param>
    /// <param name="allowed">Whether a point is allowed, cheaper than the function; null where none is forbidden.</param>
    /// <returns>The best point; without a move it is the start, and another sweep would find nothing.</returns>
    public static ExchangeResult Sweep(
        double[] start, IReadOnlyList<ExchangeGroup> groups, Func<double[], double> function,
        Func<double[], bool>? allowed = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(function);
        double[] point = [.. start];
        double value = function(point);
        int evaluations = 1, moves = 0;
        foreach (ExchangeGroup group in groups)
        {
            foreach (int i in group.Coordinates)
            {
                (double place, double least, int tried) = Best(point, i, group, value, function, allowed ?? (_ => true));
                evaluations += tried;
                if (least < value * (1 - Gain))
                {
                    (point[i], value) = (place, least);
                    moves++;
                }
            }
        }

        return new ExchangeResult(point, value, evaluations, moves);
    }

    /// <summary>Sweeps until no coordinate wants to move, or as often as allowed.</summary>
    /// <param name="start">Where to start, within the bounds.</param>
    /// <param name="sweeps">Most sweeps, 1 or more.</param>
    /// <param name="sweep">Makes a sweep from a point; its number, from 0.</param>
    public static ExchangeResult Run(double[] start, int sweeps, Func<double[], int, ExchangeResult> sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentOutOfRangeException.ThrowIfLessThan(sweeps, 1);
        ExchangeResult all = sweep(start, 0), last = all;
        for (int s = 1; last.Moves > 0 && s < sweeps; s++)
        {
            last = sweep(all.Point, s);
            all = new ExchangeResult(
                last.Point, last.Value, all.Evaluations + last.Evaluations, all.Moves + last.Moves);
        }

        return all;
    }

    private static (double Place, double Value, int Tried) Best(
        double[] point, int coordinate, ExchangeGroup group, double value, Func<double[], double> function,
        Func<double[], bool> allowed)
    {
        double[] candidate = [.. point];
        (double Place, double Value) best = (point[coordinate], value);
        double[] places = [.. Places(point, coordinate, group)
            .SelectMany(place => Allowed(place, group, IsAllowed)).Where(place => place != point[coordinate]).Distinct()];
        foreach (double place in places)
        {
            candidate[coordinate] = place;
            double at = function(candidate);
            best = at < best.Value ? (place, at) : best;
        }

        return (best.Place, best.Value, places.Length);

        bool IsAllowed(double place)
        {
            candidate[coordinate] = place;
            return allowed(candidate);
        }
    }

    // The place itself, or the nearest allowed one on each side of it.
    private static IEnumerable<double> Allowed(double place, ExchangeGroup group, Func<double, bool> isAllowed)
    {
        if (isAllowed(place))
        {
            yield return place;
            yield break;
        }

        foreach (double bound in (double[])[group.Minimum, group.Maximum])
        {
            if (Beside(place, bound, group.Maximum - group.Minimum, isAllowed) is { } beside)
            {
                yield return beside;
            }
        }
    }

    private static double? Beside(double place, double bound, double range, Func<double, bool> isAllowed)
    {
        double side = Math.Sign(bound - place), most = Math.Abs(bound - place), forbidden = 0;
        double distance = FirstDistance * range;
        for (; distance < most && !isAllowed(place + (side * distance)); distance *= 2)
        {
            forbidden = distance;
        }

        // The bound is offered by itself.
        if (distance >= most)
        {
            return null;
        }

        while (distance - forbidden > Precision * range)
        {
            double middle = (distance + forbidden) / 2;
            (distance, forbidden) = isAllowed(place + (side * middle)) ? (middle, forbidden) : (distance, middle);
        }

        return place + (side * distance);
    }

    // The bounds, and the middle of each cluster of the other coordinates.
    private static IEnumerable<double> Places(double[] point, int coordinate, ExchangeGroup group)
    {
        double near = SamePlace * (group.Maximum - group.Minimum);
        List<double> cluster = [];
        List<double> places = [group.Minimum, group.Maximum];
        foreach (double other in group.Coordinates.Where(i => i != coordinate).Select(i => point[i]).Order())
        {
            if (cluster.Count > 0 && other - cluster[^1] > near)
            {
                places.Add(cluster.Average());
                cluster.Clear();
            }

            cluster.Add(other);
        }

        if (cluster.Count > 0)
        {
            places.Add(cluster.Average());
        }

        return places.Where(place => place != point[coordinate]).Distinct();
    }
}
