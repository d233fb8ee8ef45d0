namespace CoDesign.Detectors.Configuration;

/// <summary>The one check of a document against a schema; reports every problem and fills in defaults.</summary>
internal sealed class SchemaValidator(List<Problem> problems)
{
    public ConfigNode Check(SchemaNode schema, SourceNode source, string path) =>
        Check(schema, source, path, isDefault: false);

    private ConfigNode Check(SchemaNode schema, SourceNode source, string path, bool isDefault)
    {
        if (schema is AlternativeSchema alternative)
        {
            var form = alternative.Forms.FirstOrDefault(form => Fits(form, source));
            if (form is null)
            {
                var wanted = string.Join(" or ", alternative.Forms.Select(ScalarReader.Describe));
                Report(source, path, $"given {source.Describe()}, must be {wanted}");
                return Node(alternative, source, path, null, isDefault);
            }

            return Check(form, source, path, isDefault);
        }

        // An object of which nothing is written has all its defaults.
        if (source is SourceScalar { IsEmpty: true } && schema is ObjectSchema or MapSchema or VariantSchema)
        {
            source = new SourceMap(source.Place);
        }

        if (!Fits(schema, source))
        {
            Report(source, path, $"given {source.Describe()}, must be {ScalarReader.Describe(schema)}");
            return Node(schema, source, path, null, isDefault);
        }

        return schema switch
        {
            ObjectSchema keys => Node(schema, source, path, Object(keys, (SourceMap)source, path, null), isDefault),
            VariantSchema variant => Node(schema, source, path, Variant(variant, (SourceMap)source, path), isDefault),
            MapSchema map => Node(schema, source, path, Map(map, (SourceMap)source, path), isDefault),
            ListSchema list => Node(schema, source, path, List(list, (SourceList)source, path), isDefault),
            _ => Node(schema, source, path, Scalar(schema, (SourceScalar)source, path), isDefault),
        };
    }

    private static bool Fits(SchemaNode schema, SourceNode source) => schema switch
    {
        ObjectSchema or VariantSchema or MapSchema => source is SourceMap,
        ListSchema => source is SourceList,
        _ => source is SourceScalar,
    };

    private static ConfigNode Node(SchemaNode schema, SourceNode source, string path, object? value, bool isDefault) =>
        new(source.Place.File, source.Place.Line, path, schema, value, isDefault);

    private ConfigNode.ScalarValue? Scalar(SchemaNode schema, SourceScalar source, string path)
    {
        var text = source.IsEmpty ? "" : source.Text.Trim();
        var value = ScalarReader.Read(schema, text, out var error);
        if (value is not null)
        {
            return new ConfigNode.ScalarValue(text, value);
        }

        Report(source, path, error);
        return null;
    }

    private ConfigNode.MapValue Object(ObjectSchema schema, SourceMap source, string path, string? variantKey)
    {
        var names = schema.Keys.Select(key => key.Name).ToList();
        foreach (var (name, place, _) in source.Entries)
        {
            if (name != variantKey && !names.Contains(name))
            {
                var known = names.Count == 0 ? "" : $"; the keys are {string.Join(", ", names)}";
                var hint = NearMiss.Find(name, names) is { } near ? $"; did you mean {near}?" : known;
                problems.Add(new Problem(place.File, place.Line, Join(path, name), "unknown key" + hint));
            }
        }

        var entries = new List<KeyValuePair<string, ConfigNode>>();
        foreach (var key in schema.Keys)
        {
            var place = Join(path, key.Name);
            var given = source.Find(key.Name);
            if (given is not null && !(given is SourceScalar { IsEmpty: true } && !key.IsRequired))
            {
                entries.Add(new(key.Name, Check(key.Schema, given, place, isDefault: false)));
            }
            else if (key.IsRequired && given is null)
            {
                Report(source, place, $"missing; must be {ScalarReader.Describe(key.Schema)}");
            }
            else if (key.IsRequired)
            {
                Report(given ?? source, place, $"given nothing, must be {ScalarReader.Describe(key.Schema)}");
            }
            else if (key.Default is { } text)
            {
                entries.Add(new(key.Name, CheckDefault(key, text, source.Place, place)));
            }
        }

        return new ConfigNode.MapValue(entries, null);
    }

