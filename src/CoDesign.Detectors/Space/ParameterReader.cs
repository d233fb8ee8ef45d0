using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;

namespace CoDesign.Detectors.Space;

/// <summary>Reads the "parameters" of a file and says what is wrong with them.</summary>
/// <param name="reservedNames">Names that mean something else in expressions.</param>
/// <param name="localNames">Names that mean something else in some expressions; an array may have one.</param>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class ParameterReader(
    IReadOnlyCollection<string> reservedNames, IReadOnlyCollection<string> localNames, List<Problem> problems)
{
    private const string ArrayKind = "array";

    /// <summary>The parameters that can be used.</summary>
    public List<DesignParameter> Parameters { get; } = [];

    /// <summary>Names that were given but cannot be used, so that expressions of them are not reported again.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>Numbers of elements of the arrays, by name; those of broken arrays are left out.</summary>
    public Dictionary<string, int> Arrays { get; } = [];

    public void Read(ConfigNode map)
    {
        var read = new Dictionary<string, IReadOnlyList<DesignParameter>>();
        // Arrays refer to the other parameters, which may stand below them.
        foreach (var isArray in new[] { false, true })
        {
            foreach (var (name, node) in map.Entries.Where(entry => IsArray(entry.Value) == isArray))
            {
                read[name] = Read(name, node, map, [.. read.Values.SelectMany(parameters => parameters)]);
            }
        }

        Parameters.AddRange(map.Entries.SelectMany(entry => read[entry.Key]));
    }

    /// <summary>Reports a name that expressions could not refer to.</summary>
    public void CheckName(string name, ConfigNode node)
    {
        if (!Expression.IsValidName(name, out var reason))
        {
            problems.Add(node.Problem($"cannot be a name: {reason}"));
        }
        else if (reservedNames.Contains(name))
        {
            problems.Add(node.Problem($"cannot be a name: {name} is a quantity of the whole detector"));
        }
        else if (localNames.Contains(name) && !IsArray(node))
        {
            problems.Add(node.Problem($"cannot be a name: {name} is a quantity of each layer"));
        }
    }

    private static bool IsArray(ConfigNode node) =>
        node.IsValid && node.Schema is VariantSchema && node.Variant == ArrayKind;

    private IReadOnlyList<DesignParameter> Read(
        string name, ConfigNode node, ConfigNode map, IReadOnlyList<DesignParameter> others)
    {
        var before = problems.Count;
        CheckName(name, node);
        var parameters = !node.IsValid ? null
            : node.Variant == ArrayKind ? new ArrayReader(map, others, Broken, problems).Read(name, node)
            : Parameter(name, node) is { } single ? [single]
            : null;
        if (parameters is null || problems.Count > before)
        {
            Broken.Add(name);
            return [];
        }

        if (node.Variant == ArrayKind)
        {
            Arrays.Add(name, parameters.Count);
        }

        return parameters;
    }

    internal static ParameterStage Stage(ConfigNode node) =>
        node.Get("stage").Text == "readout" ? ParameterStage.Readout : ParameterStage.Geometry;

    private static bool AreValid(ConfigNode node, params string[] keys) =>
        keys.All(key => node.Find(key) is { IsValid: true });

    private DesignParameter? Parameter(string name, ConfigNode node) =>
        node.Variant == "choice" ? Choice(name, node) : Numeric(name, node);

    private DesignParameter? Choice(string name, ConfigNode node)
    {
        if (!AreValid(node, "choices", "baseline", "stage") || node.Get("choices").Items.Any(item => !item.IsValid))
        {
            return null;
        }

        string[] choices = [.. node.Get("choices").Items.Select(item => item.Text)];
        var baseline = node.Get("baseline");
        var index = Array.IndexOf(choices, baseline.Text);
        if (index < 0)
        {
            var hint = NearMiss.Suffix(baseline.Text, choices);
            problems.Add(baseline.Problem($"given {baseline.Text}, must be {ScalarReader.OneOf(choices)}{hint}"));
            return null;
        }

        if (choices.Distinct().Count() < choices.Length)
        {
            problems.Add(node.Get("choices").Problem("a choice is listed twice"));
            return null;
        }

        return new DesignParameter
        {
            Name = name,
            Kind = ParameterKind.Choice,
            Minimum = 0,
            Maximum = choices.Length - 1,
            Baseline = index,
            Choices = choices,
            Stage = Stage(node),
            Description = node.Find("description")?.Text ?? "",
        };
    }

    private DesignParameter? Numeric(string name, ConfigNode node)
    {
        if (!AreValid(node, "min", "max", "baseline", "scale", "stage"))
        {
            return null;
        }

        ConfigNode[] given = [node.Get("min"), node.Get("max"), node.Get("baseline")];
        var reference = given.FirstOrDefault(value => !value.Quantity.Dimension.IsNone) ?? given[0];
        foreach (var value in given)
        {
            var isZero = value.Quantity.Value == 0 && value.Quantity.Dimension.IsNone;
            if (value.Quantity.Dimension != reference.Quantity.Dimension && !isZero)
            {
                var fault = ScalarReader.WrongDimension(reference.Quantity.Dimension, value.Quantity.Dimension);
                problems.Add(value.Problem($"given {value.Text}, {fault}"));
                return null;
            }
        }

        var unit = reference == given[0] && given[2].Quantity.Unit.Text.Length > 0
            ? given[2].Quantity.Unit
            : reference.Quantity.Unit;
        var parameter = new DesignParameter
        {
            Name = name,
            Unit = unit.Text,
            UnitValue = unit.Factor,
            Dimension = unit.Dimension,
            Kind = node.Variant == "integer" ? ParameterKind.Integer : ParameterKind.Continuous,
            Minimum = given[0].Number,
            Maximum = given[1].Number,
            Baseline = given[2].Number,
            Scale = node.Get("scale").Text == "log" ? ParameterScale.Log : ParameterScale.Linear,
            Stage = Stage(node),
            Description = node.Find("description")?.Text ?? "",
        };
        return Usable(parameter, node);
    }

    private DesignParameter? Usable(DesignParameter parameter, ConfigNode node)
    {
        if (parameter.Kind == ParameterKind.Integer && !parameter.Dimension.IsNone)
        {
            problems.Add(node.Problem($"an integer has no unit, given {parameter.Unit}"));
            return null;
        }

        if (parameter.BoundsFault() is { } fault)
        {
            problems.Add(node.Problem(fault));
            return null;
        }

        if (parameter.BaselineFault() is { } baselineFault)
        {
            problems.Add(node.Get("baseline").Problem(baselineFault));
            return null;
        }

        return parameter;
    }
}
