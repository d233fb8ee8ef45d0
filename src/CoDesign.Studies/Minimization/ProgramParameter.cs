using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoDesign.Optimization.Spaces;

namespace CoDesign.Studies.Minimization;

/// <summary>A parameter as the search and as the program see it.</summary>
/// <param name="Variable">As the search sees it: numbers in the parameter's unit, indices of choices.</param>
/// <param name="Unit">Unit of the numbers; empty for pure numbers and choices.</param>
/// <param name="Choices">JSON of the choices; empty for numbers.</param>
public sealed record ProgramParameter(SearchVariable Variable, string Unit, IReadOnlyList<string> Choices)
{
    // lead+steel stays what it is, for programs and people who look at the line.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Its name.</summary>
    public string Name => Variable.Name;

    /// <summary>A value as JSON: a whole number without a point, a real one always with a point or an exponent, so that
    /// its type does not change from trial to trial.</summary>
    /// <param name="value">Value of the variable.</param>
    public string Json(double value)
    {
        if (Variable.Kind != VariableKind.Continuous)
        {
            return Variable.Kind == VariableKind.Choice
                ? Choices[(int)value] : ((long)value).ToString(CultureInfo.InvariantCulture);
        }

        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsInteger(value) && !text.Contains('E', StringComparison.Ordinal) ? text + ".0" : text;
    }

    /// <summary>A word as JSON, without escapes that JSON does not ask for.</summary>
    /// <param name="text">The word.</param>
    public static string Word(string text) => JsonSerializer.Serialize(text, Plain);

    /// <summary>A point as JSON, by name.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="point">Values of their variables.</param>
    public static string Json(IReadOnlyList<ProgramParameter> parameters, IReadOnlyList<double> point) =>
        $"{{{string.Join(", ", parameters.Select((p, i) => $"{Word(p.Name)}: {p.Json(point[i])}"))}}}";

    /// <summary>A point as a JSON object that keeps its numbers as they were sent.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="point">Values of their variables.</param>
    public static JsonNode Node(IReadOnlyList<ProgramParameter> parameters, IReadOnlyList<double> point) =>
        JsonNode.Parse(Json(parameters, point)) ?? throw new JsonException("an object is not null");
}