    private ConfigNode CheckDefault(SchemaKey key, string text, SourcePlace place, string path)
    {
        var before = problems.Count;
        var parsed = YamlSource.Read(place.File, text.Length == 0 ? "''" : text, problems);
        var node = parsed is null ? null : Check(key.Schema, parsed.Copy(_ => place), path, isDefault: true);
        // A default that breaks its own schema is our mistake, not the user's.
        return node is not null && problems.Count == before
            ? node
            : throw new InvalidOperationException($"the default '{text}' of {path} does not satisfy its schema");
    }

    private ConfigNode.MapValue? Variant(VariantSchema schema, SourceMap source, string path)
    {
        var words = schema.Variants.Keys.ToList();
        var keyPath = Join(path, schema.Key);
        var given = source.Find(schema.Key);
        if (given is null && schema.Default is null)
        {
            Report(source, keyPath, $"missing; must be {ScalarReader.OneOf(words)}");
            return null;
        }

        var choice = given is null ? Default(schema, source, keyPath) : Check(new ChoiceSchema(words), given, keyPath);
        if (!choice.IsValid)
        {
            return null;
        }

        var keys = Object(schema.Variants[choice.Text], source, path, schema.Key);
        return new ConfigNode.MapValue([new(schema.Key, choice), .. keys.Entries], choice.Text);
    }

    // A variant that a key gives away, else the default one.
    private static ConfigNode Default(VariantSchema schema, SourceMap source, string path)
    {
        var word = schema.Variants.Keys.FirstOrDefault(w => schema.TellingKey(w) is { } key && source.Find(key) is not null)
            ?? schema.Default ?? throw new InvalidOperationException("no default variant");
        return new ConfigNode("", 0, path, new ChoiceSchema([.. schema.Variants.Keys]),
            new ConfigNode.ScalarValue(word, word), isDefault: true);
    }

    // As for a list: too few entries are told once.
    private ConfigNode.MapValue? Map(MapSchema schema, SourceMap source, string path)
    {
        if (source.Entries.Count < schema.MinimumCount)
        {
            Report(source, path, $"given {source.Entries.Count}, must have {schema.MinimumCount} or more entries");
        }

        List<KeyValuePair<string, ConfigNode>> entries =
        [
            .. source.Entries.Select(entry => new KeyValuePair<string, ConfigNode>(
                entry.Key, Check(schema.Value, entry.Value, Join(path, entry.Key)))),
        ];
        return entries.Count < schema.MinimumCount ? null : new ConfigNode.MapValue(entries, null);
    }

    // A list with too few or too many items is not valid: nobody need count them again.
    private List<ConfigNode>? List(ListSchema schema, SourceList source, string path)
    {
        bool isWhole = true;
        if (source.Items.Count < schema.MinimumCount || source.Items.Count > schema.MaximumCount)
        {
            var wanted = schema.MaximumCount == int.MaxValue ? $"{schema.MinimumCount} or more"
                : schema.MinimumCount == schema.MaximumCount ? $"{schema.MinimumCount}"
                : $"{schema.MinimumCount} to {schema.MaximumCount}";
            Report(
                source, path,
                $"given {source.Items.Count} item{(source.Items.Count == 1 ? "" : "s")}, must have {wanted}");
            isWhole = false;
        }

        List<ConfigNode> items = [.. source.Items.Select((item, index) => Check(schema.Item, item, $"{path}[{index}]"))];
        return isWhole ? items : null;
    }

    private void Report(SourceNode source, string path, string message) =>
        problems.Add(new Problem(source.Place.File, source.Place.Line, path, message));

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
