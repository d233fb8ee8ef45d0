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
    public static string Write(StudySummary summary) => Text(summary);

    /// <summary>JSON text of a summary of another kind, written in the same way.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public static string Text<T>(T summary) => JsonSerializer.Serialize(summary, Options);

    /// <summary>Summary from JSON text.</summary>
    /// <exception cref="JsonException">The text is not a summary, or one of another schema.</exception>
    public static StudySummary Read(string json)
    {
        using (JsonDocument document = JsonDocument.Parse(json))
        {
            CheckSchema(document.RootElement);
        }

        return JsonSerializer.Deserialize<StudySummary>(json, Options) ?? throw new JsonException("the summary is empty");
    }

    private static void CheckSchema(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out JsonElement schema)
            || schema.ValueKind != JsonValueKind.Number || !schema.TryGetInt32(out int given))
        {
            throw new JsonException("this is no summary: it does not say its schema");
        }

        if (given != StudySummary.CurrentSchema)
        {
            throw new JsonException($"written by {(given < StudySummary.CurrentSchema ? "an older" : "a newer")} version "
                + $"(schema {given}), this one reads schema {StudySummary.CurrentSchema}; run the study again");
        }
    }
}
