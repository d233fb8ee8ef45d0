using System.Text.Json;
using System.Text.Json.Serialization;
using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Searches;

namespace CoDesign.Studies.Minimization;

/// <summary>How a minimisation was asked for, all that is needed to continue it.</summary>
public sealed record MinimizationRequest
{
    /// <summary>The word at Kind in run.json; studies have none.</summary>
    public const string KindName = "minimization";

    /// <summary>Format of the journal that this version writes.</summary>
    public const int CurrentFormat = 2;

    // In format 1 no answer was taken back; what it wrote means the same now.
    private const int FirstFormat = 1;

    private const int MostEvaluations = 1_000_000, MostParallel = 1024;
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What kind of run it is.</summary>
    public string Kind { get; init; } = KindName;

    /// <summary>Format of the run's journal.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The space file as it was named.</summary>
    public required string SpaceFile { get; init; }

    /// <summary>The program.</summary>
    public required ProgramCommand Command { get; init; }

    /// <summary>How points are chosen.</summary>
    public required SearchMethod Method { get; init; }

    /// <summary>Seed of every random number of the search.</summary>
    public required long Seed { get; init; }

    /// <summary>Trials in all, failed ones among them.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Programs that run at the same time.</summary>
    public required int Parallel { get; init; }

    /// <summary>Start in UTC, ISO 8601.</summary>
    public required string Started { get; init; }

    /// <summary>Version of CoDesign that started it.</summary>
    public required string Version { get; init; }

    /// <summary>What is wrong with the numbers and texts, by option.</summary>
    public IEnumerable<Problem> Problems()
    {
        (string Option, bool Wrong, string Message)[] checks =
        [
            ("--command", string.IsNullOrWhiteSpace(Command.Text), "given nothing, must be a command line for /bin/sh"),
            ("--evaluations", Evaluations is < 1 or > MostEvaluations,
                $"given {Evaluations}, must be a whole number in [1, {MostEvaluations}]"),
            ("--parallel", Parallel is < 1 or > MostParallel,
                $"given {Parallel}, must be a whole number in [1, {MostParallel}]"),
            ("--seed", Seed < 0, $"given {Seed}, must be 0 or more"),
            ("--timeout", Command.Timeout is { } t && !(t > 0 && double.IsFinite(t)),
                $"given {Command.Timeout}, must be a number of seconds above 0"),
        ];
        return checks.Where(c => c.Wrong).Select(c => new Problem(c.Option, 0, "", c.Message));
    }

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Whether the text of a run.json is that of a minimisation.</summary>
    /// <param name="json">The text.</param>
    public static bool IsOne(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(nameof(Kind), out JsonElement kind)
                && kind.ValueKind == JsonValueKind.String && kind.GetString() == KindName;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>From JSON.</summary>
    /// <param name="file">The file it came from, for messages.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="StudyException">It cannot be read, or the run is of another format.</exception>
    public static MinimizationRequest FromJson(string file, string json)
    {
        try
        {
            MinimizationRequest request = JsonSerializer.Deserialize<MinimizationRequest>(json, Options)
                ?? throw new JsonException("it is empty");
            return request.Format is >= FirstFormat and <= CurrentFormat ? request : throw new StudyException([new Problem(file, 0, "",
                $"the run was begun by another version (format {request.Format}), this one continues format "
                + $"{CurrentFormat}; start it again in another directory")]);
        }
        catch (JsonException e)
        {
            throw new StudyException([new Problem(file, 0, "", $"this run's start cannot be read: {e.Message}")]);
        }
    }
}
