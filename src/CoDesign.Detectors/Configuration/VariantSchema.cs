namespace CoDesign.Detectors.Configuration;

/// <summary>An object whose keys depend on the word at one of them: kind, model, method.</summary>
/// <param name="Key">The key that decides.</param>
/// <param name="Variants">The objects by word, without the deciding key.</param>
/// <param name="Default">The word that holds when the key is absent; null if it must be given.</param>
/// <param name="Description">What the deciding key means.</param>
public sealed record VariantSchema(
    string Key, IReadOnlyDictionary<string, ObjectSchema> Variants, string? Default, string Description) : SchemaNode
{
    /// <summary>The key that gives a variant away where the deciding key may be absent: the only variant that has it
    /// requires it, as "choices" means a choice. Null when there is none.</summary>
    /// <param name="word">The word of the variant.</param>
    public string? TellingKey(string word) => Default is null ? null : Variants[word].Keys
        .Where(key => key.IsRequired && Variants.All(v => v.Key == word || v.Value.Keys.All(other => other.Name != key.Name)))
        .Select(key => key.Name).FirstOrDefault();
}
