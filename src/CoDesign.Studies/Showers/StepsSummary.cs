using System.Text.Json.Serialization;

namespace CoDesign.Studies.Showers;

/// <summary>Mean number of transport steps per event; 0 in a model without transport.</summary>
/// <param name="Charged">Of electrons and positrons.</param>
/// <param name="Photon">Of photons.</param>
public sealed record StepsSummary(
    [property: JsonPropertyName("charged")] double Charged, [property: JsonPropertyName("photon")] double Photon);
