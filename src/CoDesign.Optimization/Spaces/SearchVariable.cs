namespace CoDesign.Optimization.Spaces;

/// <summary>One variable of a search space.</summary>
public sealed record SearchVariable
{
    private const double NarrowShare = 1e-9;

    /// <summary>Name, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>What values it takes.</summary>
    public required VariableKind Kind { get; init; }

    /// <summary>Lower bound; a whole number for an integer, 0 for a choice.</summary>
    public required double Minimum { get; init; }

    /// <summary>Upper bound, above the lower; the last index for a choice.</summary>
    public required double Maximum { get; init; }

    /// <summary>Whether the variable is searched on a logarithmic scale; then the lower bound is positive.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Number of values of an integer or a choice.</summary>
    /// <exception cref="InvalidOperationException">The variable is continuous.</exception>
    public long Levels() => Kind == VariableKind.Continuous
        ? throw new InvalidOperationException($"{Name} is continuous") : (long)(Maximum - Minimum) + 1;

    /// <summary>Whether values are mapped by their logarithm. In a range too narrow for logarithms to tell its ends apart
    /// they are not; there both scales are the same.</summary>
    internal bool UsesLogarithm => IsLogarithmic && Maximum - Minimum > NarrowShare * Minimum;

    internal double ToScale(double value) => UsesLogarithm ? Math.Log(value) : value;

    internal double FromScale(double position) => UsesLogarithm ? Math.Exp(position) : position;
}
