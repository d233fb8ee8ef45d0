using System.Text.Json;
using CoDesign.Detectors.Configuration;

namespace CoDesign.Studies.Runs;

/// <summary>How a run was asked for.</summary>
/// <param name="StudyFile">The study file as it was named.</param>
/// <param name="Quick">Whether the quick form was asked for.</param>
/// <param name="Started">Start in UTC, ISO 8601.</param>
/// <param name="Version">Version of CoDesign that started it.</param>
public sealed record RunRequest(string StudyFile, bool Quick, string Started, string Version)
{
    /// <summary>Format of the journal that this version writes and continues; raised when a piece of work has another
    /// value or is made at another place.</summary>
    public const int CurrentFormat = 4;

    // The first format did not say so.
    private const int FirstFormat = 1;

    /// <summary>Format of the run's journal.</summary>
    public int Format { get; } = CurrentFormat;

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>From JSON.</summary>
    /// <param name="file">The file it came from, for messages.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="StudyException">It cannot be read, or the run is of another format.</exception>
    public static RunRequest FromJson(string file, string json)
    {
        try
        {
            int format = FormatOf(json);
            if (format != CurrentFormat)
            {
                throw new StudyException([new Problem(file, 0, "",
                    $"the run was begun by {(format < CurrentFormat ? "an older" : "a newer")} version (format "
                    + $"{format}), this one continues format {CurrentFormat}; run the study again in another directory")]);
            }

            return JsonSerializer.Deserialize<RunRequest>(json) ?? throw new JsonException("it is empty");
        }
        catch (JsonException e)
        {
            throw new StudyException([new Problem(file, 0, "", $"this run's start cannot be read: {e.Message}")]);
        }
    }

    private static int FormatOf(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind != JsonValueKind.Object ? throw new JsonException("it is no JSON object")
            : !document.RootElement.TryGetProperty(nameof(Format), out JsonElement format) ? FirstFormat
            : format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out int number) ? number
            : throw new JsonException($"{nameof(Format)} is no whole number");
    }
}
