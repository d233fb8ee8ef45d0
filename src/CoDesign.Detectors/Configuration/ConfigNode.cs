using CoDesign.Detectors.Expressions;
using CoDesign.Physics;

namespace CoDesign.Detectors.Configuration;

/// <summary>A checked node of a configuration file, with defaults filled in.</summary>
/// <remarks>
/// Accessors ask for what the schema promised; asking for anything else is a mistake of the caller and throws
/// <see cref="InvalidOperationException"/>.
/// </remarks>
public sealed class ConfigNode
{
    private readonly object? _value;

    internal ConfigNode(string file, int line, string path, SchemaNode schema, object? value, bool isDefault)
    {
        File = file;
        Line = line;
        Path = path;
        Schema = schema;
        IsDefault = isDefault;
        _value = value;
    }

    /// <summary>The file it was read from, or "--set".</summary>
    public string File { get; }

    /// <summary>The line in the file, from 1; that of the enclosing object for a default; 0 for an override.</summary>
    public int Line { get; }

    /// <summary>The path of keys from the root: "sections[0].absorber.thickness".</summary>
    public string Path { get; }

    /// <summary>The schema it satisfies; for an alternative, the form that was chosen.</summary>
    public SchemaNode Schema { get; }

    /// <summary>Whether it was filled in from the schema.</summary>
    public bool IsDefault { get; }

    /// <summary>Whether it passed its own check; accessors of a node that did not throw.</summary>
    public bool IsValid => _value is not null;

    /// <summary>The text of a scalar as written.</summary>
    public string Text => As<ScalarValue>().Text;

    /// <summary>The value of a number, or of a quantity in internal units.</summary>
    public double Number => As<ScalarValue>().Parsed switch
    {
        double number => number,
        long integer => integer,
        Quantity quantity => quantity.Value,
        _ => throw Misused("a number"),
    };

    /// <summary>The value of a whole number.</summary>
    public int WholeNumber =>
        As<ScalarValue>().Parsed is long value ? checked((int)value) : throw Misused("an integer");

    /// <summary>The value of a flag.</summary>
    public bool Flag => As<ScalarValue>().Parsed is bool value ? value : throw Misused("a flag");

    /// <summary>A quantity with the unit it was written in.</summary>
    public Quantity Quantity => As<ScalarValue>().Parsed is Quantity value ? value : throw Misused("a quantity");

    /// <summary>An expression.</summary>
    public Expression Expression =>
        As<ScalarValue>().Parsed is Expression value ? value : throw Misused("an expression");

    /// <summary>The word that chose the keys of a variant object.</summary>
    public string Variant => As<MapValue>().Variant ?? throw Misused("a variant");

    /// <summary>Whether it is a scalar.</summary>
    public bool IsScalar => _value is ScalarValue;

    /// <summary>Whether it is a list.</summary>
    public bool IsList => _value is IReadOnlyList<ConfigNode>;

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<ConfigNode> Items => As<IReadOnlyList<ConfigNode>>();

    /// <summary>
    /// The entries of an object, in schema order, or of a map, in file order; absent keys are left out.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, ConfigNode>> Entries => As<MapValue>().Entries;

    /// <summary>The value at a key that must be there.</summary>
    /// <exception cref="InvalidOperationException">The key is absent.</exception>
    public ConfigNode Get(string key) => Find(key) ?? throw new InvalidOperationException($"{Path} has no key {key}");

    /// <summary>The value at a key, or null if it was not given and has no default.</summary>
    public ConfigNode? Find(string key)
    {
        foreach (var (name, node) in Entries)
        {
            if (name == key)
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>A problem at this node.</summary>
    /// <param name="message">What is wrong.</param>
    public Problem Problem(string message) => new(File, Line, Path, message);

    private T As<T>() => _value is T value ? value : throw Misused(typeof(T).Name);

    private InvalidOperationException Misused(string wanted) => new($"{Path} is not {wanted}");

    internal sealed record ScalarValue(string Text, object Parsed);

    internal sealed record MapValue(IReadOnlyList<KeyValuePair<string, ConfigNode>> Entries, string? Variant);
}
