namespace CoDesign.Detectors.Configuration;

/// <summary>An object whose keys depend on the word at one of them: kind, model, method.</summary>
/// <param name="Key">The key that decides.</param>
/// <param name="Variants">The objects by word, without the deciding key.</param>
/// <param name="Default">The word that holds when the key is absent; null if it must be given.</param>
/// <param name="Description">What the deciding key means.</param>
public sealed record VariantSchema(
    string Key, IReadOnlyDictionary<string, ObjectSchema> Variants, string? Default, string Description) : SchemaNode;
