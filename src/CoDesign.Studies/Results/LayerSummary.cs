namespace CoDesign.Studies.Results;

/// <summary>A layer of the drawing.</summary>
/// <param name="Material">Material.</param>
/// <param name="ThicknessMm">Thickness [mm].</param>
public sealed record LayerSummary(string Material, double ThicknessMm);
