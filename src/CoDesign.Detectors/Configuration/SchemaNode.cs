using CoDesign.Physics;

namespace CoDesign.Detectors.Configuration;

/// <summary>What may stand at one place of a file. The loader, the help and the JSON schema are made from it.</summary>
public abstract record SchemaNode;

/// <summary>An object with known keys; any other key is an error.</summary>
/// <param name="Keys">The keys in the order in which they are written out.</param>
public sealed record ObjectSchema(IReadOnlyList<SchemaKey> Keys) : SchemaNode;

/// <summary>A map from names that the user chooses to values of one kind.</summary>
/// <param name="Value">The schema of every value.</param>
/// <param name="KeyDescription">What the names are, "parameter", "material".</param>
/// <param name="MinimumCount">Fewest entries allowed.</param>
public sealed record MapSchema(SchemaNode Value, string KeyDescription, int MinimumCount = 0) : SchemaNode;

/// <summary>A list of values of one kind.</summary>
/// <param name="Item">The schema of every item.</param>
/// <param name="MinimumCount">Fewest items allowed.</param>
/// <param name="MaximumCount">Most items allowed.</param>
public sealed record ListSchema(SchemaNode Item, int MinimumCount = 0, int MaximumCount = int.MaxValue) : SchemaNode;

/// <summary>A literal quantity with a unit: "3 mm".</summary>
/// <param name="Dimension">Its dimension; null for any.</param>
/// <param name="Bounds">Where its value must lie; null for anywhere.</param>
public sealed record QuantitySchema(Dimension? Dimension, Bounds? Bounds = null) : SchemaNode;

/// <summary>An expression of named quantities; a literal must lie in the bounds.</summary>
/// <param name="Dimension">The dimension of its value; null for any.</param>
/// <param name="Bounds">Where a value known at load must lie; null for anywhere.</param>
public sealed record ExpressionSchema(Dimension? Dimension, Bounds? Bounds = null) : SchemaNode;

/// <summary>A plain number, or a fraction in per cent.</summary>
/// <param name="Bounds">Where it must lie; null for anywhere.</param>
public sealed record NumberSchema(Bounds? Bounds = null) : SchemaNode;

/// <summary>A whole number.</summary>
/// <param name="Bounds">Where it must lie; null for anywhere.</param>
public sealed record IntegerSchema(Bounds? Bounds = null) : SchemaNode;

/// <summary>true or false.</summary>
public sealed record BooleanSchema : SchemaNode;

/// <summary>Any text that is not empty.</summary>
public sealed record TextSchema : SchemaNode;

/// <summary>One of a few words.</summary>
/// <param name="Options">The words.</param>
public sealed record ChoiceSchema(IReadOnlyList<string> Options) : SchemaNode;

/// <summary>An object whose keys depend on the word at one of them: kind, model, method.</summary>
/// <param name="Key">The key that decides.</param>
/// <param name="Variants">The objects by word, without the deciding key.</param>
/// <param name="Default">The word that holds when the key is absent; null if it must be given.</param>
/// <param name="Description">What the deciding key means.</param>
public sealed record VariantSchema(
    string Key, IReadOnlyDictionary<string, ObjectSchema> Variants, string? Default, string Description) : SchemaNode;

/// <summary>One of several forms told apart by their YAML shape: scalar, list or object; at most one of each.</summary>
/// <param name="Forms">The forms.</param>
public sealed record AlternativeSchema(IReadOnlyList<SchemaNode> Forms) : SchemaNode;

/// <summary>One key of an object.</summary>
/// <param name="Name">The key.</param>
/// <param name="Schema">What may stand there.</param>
/// <param name="Description">One sentence for help, documentation and editors.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Default">The YAML text that holds when it is absent; null if it may simply be absent.</param>
public sealed record SchemaKey(
    string Name, SchemaNode Schema, string Description, bool IsRequired, string? Default = null);
