namespace CoDesign.Studies.Results;

/// <summary>A section of the drawing.</summary>
/// <param name="Name">Name.</param>
/// <param name="Layers">Number of periods.</param>
/// <param name="Absorber">Absorber plate.</param>
/// <param name="Passive">Passive layer, if any.</param>
/// <param name="Active">Active layer.</param>
public sealed record SectionSummary(
    string Name, int Layers, LayerSummary Absorber, LayerSummary? Passive, LayerSummary Active);
