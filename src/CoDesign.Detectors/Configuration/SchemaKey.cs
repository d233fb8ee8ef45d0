namespace CoDesign.Detectors.Configuration;

/// <summary>One key of an object.</summary>
/// <param name="Name">The key.</param>
/// <param name="Schema">What may stand there.</param>
/// <param name="Description">One sentence for help, documentation and editors.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Default">The YAML text that holds when it is absent; null if it may simply be absent.</param>
public sealed record SchemaKey(
    string Name, SchemaNode Schema, string Description, bool IsRequired, string? Default = null);
