using CoDesign.Physics;

namespace CoDesign.Detectors.Configuration;

/// <summary>Short words to write a schema with.</summary>
public static class Schema
{
    /// <summary>Literal "format": the version of a file format, one allowed number.</summary>
    /// <param name="version">The version this program reads.</param>
    public static SchemaKey Format(int version) => Required(
        "format", new IntegerSchema(Bounds.Parse($"[{version}, {version}]")), "Version of the file format.");

    /// <summary>A key that must be given.</summary>
    public static SchemaKey Required(string name, SchemaNode schema, string description) =>
        new(name, schema, description, IsRequired: true);

    /// <summary>A key that may be absent, with the YAML text that then holds.</summary>
    public static SchemaKey Default(string name, SchemaNode schema, string value, string description) =>
        new(name, schema, description, IsRequired: false, value);

    /// <summary>A key that may be absent, which has a meaning of its own.</summary>
    public static SchemaKey Optional(string name, SchemaNode schema, string description) =>
        new(name, schema, description, IsRequired: false);

    /// <summary>An object with these keys.</summary>
    public static ObjectSchema Record(params IReadOnlyList<SchemaKey> keys) => new(keys);

    /// <summary>A literal quantity inside bounds: <c>Quantity("(0 mm, 500 mm]")</c>.</summary>
    public static QuantitySchema Quantity(string bounds)
    {
        var parsed = Bounds.Parse(bounds);
        return new QuantitySchema(parsed.Dimension, parsed);
    }

    /// <summary>An expression whose value lies inside bounds: <c>Expression("(0 mm, inf)")</c>.</summary>
    public static ExpressionSchema Expression(string bounds)
    {
        var parsed = Bounds.Parse(bounds);
        return new ExpressionSchema(parsed.Dimension, parsed);
    }

    /// <summary>An expression of a dimension.</summary>
    public static ExpressionSchema Expression(Dimension dimension) => new(dimension);

    /// <summary>A plain number inside bounds.</summary>
    public static NumberSchema Number(string bounds) => new(Bounds.Parse(bounds));

    /// <summary>A whole number inside bounds.</summary>
    public static IntegerSchema WholeNumber(string bounds) => new(Bounds.Parse(bounds));

    /// <summary>true or false.</summary>
    public static BooleanSchema Flag { get; } = new();

    /// <summary>Any text that is not empty.</summary>
    public static TextSchema Text { get; } = new();

    /// <summary>One of a few words.</summary>
    public static ChoiceSchema Choice(params IReadOnlyList<string> options) => new(options);

    /// <summary>A list.</summary>
    public static ListSchema List(SchemaNode item, int minimumCount = 0, int maximumCount = int.MaxValue) =>
        new(item, minimumCount, maximumCount);

    /// <summary>A map from chosen names.</summary>
    public static MapSchema Map(SchemaNode value, string keyDescription, int minimumCount = 0) =>
        new(value, keyDescription, minimumCount);

    /// <summary>An object whose keys depend on the word at one of them.</summary>
    /// <param name="key">The key that decides.</param>
    /// <param name="defaultWord">The word that holds when the key is absent; null if it must be given.</param>
    /// <param name="description">What the deciding key means.</param>
    /// <param name="variants">The words and their keys.</param>
    public static VariantSchema Variant(
        string key,
        string? defaultWord,
        string description,
        params IEnumerable<(string Word, ObjectSchema Keys)> variants) =>
        new(key, variants.ToDictionary(variant => variant.Word, variant => variant.Keys), defaultWord, description);

    /// <summary>One of several forms told apart by their YAML shape.</summary>
    public static AlternativeSchema OneOf(params IReadOnlyList<SchemaNode> forms) => new(forms);
}
