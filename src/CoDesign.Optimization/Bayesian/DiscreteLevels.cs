using CoDesign.Optimization.Spaces;

namespace CoDesign.Optimization.Bayesian;

/// <summary>The allowed places of integers and choices in the unit cube, within a region.</summary>
internal sealed class DiscreteLevels
{
    private readonly SearchSpace _space;
    private readonly double[] _lower, _upper;

    public DiscreteLevels(SearchSpace space, double[] lower, double[] upper)
    {
        (_space, _lower, _upper) = (space, lower, upper);
        Coordinates = [.. Enumerable.Range(0, space.Dimensions)
            .Where(i => space.Variables[i].Kind != VariableKind.Continuous)];
        Combinations = 1;
        foreach (int i in Coordinates)
        {
            Combinations *= space.Variables[i].Levels();
        }
    }

    /// <summary>All of a space.</summary>
    public DiscreteLevels(SearchSpace space)
        : this(space, new double[space.Dimensions], [.. Enumerable.Repeat(1.0, space.Dimensions)])
    {
    }

    /// <summary>A point of a finite space that is not excluded; null when there is none.</summary>
    public double[]? Free(ExcludedPoints excluded) =>
        IsFinite ? All(new double[_space.Dimensions]).FirstOrDefault(u => !excluded.Contains(u)) : null;

    /// <summary>Indices of the discrete variables.</summary>
    public int[] Coordinates { get; }

    /// <summary>Number of their combinations in the whole cube, as a real number lest it overflow.</summary>
    public double Combinations { get; }

    /// <summary>Whether no variable is continuous.</summary>
    public bool IsFinite => Coordinates.Length == _space.Dimensions;

    /// <summary>The place of a value of a variable.</summary>
    public double Place(int variable, double value)
    {
        SearchVariable v = _space.Variables[variable];
        double low = v.ToScale(v.Minimum);
        return (v.ToScale(value) - low) / (v.ToScale(v.Maximum) - low);
    }

    /// <summary>All combinations of the discrete variables around a point, which lends the others.</summary>
    public IEnumerable<double[]> All(double[] unit)
    {
        double[] point = [.. unit];
        return Rest(point, 0);
    }

    /// <summary>Points that differ in one variable: of a choice and of an integer with few values every other value,
    /// of one with many those at distances 1, 2, 4, ... both ways.</summary>
    public IEnumerable<double[]> Neighbours(double[] unit)
    {
        foreach (int i in Coordinates)
        {
            SearchVariable v = _space.Variables[i];
            double here = _space.FromUnit(unit)[i];
            foreach (double value in v.Kind == VariableKind.Choice || v.Levels() <= 12 ? Every(v, here) : Steps(v, here))
            {
                double place = Place(i, value);
                if (Allowed(i, place))
                {
                    double[] moved = [.. unit];
                    moved[i] = place;
                    yield return moved;
                }
            }
        }
    }

    /// <summary>Moves the discrete variables of a point to the nearest allowed places, inside the region if it has
    /// any.</summary>
    public void Settle(double[] unit)
    {
        if (Coordinates.Length == 0)
        {
            return;
        }

        double[] values = _space.FromUnit(unit);
        foreach (int i in Coordinates)
        {
            double place = Place(i, values[i]);
            double inward = place > _upper[i] ? values[i] - 1 : values[i] + 1;
            unit[i] = !Allowed(i, place) && Allowed(i, Place(i, inward)) ? Place(i, inward) : place;
        }
    }

    // A region is a matter of order; choices have none.
    private bool Allowed(int variable, double place) => _space.Variables[variable].Kind == VariableKind.Choice
        || (place >= _lower[variable] - 1e-12 && place <= _upper[variable] + 1e-12);

    private IEnumerable<double[]> Rest(double[] point, int position)
    {
        if (position == Coordinates.Length)
        {
            yield return [.. point];
            yield break;
        }

        int i = Coordinates[position];
        SearchVariable v = _space.Variables[i];
        // Counted, since at 2^53 a number of 64 bits does not become more by 1.
        for (long level = 0; level < v.Levels(); level++)
        {
            point[i] = Place(i, v.Minimum + level);
            if (Allowed(i, point[i]))
            {
                foreach (double[] all in Rest(point, position + 1))
                {
                    yield return all;
                }
            }
        }
    }

    private static IEnumerable<double> Every(SearchVariable v, double here)
    {
        for (long level = 0; level < v.Levels(); level++)
        {
            if (v.Minimum + level is var value && value != here)
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<double> Steps(SearchVariable v, double here)
    {
        for (double step = 1; step <= v.Maximum - v.Minimum; step *= 2)
        {
            if (here + step <= v.Maximum)
            {
                yield return here + step;
            }

            if (here - step >= v.Minimum)
            {
                yield return here - step;
            }
        }
    }
}
