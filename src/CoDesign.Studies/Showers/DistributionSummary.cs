using System.Text.Json.Serialization;

namespace CoDesign.Studies.Showers;

/// <summary>What a distribution over events is like; null where there are too few events.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="MeanError">Standard error of the mean, std / sqrt(n).</param>
/// <param name="Std">Sample standard deviation (n - 1).</param>
/// <param name="StdError">Standard error of the standard deviation, sqrt((m4 - m2^2) / (4 m2 n)), m_k the central
/// moments; too small where the tail is heavy and n small, null below four events.</param>
/// <param name="HalfWidth68">(q84.13 - q15.87) / 2, quantiles interpolated linearly: insensitive to tails.</param>
public sealed record DistributionSummary(
    [property: JsonPropertyName("mean")] double Mean,
    [property: JsonPropertyName("mean_error")] double? MeanError,
    [property: JsonPropertyName("std")] double? Std,
    [property: JsonPropertyName("std_error")] double? StdError,
    [property: JsonPropertyName("half_width_68")] double? HalfWidth68);
