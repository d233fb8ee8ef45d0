namespace CoDesign.Detectors.Configuration;

/// <summary>A plain number, or a fraction in per cent.</summary>
/// <param name="Bounds">Where it must lie; null for anywhere.</param>
public sealed record NumberSchema(Bounds? Bounds = null) : SchemaNode;
