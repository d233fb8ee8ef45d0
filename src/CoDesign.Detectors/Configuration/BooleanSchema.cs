namespace CoDesign.Detectors.Configuration;

/// <summary>true or false.</summary>
public sealed record BooleanSchema : SchemaNode;
