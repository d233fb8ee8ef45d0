namespace CoDesign.Studies.Configuration;

/// <summary>A published number of the detector that the baseline is after.</summary>
/// <param name="Curve">Name of the curve it belongs to.</param>
/// <param name="At">Where on the curve, internal units.</param>
/// <param name="Value">The number, internal units.</param>
/// <param name="Error">Its error, internal units; null if none is stated.</param>
/// <param name="Source">Where it is published.</param>
public sealed record PublishedValue(string Curve, double At, double Value, double? Error, string Source);
