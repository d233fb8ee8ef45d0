using System.Text.Json.Serialization;

namespace CoDesign.Studies.Showers;

/// <summary>A value with its standard error; null where it does not exist.</summary>
/// <param name="Value">Value.</param>
/// <param name="Error">Standard error.</param>
public sealed record ValueSummary(
    [property: JsonPropertyName("value")] double? Value, [property: JsonPropertyName("error")] double? Error);
