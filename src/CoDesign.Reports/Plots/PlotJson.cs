using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoDesign.Reports.Plots;

/// <summary>Plotly JSON that is safe inside a script element: the encoder writes every &lt; as \u003C.</summary>
internal static class PlotJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = new LowerCase(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new FiniteNumbers() },
    };

    public static string Write(Plot plot) => JsonSerializer.Serialize(plot, Options);

    private sealed class LowerCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }

    /// <summary>Seven digits are enough for a picture; JSON has no NaN, and plotly leaves out what is null.</summary>
    private sealed class FiniteNumbers : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteRawValue(value.ToString("G7", CultureInfo.InvariantCulture));
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
