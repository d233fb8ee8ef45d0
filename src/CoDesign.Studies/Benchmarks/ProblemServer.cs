using System.Text.Json;
using System.Text.Json.Nodes;
using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Trials;

namespace CoDesign.Studies.Benchmarks;

/// <summary>Evaluates a test problem for another program: a line of JSON in, a line out.</summary>
/// <param name="problem">Problem.</param>
/// <param name="seed">Seed of the noise; every answer has the next stream.</param>
public sealed class ProblemServer(TestProblem problem, ulong seed)
{
    private ulong _answered;

    /// <summary>Names, kinds and bounds of the parameters, and the optimum, as one line of JSON.</summary>
    public string Describe() => new JsonObject
    {
        ["problem"] = problem.Name,
        ["objectives"] = problem.ObjectiveCount,
        ["constraints"] = problem.ConstraintCount,
        ["optimum"] = problem.Optimum,
        ["reference"] = problem.ReferencePoint is { } r ? Numbers(r) : null,
        ["parameters"] = new JsonObject(problem.Space.Variables.Select(v => KeyValuePair.Create<string, JsonNode?>(
            v.Name, new JsonObject
            {
                ["kind"] = v.Kind.ToString().ToLowerInvariant(),
                ["min"] = v.Minimum,
                ["max"] = v.Maximum,
            }))),
    }.ToJsonString();

    /// <summary>The answer to one line.</summary>
    /// <param name="line">An object with the key parameters, as codesign minimize sends it; choices as their index or as
    /// text of it.</param>
    /// <returns>objectives, errors, constraints, gradient, and true: the objectives without noise; or error.</returns>
    public string Answer(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement parameters = document.RootElement.GetProperty("parameters");
            if (problem.Space.Variables.FirstOrDefault(v => !parameters.TryGetProperty(v.Name, out _)) is { } missing)
            {
                return Error($"{problem.Name} needs the parameter {missing.Name}; its parameters are "
                    + string.Join(", ", problem.Space.Variables.Select(v => v.Name)));
            }

            double[] point = [.. problem.Space.Variables.Select(v => Value(parameters.GetProperty(v.Name)))];
            if (!problem.Space.Contains(point))
            {
                return Error("the point is not in the space of the problem");
            }

            return Text(problem.Evaluate(point, seed, _answered++), problem.Objectives(point));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Error($"not an evaluation of {problem.Name}: {e.Message}");
        }
    }

    private static double Value(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString() ?? "") : element.GetDouble();

    private static string Text(Observation seen, double[] truth) => new JsonObject
    {
        ["objectives"] = Numbers(seen.Objectives),
        ["errors"] = Numbers(seen.Errors ?? []),
        ["constraints"] = Numbers(seen.Constraints),
        ["gradient"] = seen.Gradients is { } g ? Numbers(g[0]) : null,
        ["true"] = Numbers(truth),
    }.ToJsonString();

    private static JsonArray Numbers(double[] values) => new([.. values.Select(v => (JsonNode?)JsonValue.Create(v))]);

    private static string Error(string text) => new JsonObject { ["error"] = text }.ToJsonString();
}
