using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;
using CoDesign.Physics;

namespace CoDesign.Detectors.Geometries;

/// <summary>
/// Checks every expression of a file: names, dimension, value at the baseline and around it, currency.
/// </summary>
/// <param name="scope">The names of the file.</param>
/// <param name="broken">Names that are already reported; expressions of them are left alone.</param>
/// <param name="parameters">The parameters that can be used.</param>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class ExpressionChecker(
    QuantityScope scope, HashSet<string> broken, IReadOnlyList<DesignParameter> parameters, List<Problem> problems)
{
    /// <summary>Checks derived quantities: each cycle once, then dimensions in dependency order.</summary>
    public void CheckDerived(ConfigNode map)
    {
        var cyclic = new HashSet<string>();
        foreach (var (name, node) in map.Entries.Where(entry => scope.Derived.ContainsKey(entry.Key)))
        {
            if (scope.CycleThrough(name) is not { } cycle)
            {
                continue;
            }

            if (!cyclic.Contains(name))
            {
                problems.Add(node.Problem($"is derived from itself: {cycle}"));
            }

            cyclic.UnionWith(cycle.Split(" -> "));
        }

        broken.UnionWith(cyclic);
        foreach (var (name, node) in map.Entries.Where(entry => scope.Derived.ContainsKey(entry.Key)))
        {
            if (!cyclic.Contains(name) && !Check(node))
            {
                broken.Add(name);
            }
        }
    }

    /// <summary>Checks every expression below a node.</summary>
    public void CheckAll(ConfigNode node)
    {
        if (!node.IsValid)
        {
            return;
        }

        if (node.IsScalar)
        {
            if (node.Schema is ExpressionSchema)
            {
                Check(node);
            }

            return;
        }

        foreach (var child in node.IsList ? node.Items : node.Entries.Select(entry => entry.Value))
        {
            CheckAll(child);
        }
    }

    /// <summary>Reports amounts of money in another currency than that of the file.</summary>
    public void CheckCurrency(ConfigNode node, string currency)
    {
        if (!node.IsValid)
        {
            return;
        }

        if (!node.IsScalar)
        {
            foreach (var child in node.IsList ? node.Items : node.Entries.Select(entry => entry.Value))
            {
                CheckCurrency(child, currency);
            }

            return;
        }

        var used = node.Schema switch
        {
            ExpressionSchema => node.Expression.Currencies,
            QuantitySchema => UnitParser.CurrenciesIn(node.Quantity.Unit.Text),
            _ => [],
        };
        if (used.Any(symbol => symbol != currency))
        {
            problems.Add(node.Problem($"given {node.Text}, must be in {currency}, the currency at cost.currency"));
        }
    }

    /// <summary>Checks an expression that may refer to names of one place, in each of the cases that they stand
    /// for.</summary>
    /// <param name="node">The expression; anything else is left alone.</param>
    /// <param name="cases">The names, one case each; without any the expression is for nothing and left alone.</param>
    /// <param name="bounds">Where its value must lie; null for the bounds of its schema.</param>
    /// <param name="reason">Why it must lie there, for the message; null where that is clear.</param>
    public void Check(
        ConfigNode? node, IReadOnlyList<LocalNames> cases, Bounds? bounds = null, string? reason = null)
    {
        if (cases.Count > 0 && node is { IsValid: true, Schema: ExpressionSchema })
        {
            // Without such a name the cases are the same.
            var isLocal = cases.Any(names => node.Expression.Names.Any(names.Contains));
            CheckCases(node, isLocal ? cases : [LocalNames.None], bounds ?? ((ExpressionSchema)node.Schema).Bounds, reason);
        }
    }

    /// <summary>Checks that a checked expression is at most another of its dimension, at the baseline and around it, in
    /// each of the cases.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="limit">The other.</param>
    /// <param name="meaning">What the other is, for the message.</param>
    /// <param name="cases">The names that both may refer to.</param>
    public void CheckLimit(ConfigNode node, Expression limit, string meaning, IReadOnlyList<LocalNames> cases)
    {
        if (!cases.Any(names => names.FileNames(node.Expression).Concat(names.FileNames(limit))
            .Any(name => IsBroken(name, []))))
        {
            _ = cases.All(names => CheckLimit(node, limit, meaning, names));
        }
    }

    /// <summary>Whether an expression has a value, none of its names being reported.</summary>
    public bool CanEvaluate(Expression expression) => !expression.Names.Any(name => IsBroken(name, []));

    /// <summary>The value of a checked expression at the baseline [internal units].</summary>
    public double AtBaseline(Expression expression) => scope.Evaluate(
        expression, name => parameters.First(parameter => parameter.Name == name).Baseline);

    private bool Check(ConfigNode node) =>
        CheckCases(node, [LocalNames.None], ((ExpressionSchema)node.Schema).Bounds);

    private bool CheckCases(ConfigNode node, IReadOnlyList<LocalNames> cases, Bounds? bounds, string? reason = null)
    {
        var expression = node.Expression;
        if (cases.Any(names => names.FileNames(expression).Any(name => IsBroken(name, []))))
        {
            return true;
        }

        try
        {
            return cases.All(names => CheckDimension(node, names) is { } dimension
                && CheckValues(node, dimension, bounds, reason, names));
        }
        catch (ExpressionException exception)
        {
            problems.Add(node.Problem($"given {expression}: {exception.Message}"));
        }

        return false;
    }

    private Dimension? CheckDimension(ConfigNode node, LocalNames names)
    {
        var dimension = node.Expression.DimensionOf(name => names.DimensionOf(name, scope));
        // A constant has met its schema; the bounds may be others.
        if (node.Expression.IsConstant || ((ExpressionSchema)node.Schema).Dimension is not { } wanted
            || wanted == dimension)
        {
            return dimension;
        }

        problems.Add(node.Problem($"given {node.Expression}, {ScalarReader.WrongDimension(wanted, dimension)}"));
        return null;
    }

    /// <summary>Checks the value at the baseline and with each parameter that it depends on in turn at its
    /// bounds.</summary>
    private bool CheckValues(
        ConfigNode node, Dimension dimension, Bounds? bounds, string? reason, LocalNames names)
    {
        var expression = node.Expression;
        foreach (var (values, place) in Points([expression], names))
        {
            var value = names.Evaluate(expression, scope, name => values[name]);
            if (double.IsFinite(value) && bounds?.Contains(value) != false)
            {
                continue;
            }

            var shown = Quantity.Format(value, dimension.PreferredUnit);
            var allowed = (bounds is null ? "finite" : $"in {bounds}") + (reason is null ? "" : $": {reason}");
            problems.Add(node.Problem(expression.Literal is not null
                ? $"given {expression}, must be {allowed}"
                : $"given {expression}, which is {shown} {place}{names.Place}, must be {allowed}"));
            return false;
        }

        return true;
    }

    private bool CheckLimit(ConfigNode node, Expression limit, string meaning, LocalNames names)
    {
        foreach (var (values, place) in Points([node.Expression, limit], names))
        {
            var value = names.Evaluate(node.Expression, scope, name => values[name]);
            var most = names.Evaluate(limit, scope, name => values[name]);
            if (value <= most)
            {
                continue;
            }

            var unit = node.Expression.DimensionOf(name => names.DimensionOf(name, scope)).PreferredUnit;
            var given = node.Expression.Literal is null ? $", which is {Quantity.Format(value, unit)}" : ",";
            problems.Add(node.Problem(
                $"given {node.Expression}{given} {place}{names.Place}, must be at most {meaning}, "
                + Quantity.Format(most, unit)));
            return false;
        }

        return true;
    }

    /// <summary>The baseline, and each parameter that expressions depend on in turn at its bounds; the values are valid
    /// until the next.</summary>
    private IEnumerable<(Dictionary<string, double> Values, string Place)> Points(
        IEnumerable<Expression> expressions, LocalNames names)
    {
        var used = expressions.SelectMany(names.FileNames).SelectMany(ParametersOf).ToHashSet();
        var moved = parameters.Where(parameter => used.Contains(parameter.Name)).ToList();
        var values = moved.ToDictionary(parameter => parameter.Name, parameter => parameter.Baseline);
        yield return (values, "at the baseline");
        foreach (var parameter in moved)
        {
            foreach (var end in new[] { parameter.Minimum, parameter.Maximum })
            {
                values[parameter.Name] = end;
                yield return (values, $"where {parameter.Name} is {parameter.Format(end)}");
            }

            values[parameter.Name] = parameter.Baseline;
        }
    }

    private IEnumerable<string> ParametersOf(string name) =>
        scope.Derived.TryGetValue(name, out var derived) ? scope.ParametersOf(derived) : [name];

    private bool IsBroken(string name, HashSet<string> seen) =>
        broken.Contains(name)
        || (seen.Add(name) && scope.Derived.TryGetValue(name, out var derived)
            && derived.Names.Any(other => IsBroken(other, seen)));
}
