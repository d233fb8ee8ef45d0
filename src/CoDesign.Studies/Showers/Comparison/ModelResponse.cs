using System.Text.Json.Serialization;

namespace CoDesign.Studies.Showers.Comparison;

/// <summary>What one model says of one design at one energy, in parts of the primary's energy.</summary>
/// <param name="Events">Number of events.</param>
/// <param name="Visible">Mean energy in active material.</param>
/// <param name="Resolution">std / mean of it.</param>
/// <param name="Width68">Half width of the central 68.3 % over the mean: the resolution without its tail.</param>
/// <param name="BackLeakage">Mean energy through the back face.</param>
public sealed record ModelResponse(
    [property: JsonPropertyName("events")] int Events,
    [property: JsonPropertyName("visible")] ValueSummary Visible,
    [property: JsonPropertyName("resolution")] ValueSummary Resolution,
    [property: JsonPropertyName("width_68")] ValueSummary Width68,
    [property: JsonPropertyName("back_leakage")] ValueSummary BackLeakage)
{
    // Relative standard error of (q84.13 - q15.87) / 2 of n normal numbers, times sqrt n: var q = p (1 - p) / (n f^2)
    // at both, and their covariance (Cramer, Mathematical Methods of Statistics (1946), section 28.5).
    private const double QuantileError = 0.96;

    internal static ModelResponse Of(ShowerSummary summary)
    {
        double? width = summary.Active.HalfWidth68 / summary.Active.Mean;
        return new ModelResponse(
            summary.Events,
            new ValueSummary(summary.Active.Mean / summary.Energy, summary.Active.MeanError / summary.Energy),
            summary.Resolution,
            new ValueSummary(width, width * QuantileError / Math.Sqrt(summary.Events)),
            new ValueSummary(summary.Leakage.Back / summary.Energy, summary.Leakage.BackError / summary.Energy));
    }
}
