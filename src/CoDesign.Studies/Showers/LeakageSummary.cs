using System.Text.Json.Serialization;

namespace CoDesign.Studies.Showers;

/// <summary>Mean energy per event that leaves through each face [MeV], with standard errors.</summary>
/// <param name="Front">Through the front face.</param>
/// <param name="Back">Through the back face.</param>
/// <param name="Side">Through the four sides.</param>
/// <param name="FrontError">Standard error of <paramref name="Front"/>.</param>
/// <param name="BackError">Standard error of <paramref name="Back"/>.</param>
/// <param name="SideError">Standard error of <paramref name="Side"/>.</param>
public sealed record LeakageSummary(
    [property: JsonPropertyName("front")] double Front,
    [property: JsonPropertyName("back")] double Back,
    [property: JsonPropertyName("side")] double Side,
    [property: JsonPropertyName("front_error")] double? FrontError,
    [property: JsonPropertyName("back_error")] double? BackError,
    [property: JsonPropertyName("side_error")] double? SideError);
