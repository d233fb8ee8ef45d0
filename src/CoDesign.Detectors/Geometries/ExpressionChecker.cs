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

    private bool Check(ConfigNode node)
    {
        var expression = node.Expression;
        if (expression.IsConstant || DependsOnBroken(expression, []))
        {
            return true;
        }

        var schema = (ExpressionSchema)node.Schema;
        try
        {
            var dimension = expression.DimensionOf(scope.DimensionOf);
            if (schema.Dimension is { } wanted && wanted != dimension)
            {
                problems.Add(node.Problem($"given {expression}, {ScalarReader.WrongDimension(wanted, dimension)}"));
                return false;
            }

            return CheckValues(node, expression, dimension, schema.Bounds);
        }
        catch (ExpressionException exception)
        {
            problems.Add(node.Problem($"given {expression}: {exception.Message}"));
        }

        return false;
    }

    /// <summary>Checks the value at the baseline and with each parameter in turn at its bounds.</summary>
    private bool CheckValues(ConfigNode node, Expression expression, Dimension dimension, Bounds? bounds)
    {
        var values = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Baseline);
        if (!CheckValue("at the baseline"))
        {
            return false;
        }

        foreach (var parameter in parameters.Where(parameter => parameter.Kind != ParameterKind.Choice))
        {
            foreach (var end in new[] { parameter.Minimum, parameter.Maximum })
            {
                values[parameter.Name] = end;
                if (!CheckValue($"where {parameter.Name} is {parameter.Format(end)}"))
                {
                    return false;
                }
            }

            values[parameter.Name] = parameter.Baseline;
        }

        return true;

        bool CheckValue(string place)
        {
            var value = scope.Evaluate(expression, name => values[name]);
            if (double.IsFinite(value) && bounds?.Contains(value) != false)
            {
                return true;
            }

            var shown = Quantity.Format(value, dimension.PreferredUnit);
            var allowed = bounds is null ? "finite" : $"in {bounds}";
            problems.Add(node.Problem($"given {expression}, which is {shown} {place}, must be {allowed}"));
            return false;
        }
    }

    private bool DependsOnBroken(Expression expression, HashSet<string> seen) => expression.Names.Any(name =>
        broken.Contains(name)
        || (seen.Add(name) && scope.Derived.TryGetValue(name, out var derived) && DependsOnBroken(derived, seen)));
}
