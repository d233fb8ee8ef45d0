using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoDesign.Studies.Showers.Comparison;

/// <summary>The parametric model against the Monte Carlo.</summary>
/// <param name="Geometry">Name of the geometry.</param>
/// <param name="Particle">Word of the particle.</param>
/// <param name="Seed">Seed of every random number, and of the designs.</param>
/// <param name="Designs">The designs: values with units by name of the parameter, the baseline first.</param>
/// <param name="Rows">Every design at every energy.</param>
public sealed record ComparisonSummary(
    [property: JsonPropertyName("geometry")] string Geometry,
    [property: JsonPropertyName("particle")] string Particle,
    [property: JsonPropertyName("seed")] ulong Seed,
    [property: JsonPropertyName("designs")] IReadOnlyList<IReadOnlyDictionary<string, string>> Designs,
    [property: JsonPropertyName("rows")] IReadOnlyList<ComparisonRow> Rows)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>JSON text; numbers round-trip, what does not exist is null.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
