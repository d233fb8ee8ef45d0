using System.Text.Json.Serialization;

namespace CoDesign.Studies.Showers.Comparison;

/// <summary>Both models at one design and energy.</summary>
/// <param name="Design">Number of the design, from 0.</param>
/// <param name="Energy">Energy of the primary [MeV].</param>
/// <param name="Parametric">The closed forms.</param>
/// <param name="MonteCarlo">The transport.</param>
public sealed record ComparisonRow(
    [property: JsonPropertyName("design")] int Design,
    [property: JsonPropertyName("energy_MeV")] double Energy,
    [property: JsonPropertyName("parametric")] ModelResponse Parametric,
    [property: JsonPropertyName("monte_carlo")] ModelResponse MonteCarlo)
{
    /// <summary>Visible energy, parametric over Monte Carlo.</summary>
    [JsonPropertyName("visible_ratio")]
    public ValueSummary VisibleRatio => Ratio(Parametric.Visible, MonteCarlo.Visible);

    /// <summary>Resolution, parametric over Monte Carlo.</summary>
    [JsonPropertyName("resolution_ratio")]
    public ValueSummary ResolutionRatio => Ratio(Parametric.Resolution, MonteCarlo.Resolution);

    /// <summary>Width of the central 68.3 %, parametric over Monte Carlo.</summary>
    [JsonPropertyName("width_68_ratio")]
    public ValueSummary WidthRatio => Ratio(Parametric.Width68, MonteCarlo.Width68);

    private static ValueSummary Ratio(ValueSummary of, ValueSummary to)
    {
        double? ratio = of.Value / to.Value;
        double? first = of.Error / of.Value, second = to.Error / to.Value;
        return ratio is { } r && double.IsFinite(r) && first is { } a && second is { } b
            ? new ValueSummary(r, r * Math.Sqrt((a * a) + (b * b))) : new ValueSummary(null, null);
    }
}
