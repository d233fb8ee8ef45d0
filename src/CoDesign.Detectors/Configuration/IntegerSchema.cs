namespace CoDesign.Detectors.Configuration;

/// <summary>A whole number.</summary>
/// <param name="Bounds">Where it must lie; null for anywhere.</param>
public sealed record IntegerSchema(Bounds? Bounds = null) : SchemaNode;
