using System.Globalization;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Physics;

namespace CoDesign.Detectors.Space;

/// <summary>Expands a parameter of kind array into its elements.</summary>
/// <param name="map">All parameters of the file.</param>
/// <param name="others">Those that stand alone and can be used.</param>
/// <param name="broken">Names that are already reported.</param>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class ArrayReader(
    ConfigNode map, IReadOnlyList<DesignParameter> others, HashSet<string> broken, List<Problem> problems)
{
    private const int LargestCount = 10000;

    private static readonly string[] Keys = ["count", "min", "max", "baseline", "scale", "stage"];

    /// <summary>The elements name_1, name_2, ...; null if they cannot be made.</summary>
    public IReadOnlyList<DesignParameter>? Read(string name, ConfigNode node)
    {
        if (name is "index" or "count")
        {
            problems.Add(node.Problem($"cannot be the name of an array, whose baseline may refer to the {name}"));
            return null;
        }

        if (Keys.Any(key => node.Find(key) is not { IsValid: true }) || Count(node.Get("count")) is not { } count
            || Dimension(node) is not { } unit)
        {
            return null;
        }

        var (number, parameter) = count;
        var elements = new List<DesignParameter>();
        for (var index = 1; index <= number; index++)
        {
            var element = Element(name, node, unit, new ArrayElement(name, index, number, parameter));
            if (element is null)
            {
                return null;
            }

            elements.Add(element);
        }

        return elements;
    }

    private (int Number, string? Parameter)? Count(ConfigNode node)
    {
        if (int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (number is >= 1 and <= LargestCount)
            {
                return (number, null);
            }

            problems.Add(node.Problem($"given {node.Text}, must be in [1, {LargestCount}]"));
            return null;
        }

        var integers = others.Where(parameter => parameter.Kind == ParameterKind.Integer).ToList();
        if (integers.Find(parameter => parameter.Name == node.Text) is { } found)
        {
            if (found.Minimum >= 1 && found.Maximum <= LargestCount)
            {
                return ((int)found.Baseline, found.Name);
            }

            problems.Add(node.Problem($"given {node.Text}, whose bounds must lie in [1, {LargestCount}]"));
        }
        else if (!broken.Contains(node.Text))
        {
            var hint = NearMiss.Suffix(node.Text, integers.Select(parameter => parameter.Name));
            problems.Add(node.Problem(
                $"given {node.Text}, must be a whole number or an integer parameter{hint}"));
        }

        return null;
    }

    /// <summary>The unit of all values; null with a problem if they differ in dimension.</summary>
    private Unit? Dimension(ConfigNode node)
    {
        ConfigNode minimum = node.Get("min"), maximum = node.Get("max");
        var (low, high) = (minimum.Quantity, maximum.Quantity);
        var unit = high.Dimension.IsNone && high.Value == 0 ? low.Unit : high.Unit;
        if (low.Dimension != unit.Dimension && !(low.Dimension.IsNone && low.Value == 0))
        {
            problems.Add(minimum.Problem(
                $"given {minimum.Text}, {ScalarReader.WrongDimension(unit.Dimension, low.Dimension)}"));
            return null;
        }

        var baseline = node.Get("baseline");
        if (baseline.Expression.Names.Any(broken.Contains))
        {
            return null;
        }

        try
        {
            var dimension = baseline.Expression.DimensionOf(DimensionOf);
            var isZero = baseline.Expression.Literal is { } literal && literal.Dimension.IsNone && literal.Value == 0;
            if (dimension == unit.Dimension || isZero)
            {
                return unit;
            }

            var fault = ScalarReader.WrongDimension(unit.Dimension, dimension);
            problems.Add(baseline.Problem($"given {baseline.Text}, {fault}"));
        }
        catch (ExpressionException exception)
        {
            problems.Add(baseline.Problem($"given {baseline.Text}: {exception.Message}"));
        }

        return null;
    }

    private Dimension DimensionOf(string name)
    {
        if (name is "index" or "count")
        {
            return Physics.Dimension.None;
        }

        var numbers = others.Where(parameter => parameter.Kind != ParameterKind.Choice).ToList();
        string[] known = [.. numbers.Select(parameter => parameter.Name), "index", "count"];
        return numbers.Find(parameter => parameter.Name == name)?.Dimension ?? throw new ExpressionException(
            $"unknown name {name}{NearMiss.Suffix(name, known)}; the baseline of an array may refer to index, count and the parameters that are no arrays");
    }

    private DesignParameter? Element(string name, ConfigNode node, Unit unit, ArrayElement place)
    {
        var expression = node.Get("baseline").Expression;
        var parameter = new DesignParameter
        {
            Name = $"{name}_{place.Index}",
            Unit = unit.Text,
            UnitValue = unit.Factor,
            Dimension = unit.Dimension,
            Kind = ParameterKind.Continuous,
            Minimum = node.Get("min").Number,
            Maximum = node.Get("max").Number,
            Baseline = expression.Evaluate(other => other switch
            {
                "index" => place.Index,
                "count" => place.Count,
                _ => others.First(parameter => parameter.Name == other).Baseline,
            }),
            Scale = node.Get("scale").Text == "log" ? ParameterScale.Log : ParameterScale.Linear,
            Stage = ParameterReader.Stage(node),
            Array = place,
            Description = node.Find("description")?.Text ?? "",
        };
        var problem = map.Find(parameter.Name) is not null
            ? node.Problem($"its element {parameter.Name} has the name of another parameter")
            : parameter.BoundsFault() is { } fault ? node.Problem(fault)
            : parameter.BaselineFault() is not null ? node.Get("baseline").Problem(
                $"given {expression}, which is {parameter.Format(parameter.Baseline)} at index {place.Index} of "
                + $"{place.Count}, must be in [{parameter.Format(parameter.Minimum)}, "
                + $"{parameter.Format(parameter.Maximum)}]")
            : null;
        if (problem is null)
        {
            return parameter;
        }

        problems.Add(problem);
        return null;
    }
}
