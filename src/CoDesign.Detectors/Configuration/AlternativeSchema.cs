namespace CoDesign.Detectors.Configuration;

/// <summary>One of several forms told apart by their YAML shape: scalar, list or object; at most one of each.</summary>
/// <param name="Forms">The forms.</param>
public sealed record AlternativeSchema(IReadOnlyList<SchemaNode> Forms) : SchemaNode;
