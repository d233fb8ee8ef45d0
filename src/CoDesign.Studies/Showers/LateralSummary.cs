using System.Text.Json.Serialization;

namespace CoDesign.Studies.Showers;

/// <summary>Lateral size of showers.</summary>
/// <param name="ActiveRmsRadius">sqrt(sum E r^2 / sum E) over the active energy of all events, r from the axis [mm];
/// null without active energy.</param>
public sealed record LateralSummary(
    [property: JsonPropertyName("active_rms_radius_mm")] double? ActiveRmsRadius);
