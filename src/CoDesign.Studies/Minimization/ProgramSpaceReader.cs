using System.Globalization;
using System.Text.Json;
using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Spaces;
using CoDesign.Physics;
using CoDesign.Studies.Configuration;

namespace CoDesign.Studies.Minimization;

/// <summary>Reads a space file and says everything that is wrong with it.</summary>
public sealed class ProgramSpaceReader
{
    private readonly List<Problem> _problems = [];

    private ProgramSpaceReader()
    {
    }

    /// <summary>Reads a space.</summary>
    /// <param name="file">The file.</param>
    /// <param name="overrides">"key.path=value".</param>
    /// <exception cref="StudyException">Anything is wrong; carries all problems.</exception>
    public static ProgramSpace Read(string file, IReadOnlyList<string> overrides) =>
        new ProgramSpaceReader().ReadFile(file, StudyLoader.ReadText(file, "space"), overrides);

    private ProgramSpace ReadFile(string file, string text, IReadOnlyList<string> overrides)
    {
        ConfigNode? root = ConfigDocument.Read(file, text, MinimizationSchema.File, overrides, _problems);
        if (root is not { IsValid: true } || root.Find("parameters") is not { IsValid: true } map)
        {
            throw new StudyException(_problems);
        }

        ProgramParameter?[] parameters = [.. map.Entries.Select(e => Parameter(e.Key, e.Value))];
        (int? objectives, string[] names) = Count(root.Find("objectives"));
        (int? constraints, _) = Count(root.Find("constraints"));
        double[]? reference = Reference(root.Find("reference_point"), objectives);
        string name = root.Find("name") is { IsValid: true } given ? CheckedName(given)
            : NameOf(file);
        return _problems.Count > 0 ? throw new StudyException(_problems) : new ProgramSpace
        {
            Name = name,
            Parameters = [.. parameters.OfType<ProgramParameter>()],
            Objectives = objectives ?? reference?.Length,
            ObjectiveNames = names,
            Constraints = constraints,
            ReferencePoint = reference,
            Configuration = root,
        };
    }

    private ProgramParameter? Parameter(string name, ConfigNode node) =>
        !node.IsValid ? null : node.Variant == "choice" ? Choice(name, node) : Numeric(name, node);

    private ProgramParameter? Choice(string name, ConfigNode node)
    {
        if (node.Find("choices") is not { IsValid: true } list || list.Items.Any(item => !item.IsValid))
        {
            return null;
        }

        string[] words = [.. list.Items.Select(item => item.Text)];
        if (words.Distinct().Count() < words.Length)
        {
            _problems.Add(list.Problem("a choice is listed twice"));
            return null;
        }

        bool bare = words.All(IsJsonNumber) || words.All(w => w is "true" or "false");
        return new ProgramParameter(
            new SearchVariable { Name = name, Kind = VariableKind.Choice, Minimum = 0, Maximum = words.Length - 1 },
            "", [.. words.Select(w => bare ? w : ProgramParameter.Word(w))]);
    }

    private ProgramParameter? Numeric(string name, ConfigNode node)
    {
        if (node.Find("min") is not { IsValid: true } min || node.Find("max") is not { IsValid: true } max
            || node.Find("scale") is not { IsValid: true } scale)
        {
            return null;
        }

        bool bareZero = min.Quantity.Value == 0 && min.Quantity.Unit.Text.Length == 0;
        Unit unit = (bareZero ? max : min).Quantity.Unit;
        if (max.Quantity.Dimension != unit.Dimension && !(max.Quantity.Value == 0 && max.Quantity.Dimension.IsNone))
        {
            _problems.Add(max.Problem($"given {max.Text}, must have the dimension of min, {min.Text}"));
            return null;
        }

        var variable = new SearchVariable
        {
            Name = name,
            Kind = node.Variant == "integer" ? VariableKind.Integer : VariableKind.Continuous,
            Minimum = In(unit, min.Number),
            Maximum = In(unit, max.Number),
            IsLogarithmic = scale.Text == "log",
        };
        if (Fault(variable, min.Text, max.Text) is { } fault)
        {
            _problems.Add(node.Problem(fault));
            return null;
        }

        return new ProgramParameter(variable, unit.Text, []);
    }

    private static string? Fault(SearchVariable v, string min, string max) =>
        !(v.Minimum < v.Maximum) ? $"given min {min} and max {max}, min must be below max"
        : !double.IsFinite(v.Maximum - v.Minimum) ? $"given min {min} and max {max}, must be a finite range"
        : v.IsLogarithmic && v.Minimum <= 0 ? $"given min {min} on a log scale, must be above 0"
        : v.Kind == VariableKind.Integer && !(double.IsInteger(v.Minimum) && double.IsInteger(v.Maximum))
            ? $"given min {min} and max {max}, must be whole numbers"
        : null;

    private (int? Count, string[] Names) Count(ConfigNode? node)
    {
        if (node is not { IsValid: true })
        {
            return (null, []);
        }

        if (!node.IsList)
        {
            return (node.WholeNumber, []);
        }

        string[] names = [.. node.Items.Where(item => item.IsValid).Select(item => item.Text)];
        if (names.Distinct().Count() < names.Length)
        {
            _problems.Add(node.Problem("a name is listed twice"));
        }

        return (node.Items.Count, names);
    }

    private double[]? Reference(ConfigNode? node, int? objectives)
    {
        if (node is not { IsValid: true } || node.Items.Any(item => !item.IsValid))
        {
            return null;
        }

        if (objectives is { } count && count != node.Items.Count)
        {
            _problems.Add(node.Problem($"given {node.Items.Count} values, must have {count}, one for each objective"));
        }

        return [.. node.Items.Select(item => item.Number)];
    }

    private static bool IsNameLetter(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ';

    private static string NameOf(string file)
    {
        string name = string.Concat(Path.GetFileNameWithoutExtension(file).Select(c => IsNameLetter(c) ? c : '_')).Trim(' ', '.');
        return name.Length > 0 ? name : "space";
    }

    // The name becomes a folder.
    private string CheckedName(ConfigNode name)
    {
        if (!name.Text.All(IsNameLetter) || name.Text.StartsWith('.'))
        {
            _problems.Add(name.Problem(
                $"given {name.Text}, must be letters, digits, '-', '_', '.' or spaces: results go to a folder of this name"));
        }

        return name.Text;
    }

    private static bool IsJsonNumber(string word)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(word);
            return document.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // 3 cm / mm is 30 to the last digit that was written.
    private static double In(Unit unit, double value) => double.Parse(
        (value / unit.Factor).ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
