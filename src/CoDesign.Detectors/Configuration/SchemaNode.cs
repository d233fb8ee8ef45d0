namespace CoDesign.Detectors.Configuration;

/// <summary>What may stand at one place of a file. The loader, the help and the JSON schema are made from it.</summary>
public abstract record SchemaNode;
