using CoDesign.Physics;

namespace CoDesign.Detectors.Configuration;

/// <summary>An expression of named quantities; a literal must lie in the bounds.</summary>
/// <param name="Dimension">The dimension of its value; null for any.</param>
/// <param name="Bounds">Where a value known at load must lie; null for anywhere.</param>
public sealed record ExpressionSchema(Dimension? Dimension, Bounds? Bounds = null) : SchemaNode;
