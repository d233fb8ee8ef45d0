using System.Globalization;
using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Spaces;
using CoDesign.Physics;

namespace CoDesign.Studies.Minimization;

/// <summary>Reads the parameters of a space file and says what is wrong with them.</summary>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class ProgramParameterReader(List<Problem> problems)
{
    // Beyond it a number of 64 bits skips whole numbers.
    private const long LargestWhole = 1L << 53;

    /// <summary>Reads one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="node">What the file says of it.</param>
    /// <returns>Null if it cannot be used.</returns>
    public ProgramParameter? Read(string name, ConfigNode node) =>
        !node.IsValid ? null : node.Variant == "choice" ? Choice(name, node) : Numeric(name, node);

    private ProgramParameter? Choice(string name, ConfigNode node)
    {
        if (node.Find("choices") is not { IsValid: true } list || list.Items.Any(item => !item.IsValid))
        {
            return null;
        }

        ChoiceWord[] words = [.. list.Items.Select(item => new ChoiceWord(item.Text))];
        if (ChoiceWord.FindSame(words) is { } same)
        {
            problems.Add(list.Problem(same.First == same.Second ? $"given {same.First.Text} twice, a choice is listed twice"
                : $"given {same.First.Text} and {same.Second.Text}, which are the same: a choice is listed twice"));
            return null;
        }

        if (node.Find("baseline") is { IsValid: true } baseline && !words.Any(new ChoiceWord(baseline.Text).IsSameAs))
        {
            string[] texts = [.. words.Select(w => w.Text)];
            problems.Add(baseline.Problem(
                $"given {baseline.Text}, must be one of {string.Join(", ", texts)}{NearMiss.Suffix(baseline.Text, texts)}"));
            return null;
        }

        bool bare = words.All(w => w.IsJsonNumber) || words.All(w => w.Text is "true" or "false");
        return new ProgramParameter(
            new SearchVariable { Name = name, Kind = VariableKind.Choice, Minimum = 0, Maximum = words.Length - 1 },
            "", [.. words.Select(w => bare ? w.Text : ProgramParameter.Word(w.Text))]);
    }

    private ProgramParameter? Numeric(string name, ConfigNode node)
    {
        if (node.Find("min") is not { IsValid: true } min || node.Find("max") is not { IsValid: true } max
            || node.Find("scale") is not { IsValid: true } scale)
        {
            return null;
        }

        bool isInteger = node.Variant == "integer";
        ConfigNode reference = IsBareZero(min) ? max : min;
        Unit unit = reference.Quantity.Unit;
        ConfigNode[] given = node.Find("baseline") is { IsValid: true } baseline ? [min, max, baseline] : [min, max];
        int before = problems.Count;
        foreach (ConfigNode value in given)
        {
            if (Fault(value, reference, isInteger) is { } fault)
            {
                problems.Add(value.Problem(fault));
            }
        }

        if (problems.Count > before)
        {
            return null;
        }

        var variable = new SearchVariable
        {
            Name = name,
            Kind = isInteger ? VariableKind.Integer : VariableKind.Continuous,
            Minimum = In(unit, min).Value,
            Maximum = In(unit, max).Value,
            IsLogarithmic = scale.Text == "log",
        };
        if (Fault(variable, min.Text, max.Text) is { } wrong)
        {
            problems.Add(node.Problem(wrong));
            return null;
        }

        if (given.Length > 2 && In(unit, given[2]).Value is var start && !(start >= variable.Minimum && start <= variable.Maximum))
        {
            problems.Add(given[2].Problem($"given {given[2].Text}, must be in [{min.Text}, {max.Text}]"));
            return null;
        }

        return new ProgramParameter(variable, unit.Text, []);
    }

    // What is wrong with one of the numbers; the unit is that of the reference.
    private static string? Fault(ConfigNode node, ConfigNode reference, bool isInteger)
    {
        if (node.Quantity.Dimension != reference.Quantity.Dimension && !IsBareZero(node))
        {
            return $"given {node.Text}, must have the dimension of {reference.Path.Split('.')[^1]}, {reference.Text}";
        }

        ExactNumber number = In(reference.Quantity.Unit, node);
        return isInteger && !number.IsWhole ? $"given {node.Text}, must be {(reference.Quantity.Unit.Text is { Length: > 0 } unit
                ? $"a whole number of {unit}" : "a whole number")}"
            : isInteger && number.IsBeyond(LargestWhole)
                ? $"given {node.Text}, must be a whole number in [-{LargestWhole}, {LargestWhole}]: beyond 2^53 a number of 64 bits "
                + "skips whole numbers"
            : !double.IsFinite(number.Value) ? $"given {node.Text}, must be a number of 64 bits, at most 1.8e308"
            : number.Value == 0 && !number.Mantissa.IsZero
                ? $"given {node.Text}, must be 0 or a number of 64 bits, the least of which is 5e-324"
            : null;
    }

    private static string? Fault(SearchVariable v, string min, string max) =>
        !(v.Minimum < v.Maximum) ? $"given min {min} and max {max}, min must be below max"
            + (v.Minimum == v.Maximum && min != max ? "; as numbers of 64 bits they are the same" : "")
        : !double.IsFinite(v.Maximum - v.Minimum)
            ? $"given min {min} and max {max}, must be a finite range: max - min is above 1.8e308, "
            + "the largest number of 64 bits"
        : v.IsLogarithmic && v.Minimum <= 0 ? $"given min {min} on a log scale, must be above 0"
        : null;

    // Zero is the same in every unit.
    private static bool IsBareZero(ConfigNode node) =>
        node.Quantity.Unit.Text.Length == 0 && ExactNumber.AtStart(node.Text).Mantissa.IsZero;

    // As written where the units are the same; 3 cm / mm is 30.
    private static ExactNumber In(Unit unit, ConfigNode node)
    {
        ExactNumber number = ExactNumber.AtStart(node.Text);
        double ratio = node.Quantity.Unit.Factor / unit.Factor;
        if (ratio == 1 || IsBareZero(node))
        {
            return number;
        }

        // 0.001/1e-06 is 1000 but for rounding; a ratio without a short form, such as degrees to radians, stays as it is.
        double brief = double.Parse(ratio.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return number.Times(ExactNumber.Of(Math.Abs(brief - ratio) <= 1e-14 * ratio ? brief : ratio));
    }
}
