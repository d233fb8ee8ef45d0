namespace CoDesign.Detectors.Configuration;

/// <summary>Any text that is not empty.</summary>
public sealed record TextSchema : SchemaNode;
