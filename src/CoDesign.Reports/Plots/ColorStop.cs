using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoDesign.Reports.Plots;

/// <summary>A point of a colour scale; plotly wants the pair as an array.</summary>
/// <param name="Position">Place in [0, 1].</param>
/// <param name="Color">CSS colour.</param>
[JsonConverter(typeof(PairConverter))]
internal readonly record struct ColorStop(double Position, string Color)
{
    private sealed class PairConverter : JsonConverter<ColorStop>
    {
        public override ColorStop Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("figures are written only");

        public override void Write(Utf8JsonWriter writer, ColorStop value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Position);
            writer.WriteStringValue(value.Color);
            writer.WriteEndArray();
        }
    }
}
