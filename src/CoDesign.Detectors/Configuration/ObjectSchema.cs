namespace CoDesign.Detectors.Configuration;

/// <summary>An object with known keys; any other key is an error.</summary>
/// <param name="Keys">The keys in the order in which they are written out.</param>
public sealed record ObjectSchema(IReadOnlyList<SchemaKey> Keys) : SchemaNode;
