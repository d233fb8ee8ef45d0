using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoDesign.Studies.Results;

/// <summary>Summary to JSON and back.</summary>
public static class SummaryJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>JSON text of a summary; numbers round-trip.</summary>
    public static string Write(StudySummary summary) => JsonSerializer.Serialize(summary, Options);

    /// <summary>Summary from JSON text.</summary>
    /// <exception cref="JsonException">The text is not a summary.</exception>
    public static StudySummary Read(string json) =>
        JsonSerializer.Deserialize<StudySummary>(json, Options) ?? throw new JsonException("the summary is empty");
}
