namespace CoDesign.Optimization.Spaces;

/// <summary>The ordered variables of a function, and the map between their values and the unit cube.</summary>
/// <remarks>
/// A point holds values: real numbers, whole numbers, indices of choices. Its image in the unit cube is
/// (s(x) - s(min)) / (s(max) - s(min)), s the identity or the logarithm, for a real or whole number; an index k of n
/// choices is k / (n - 1), of which only equality means anything.
/// </remarks>
public sealed class SearchSpace
{
    /// <summary>Creates a space.</summary>
    /// <param name="variables">One or more variables with different names.</param>
    /// <exception cref="ArgumentException">Bounds or names cannot be used.</exception>
    public SearchSpace(IReadOnlyList<SearchVariable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentOutOfRangeException.ThrowIfZero(variables.Count);
        foreach (SearchVariable v in variables)
        {
            if (!(v.Minimum < v.Maximum) || !double.IsFinite(v.Maximum - v.Minimum) || (v.IsLogarithmic && v.Minimum <= 0)
                || (v.Kind != VariableKind.Continuous && !(double.IsInteger(v.Minimum) && double.IsInteger(v.Maximum)))
                || (v.Kind == VariableKind.Choice && v.Minimum != 0))
            {
                throw new ArgumentException($"{v.Name}: bounds {v.Minimum} and {v.Maximum} cannot be used", nameof(variables));
            }
        }

        if (variables.Select(v => v.Name).Distinct().Count() < variables.Count)
        {
            throw new ArgumentException("two variables have the same name", nameof(variables));
        }

        Variables = [.. variables];
    }

    /// <summary>The variables, in the order of all points.</summary>
    public IReadOnlyList<SearchVariable> Variables { get; }

    /// <summary>Number of variables.</summary>
    public int Dimensions => Variables.Count;

    /// <summary>Image of a point in the unit cube.</summary>
    /// <param name="point">Values within the bounds, [variables].</param>
    public double[] ToUnit(ReadOnlySpan<double> point)
    {
        var unit = new double[Dimensions];
        for (int i = 0; i < unit.Length; i++)
        {
            SearchVariable v = Variables[i];
            double low = v.ToScale(v.Minimum);
            unit[i] = (v.ToScale(point[i]) - low) / (v.ToScale(v.Maximum) - low);
        }

        return unit;
    }

    /// <summary>The allowed point nearest to a point of the unit cube: inverse of <see cref="ToUnit"/>.</summary>
    /// <param name="unit">[variables] in [0, 1].</param>
    public double[] FromUnit(ReadOnlySpan<double> unit)
    {
        var point = new double[Dimensions];
        for (int i = 0; i < point.Length; i++)
        {
            SearchVariable v = Variables[i];
            double low = v.ToScale(v.Minimum), high = v.ToScale(v.Maximum);
            point[i] = Allowed(v, v.FromScale(low + (Math.Clamp(unit[i], 0, 1) * (high - low))));
        }

        return point;
    }

    /// <summary>Maps a uniform point so that every whole number and every choice has the same share of the
    /// cube, as samplers need.</summary>
    /// <param name="uniform">[variables] in [0, 1].</param>
    public double[] Sample(ReadOnlySpan<double> uniform)
    {
        var point = new double[Dimensions];
        for (int i = 0; i < point.Length; i++)
        {
            SearchVariable v = Variables[i];
            double beyond = v.Kind == VariableKind.Continuous ? 0 : 0.5;
            double low = v.ToScale(v.Minimum - beyond), high = v.ToScale(v.Maximum + beyond);
            point[i] = Allowed(v, v.FromScale(low + (uniform[i] * (high - low))));
        }

        return point;
    }

    /// <summary>Whether a point is allowed: within the bounds, whole where it must be.</summary>
    /// <param name="point">Values, [variables].</param>
    public bool Contains(ReadOnlySpan<double> point)
    {
        for (int i = 0; i < Dimensions; i++)
        {
            SearchVariable v = Variables[i];
            if (!(point[i] >= v.Minimum && point[i] <= v.Maximum)
                || (v.Kind != VariableKind.Continuous && !double.IsInteger(point[i])))
            {
                return false;
            }
        }

        return point.Length == Dimensions;
    }

    private static double Allowed(SearchVariable v, double value) => Math.Clamp(
        v.Kind == VariableKind.Continuous ? value : Math.Round(value, MidpointRounding.AwayFromZero), v.Minimum, v.Maximum);
}
