using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Spaces;

namespace CoDesign.Studies.Minimization;

/// <summary>Reads the line of JSON that a program answers with.</summary>
/// <param name="parameters">The parameters, for gradients.</param>
internal sealed partial class AnswerReader(IReadOnlyList<ProgramParameter> parameters)
{
    private const int LongestShown = 120;
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };
    private static readonly string[] Known = ["objectives", "errors", "constraints", "gradient", "trial"];

    /// <summary>Reads an answer.</summary>
    /// <param name="line">The line.</param>
    /// <param name="trial">Number of the trial that was asked for.</param>
    /// <exception cref="AnswerException">It cannot be used.</exception>
    public ProgramAnswer Read(string line, int trial)
    {
        try
        {
            return ReadObject(line, trial);
        }
        catch (InvalidOperationException)
        {
            // A string that is no text: half a surrogate pair as an escape.
            throw NoObject(line);
        }
    }

    /// <summary>A text short enough for a message.</summary>
    public static string Cut(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "...";

    private ProgramAnswer ReadObject(string line, int trial)
    {
        using JsonDocument document = Parse(line);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw NoObject(line);
        }

        CheckKeys(root, line);
        JsonElement? echo = Find(root, "trial");
        if (echo is { } named && !(named.ValueKind == JsonValueKind.Number && named.GetDouble() == trial))
        {
            throw new AnswerException(
                FailureKind.WrongAnswer, $"the answer is that of trial {Cut(named.GetRawText())}, asked was trial {trial}")
            {
                IsOfAnotherTrial = named.ValueKind == JsonValueKind.Number,
            };
        }

        if (Find(root, "objectives") is not { } given)
        {
            throw Wrong($"the answer has no objectives: {Cut(line)}");
        }

        double[] objectives = Numbers(given, "objectives");
        if (objectives.Length == 0)
        {
            throw Wrong("objectives: given none, must be one or more");
        }

        return new ProgramAnswer(
            objectives, Errors(root, objectives.Length),
            Find(root, "constraints") is { } c ? Numbers(c, "constraints") : null,
            Find(root, "gradient") is { } g ? Gradients(g, objectives.Length) : null)
        {
            NamesTrial = echo is not null,
        };
    }

    private static JsonDocument Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line, Deep);
        }
        catch (JsonException)
        {
        }

        // Python and others write NaN and Infinity, which are no JSON; the number is named instead of the line.
        try
        {
            return JsonDocument.Parse(BareNotFinite().Replace(line, m => $"{m.Groups[1].Value}\"{m.Groups[2].Value}\""), Deep);
        }
        catch (JsonException)
        {
            throw NoObject(line);
        }
    }

    private static AnswerException NoObject(string line) => new(FailureKind.Garbage,
        $"the program answered with a line that is no JSON object: {Cut(line)} (standard output is for answers; print the rest "
        + "to standard error)");

    private static AnswerException Wrong(string reason) => new(FailureKind.WrongAnswer, reason);

    // A misspelt key would silently be missed; keys of the program's own are its business.
    private static void CheckKeys(JsonElement root, string line)
    {
        var seen = new HashSet<string>();
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (Known.Contains(property.Name) && !seen.Add(property.Name))
            {
                throw Wrong($"{property.Name}: given twice, must be given once. The line was {Cut(line)}");
            }

            if (!Known.Contains(property.Name) && NearMiss.Find(property.Name, Known) is { } near)
            {
                throw Wrong($"{Cut(property.Name)}: unknown key; did you mean {near}? The line was {Cut(line)}");
            }
        }
    }

    private static JsonElement? Find(JsonElement root, string key) =>
        root.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static double[]? Errors(JsonElement root, int objectives)
    {
        if (Find(root, "errors") is not { } given)
        {
            return null;
        }

        double[] errors = Numbers(given, "errors");
        if (errors.Length != objectives)
        {
            throw Wrong($"errors: given {errors.Length}, must be {objectives}, one for each objective");
        }

        return errors.Any(e => e < 0) ? throw Wrong($"errors: given {errors.Min()}, must be 0 or more") : errors;
    }

    private double[][] Gradients(JsonElement given, int objectives)
    {
        bool nested = given.ValueKind == JsonValueKind.Array && given.GetArrayLength() > 0
            && given[0].ValueKind is JsonValueKind.Array or JsonValueKind.Object;
        if (!nested && objectives > 1)
        {
            throw Wrong($"gradient: must be a list of {objectives} gradients, one for each objective");
        }

        if (!nested)
        {
            return [Gradient(given, "gradient")];
        }

        return given.GetArrayLength() == objectives
            ? [.. given.EnumerateArray().Select((g, i) => Gradient(g, $"gradient[{i}]"))]
            : throw Wrong($"gradient: given {given.GetArrayLength()} gradients, must be {objectives}, one for each objective");
    }

    private double[] Gradient(JsonElement given, string name)
    {
        int[] continuous = [.. Enumerable.Range(0, parameters.Count)
            .Where(i => parameters[i].Variable.Kind == VariableKind.Continuous)];
        var gradient = new double[parameters.Count];
        if (given.ValueKind == JsonValueKind.Object)
        {
            if (given.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => parameters.All(p => p.Name != n)) is { } odd)
            {
                throw Wrong($"{name}.{Cut(odd)}: no such parameter{NearMiss.Suffix(odd, parameters.Select(p => p.Name))}");
            }

            foreach (int i in continuous)
            {
                gradient[i] = Find(given, parameters[i].Name) is { } value
                    ? Number(value, $"{name}.{parameters[i].Name}") : throw Wrong($"{name}: {parameters[i].Name} is missing");
            }

            return gradient;
        }

        double[] list = Numbers(given, name);
        if (list.Length != continuous.Length)
        {
            throw Wrong($"{name}: given {list.Length}, must be {continuous.Length}, one for each continuous parameter");
        }

        for (int i = 0; i < list.Length; i++)
        {
            gradient[continuous[i]] = list[i];
        }

        return gradient;
    }

    private static double[] Numbers(JsonElement given, string name) => given.ValueKind == JsonValueKind.Array
        ? [.. given.EnumerateArray().Select((value, i) => Number(value, $"{name}[{i}]"))]
        : throw Wrong($"{name}: given {Cut(given.GetRawText())}, must be a list of numbers");

    private static double Number(JsonElement value, string name)
    {
        string text = value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
        bool isNumber = value.ValueKind == JsonValueKind.Number;
        double number = isNumber ? double.Parse(text, CultureInfo.InvariantCulture) : double.NaN;
        return double.IsFinite(number) ? number
            : isNumber || NotFiniteWord().IsMatch(text)
                ? throw new AnswerException(FailureKind.NotFinite, $"{name} is {Cut(text)}, must be a finite number")
            : throw Wrong($"{name}: given {Cut(value.GetRawText())}, must be a number");
    }

    [GeneratedRegex(@"([\[:,]\s*)(-?(?:NaN|nan|Infinity|inf))(?=\s*[\],}])")]
    private static partial Regex BareNotFinite();

    [GeneratedRegex(@"^[-+]?(nan|inf|infinity)$", RegexOptions.IgnoreCase)]
    private static partial Regex NotFiniteWord();
}
