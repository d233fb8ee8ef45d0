namespace CoDesign.Studies.Results;

/// <summary>A point of a curve against energy.</summary>
/// <param name="EnergyGev">Mean true energy of the bin [GeV].</param>
/// <param name="Value">Value in the curve's unit.</param>
/// <param name="Error">Standard error.</param>
public sealed record CurvePoint(double EnergyGev, double Value, double Error);
