using CoDesign.Physics;

namespace CoDesign.Detectors.Configuration;

/// <summary>A literal quantity with a unit: "3 mm".</summary>
/// <param name="Dimension">Its dimension; null for any.</param>
/// <param name="Bounds">Where its value must lie; null for anywhere.</param>
public sealed record QuantitySchema(Dimension? Dimension, Bounds? Bounds = null) : SchemaNode;
