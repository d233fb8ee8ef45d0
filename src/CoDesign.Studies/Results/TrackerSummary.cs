namespace CoDesign.Studies.Results;

/// <summary>The layers of a tracker, for the drawing.</summary>
/// <param name="Shape">"planes" or "barrel".</param>
/// <param name="FieldTesla">Magnetic field [T]; 0 without one.</param>
/// <param name="Layers">Layers in the order of the track.</param>
/// <param name="Material">Material against polar angle, one curve for each of "total" and the groups of layers, in
/// radiation lengths.</param>
public sealed record TrackerSummary(
    string Shape, double FieldTesla, IReadOnlyList<TrackerLayerSummary> Layers,
    IReadOnlyDictionary<string, CurveSummary> Material) : LayoutSummary;
