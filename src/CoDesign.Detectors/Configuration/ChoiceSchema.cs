namespace CoDesign.Detectors.Configuration;

/// <summary>One of a few words.</summary>
/// <param name="Options">The words.</param>
public sealed record ChoiceSchema(IReadOnlyList<string> Options) : SchemaNode;
