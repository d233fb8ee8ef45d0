namespace CoDesign.Detectors.Configuration;

/// <summary>A map from names that the user chooses to values of one kind.</summary>
/// <param name="Value">The schema of every value.</param>
/// <param name="KeyDescription">What the names are, "parameter", "material".</param>
/// <param name="MinimumCount">Fewest entries allowed.</param>
public sealed record MapSchema(SchemaNode Value, string KeyDescription, int MinimumCount = 0) : SchemaNode;
