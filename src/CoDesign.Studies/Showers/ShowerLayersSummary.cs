using System.Text.Json.Serialization;

namespace CoDesign.Studies.Showers;

/// <summary>Mean energy per event in each layer [MeV], upstream first, with standard errors.</summary>
/// <param name="ActiveMean">In active material.</param>
/// <param name="PassiveMean">In passive material.</param>
/// <param name="ActiveMeanError">Standard errors of <paramref name="ActiveMean"/>.</param>
/// <param name="PassiveMeanError">Standard errors of <paramref name="PassiveMean"/>.</param>
public sealed record ShowerLayersSummary(
    [property: JsonPropertyName("active_mean_MeV")] IReadOnlyList<double> ActiveMean,
    [property: JsonPropertyName("passive_mean_MeV")] IReadOnlyList<double> PassiveMean,
    [property: JsonPropertyName("active_mean_error_MeV")] IReadOnlyList<double?> ActiveMeanError,
    [property: JsonPropertyName("passive_mean_error_MeV")] IReadOnlyList<double?> PassiveMeanError);
