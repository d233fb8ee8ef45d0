namespace CoDesign.Detectors.Configuration;

/// <summary>A configuration file read against a schema.</summary>
public static class ConfigDocument
{
    /// <summary>Reads and checks a document.</summary>
    /// <param name="fileName">The file as the user named it; only for messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="schema">What the document must satisfy.</param>
    /// <param name="overrides">"key.path=value", applied in order before the check.</param>
    /// <returns>The root, with defaults filled in.</returns>
    /// <exception cref="StudyException">Anything is wrong; carries all problems.</exception>
    public static ConfigNode Load(
        string fileName, string text, SchemaNode schema, IReadOnlyList<string>? overrides = null)
    {
        var problems = new List<Problem>();
        var root = Read(fileName, text, schema, overrides, problems);
        return root is not null && problems.Count == 0 ? root : throw new StudyException(problems);
    }

    /// <summary>
    /// Reads and checks a document and collects problems, so that the caller can add what it finds itself.
    /// </summary>
    /// <param name="fileName">The file as the user named it; only for messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="schema">What the document must satisfy.</param>
    /// <param name="overrides">"key.path=value", applied in order before the check.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>
    /// The root, parts of which may be invalid or absent if there are problems; null if it is not YAML.
    /// </returns>
    public static ConfigNode? Read(
        string fileName, string text, SchemaNode schema, IReadOnlyList<string>? overrides, List<Problem> problems) =>
        Read(fileName, text, _ => schema, overrides, problems, (_, path, _) => path);

    /// <summary>The last value that overrides give to a key; null if none does.</summary>
    /// <param name="overrides">"key.path=value", applied in order.</param>
    /// <param name="key">The whole path of the key.</param>
    public static string? Override(IReadOnlyList<string> overrides, string key)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        return overrides.Select(o => o.Split('=', 2, StringSplitOptions.TrimEntries))
            .LastOrDefault(o => o.Length == 2 && o[0] == key)?[1];
    }

    /// <summary>A word at the top of a document, before anything of it is checked.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="key">The key.</param>
    /// <param name="overrides">"key.path=value", applied in order.</param>
    /// <returns>Null if the document cannot be read or has no such word.</returns>
    public static string? Scalar(string text, string key, IReadOnlyList<string> overrides)
    {
        return Override(overrides, key) ?? ((YamlSource.Read("", text, []) as SourceMap)?.Find(key) as SourceScalar)?.Text;
    }

    /// <summary>The keys at the top of a document, before anything of it is checked; none if it cannot be read.</summary>
    /// <param name="text">The YAML text.</param>
    public static IReadOnlyList<string> Keys(string text) =>
        YamlSource.Read("", text, []) is SourceMap map ? [.. map.Entries.Select(e => e.Key)] : [];

    /// <summary>As above, with short forms of key paths and a schema that depends on the document.</summary>
    /// <param name="fileName">The file as the user named it; only for messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="schemaOf">What the document must satisfy; null with a problem if there is no telling.</param>
    /// <param name="overrides">"key.path=value", applied in order before the check.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="expand">The key path that a path given by the user stands for; null with a problem if none.</param>
    internal static ConfigNode? Read(
        string fileName, string text, Func<SourceNode, SchemaNode?> schemaOf, IReadOnlyList<string>? overrides,
        List<Problem> problems, Func<SourceNode, string, List<Problem>, string?> expand)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        if (YamlSource.Read(fileName, text, problems) is not { } source)
        {
            return null;
        }

        ConfigOverrides.Apply(source, overrides ?? [], problems, expand);
        return schemaOf(source) is { } schema ? new SchemaValidator(problems).Check(schema, source, "") : null;
    }
}
