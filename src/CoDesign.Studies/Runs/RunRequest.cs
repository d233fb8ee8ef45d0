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
    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>From JSON.</summary>
    /// <param name="file">The file it came from, for messages.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="StudyException">It cannot be read.</exception>
    public static RunRequest FromJson(string file, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<RunRequest>(json) ?? throw new JsonException("it is empty");
        }
        catch (JsonException e)
        {
            throw new StudyException([new Problem(file, 0, "", $"this run's start cannot be read: {e.Message}")]);
        }
    }
}
