using System.Text.Json.Nodes;
using Xunit;

namespace CoDesign.Cli.Tests;

/// <summary>A folder with a space and a program of Python that answers with the value of one expression.</summary>
internal sealed class MinimizePlace : IDisposable
{
    public const string Space = """
        parameters:
          x: {min: -5, max: 10}
          n: {min: 1, max: 9, kind: integer}
          absorber: {choices: [lead, iron]}
          t: {min: 1 mm, max: 3 cm, scale: log}

        """;

    private readonly Workplace _place = new();

    public MinimizePlace() => File.WriteAllText(_place.In("space.yaml"), Space);

    public Workplace Place => _place;

    /// <summary>Writes a program; "p" are the parameters, "trial" the number, "say" writes an answer.</summary>
    public void Program(string body) => File.WriteAllText(_place.In("program.py"), $$"""
        import json, os, sys, time
        def say(**answer):
            print(json.dumps(answer), flush=True)
        def value(p):
            return (p["x"] - 1.0) ** 2 + abs(p["n"] - 4) + (p["absorber"] == "iron") + abs(p["t"] - 2.0)
        for line in sys.stdin:
            question = json.loads(line)
            open("asked.txt", "a").write(line)
            p, trial = question["parameters"], question["trial"]
        {{string.Join('\n', body.Split('\n').Select(l => "    " + l.TrimEnd()))}}

        """);

    public string[] Asked() => File.ReadAllLines(_place.In("asked.txt"));

    public static string[] Arguments(int evaluations, params string[] more) =>
        ["minimize", "space.yaml", "--command", "python3 program.py", "--evaluations", $"{evaluations}", "--method", "sobol",
            "--out", "run", .. more];

    public JsonNode Minimize(int evaluations, params string[] more)
    {
        CommandResult result = _place.Run(Arguments(evaluations, ["--json", .. more]));
        Assert.True(result.Code == 0, result.Error);
        return JsonNode.Parse(result.Output) ?? throw new InvalidOperationException("nothing was printed");
    }

    /// <summary>A summary without times.</summary>
    public static string Numbers(JsonNode summary)
    {
        JsonObject rest = summary.DeepClone().AsObject();
        rest.Remove("seconds");
        rest.Remove("started");
        IEnumerable<JsonNode?> trials = (rest["history"] as JsonArray ?? []).Concat(rest["pareto"] as JsonArray ?? [])
            .Append(rest["best"]).Append(rest["least_infeasible"]);
        foreach (JsonNode? trial in trials)
        {
            (trial as JsonObject)?.Remove("seconds");
        }

        return rest.ToJsonString();
    }

    public void Dispose() => _place.Dispose();
}
