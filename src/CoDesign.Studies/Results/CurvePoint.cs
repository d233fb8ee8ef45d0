namespace CoDesign.Studies.Results;

/// <summary>A point of a curve.</summary>
/// <param name="X">Mean of the bin in the curve's <see cref="CurveAxis"/>.</param>
/// <param name="Value">Value in the curve's unit.</param>
/// <param name="Error">Standard error.</param>
public sealed record CurvePoint(double X, double Value, double Error);
