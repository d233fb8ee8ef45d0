using CoDesign.Detectors.Configuration;
using CoDesign.Physics;

namespace CoDesign.Detectors.Expressions;

/// <summary>
/// The names that expressions of one file may refer to: parameters, and quantities derived from them.
/// </summary>
public sealed class QuantityScope
{
    private readonly Dictionary<string, Dimension> _parameters;
    private readonly Dictionary<string, Expression> _derived;
    private readonly Dictionary<string, Dimension> _derivedDimensions = [];
    private readonly HashSet<string> _choices;
    private readonly Dictionary<string, int> _arrays;

    /// <summary>Creates a scope.</summary>
    /// <param name="parameters">Names and dimensions of the parameters.</param>
    /// <param name="derived">Named expressions of parameters and of each other.</param>
    /// <param name="choices">Names of parameters that are words and have no number.</param>
    /// <param name="arrays">Names of arrays and how many elements they have; the elements name_1, name_2, ... are
    /// parameters.</param>
    public QuantityScope(
        IReadOnlyDictionary<string, Dimension> parameters,
        IReadOnlyDictionary<string, Expression> derived,
        IEnumerable<string>? choices = null,
        IReadOnlyDictionary<string, int>? arrays = null)
    {
        _parameters = new Dictionary<string, Dimension>(parameters);
        _derived = new Dictionary<string, Expression>(derived);
        _choices = [.. choices ?? []];
        _arrays = new Dictionary<string, int>(arrays ?? new Dictionary<string, int>());
    }

    /// <summary>All names, parameters first.</summary>
    public IEnumerable<string> Names => _parameters.Keys.Concat(_derived.Keys);

    /// <summary>The arrays of parameters and how many elements they have.</summary>
    public IReadOnlyDictionary<string, int> Arrays => _arrays;

    /// <summary>The derived quantities.</summary>
    public IReadOnlyDictionary<string, Expression> Derived => _derived;

    /// <summary>The cycle that a derived quantity is part of, "a -> b -> a"; null if it is part of none.</summary>
    /// <param name="name">Name of a derived quantity.</param>
    public string? CycleThrough(string name)
    {
        var path = new List<string> { name };
        return Visit(name, []) ? string.Join(" -> ", path) : null;

        bool Visit(string current, HashSet<string> seen)
        {
            foreach (var next in _derived.TryGetValue(current, out var expression) ? expression.Names : [])
            {
                path.Add(next);
                if (next == name || (seen.Add(next) && Visit(next, seen)))
                {
                    return true;
                }

                path.RemoveAt(path.Count - 1);
            }

            return false;
        }
    }

    /// <summary>The dimension of a name.</summary>
    /// <exception cref="ExpressionException">The name is unknown, a word, or derived from itself.</exception>
    public Dimension DimensionOf(string name)
    {
        if (_parameters.TryGetValue(name, out var dimension) || _derivedDimensions.TryGetValue(name, out dimension))
        {
            return dimension;
        }

        if (_choices.Contains(name))
        {
            throw new ExpressionException($"{name} is a choice of words and has no value");
        }

        if (_arrays.TryGetValue(name, out var count))
        {
            throw new ExpressionException($"{name} is an array; its elements are {name}_1 to {name}_{count}");
        }

        if (!_derived.TryGetValue(name, out var expression))
        {
            throw new ExpressionException($"unknown name {name}{NearMiss.Suffix(name, Names)}");
        }

        if (CycleThrough(name) is { } cycle)
        {
            throw new ExpressionException($"{name} is derived from itself: {cycle}");
        }

        return _derivedDimensions[name] = expression.DimensionOf(DimensionOf);
    }

    /// <summary>Parameters of an expression, directly or through derived quantities.</summary>
    /// <param name="expression">An expression that has a dimension in this scope.</param>
    public IEnumerable<string> ParametersOf(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression.Names.SelectMany(name =>
            _derived.TryGetValue(name, out var derived) ? ParametersOf(derived) : [name]);
    }

    /// <summary>Evaluates an expression of this scope.</summary>
    /// <param name="expression">An expression that has a dimension in this scope.</param>
    /// <param name="parameter">The value of a parameter [internal units].</param>
    public double Evaluate(Expression expression, Func<string, double> parameter)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression.Evaluate(Lookup);

        double Lookup(string name) =>
            _derived.TryGetValue(name, out var derived) ? derived.Evaluate(Lookup) : parameter(name);
    }
}
