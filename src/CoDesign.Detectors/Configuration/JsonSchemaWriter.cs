using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoDesign.Detectors.Configuration;

/// <summary>Exports a schema as JSON Schema (draft 7), from which editors complete and check YAML files.</summary>
/// <remarks>
/// A quantity is a string or number there: units and dimensions are checked by the loader only. Required keys, choices,
/// integer ranges and descriptions carry over.
/// </remarks>
public static class JsonSchemaWriter
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON text.</summary>
    /// <param name="root">The schema of the whole document.</param>
    /// <param name="title">Its title.</param>
    public static string Write(SchemaNode root, string title) => Write(Convert(root), title);

    /// <summary>The JSON text of a document that satisfies exactly one of several schemas.</summary>
    /// <param name="forms">The schemas, one or more.</param>
    /// <param name="title">Its title.</param>
    public static string Write(IEnumerable<SchemaNode> forms, string title) =>
        Write(new JsonObject { ["oneOf"] = Array(forms.Select(Convert)) }, title);

    private static string Write(JsonObject json, string title)
    {
        json.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        json.Insert(1, "title", title);
        return json.ToJsonString(Indented);
    }

    private static JsonObject Convert(SchemaNode schema) => schema switch
    {
        ObjectSchema keys => Object(keys, null, null),
        VariantSchema variant => Variant(variant),
        MapSchema map => new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = map.MinimumCount,
            ["additionalProperties"] = Convert(map.Value),
        },
        ListSchema list => List(list),
        AlternativeSchema alternative => new JsonObject { ["anyOf"] = Array(alternative.Forms.Select(Convert)) },
        IntegerSchema integer => Number("integer", integer.Bounds),
        BooleanSchema => new JsonObject { ["type"] = "boolean" },
        ChoiceSchema choice => new JsonObject
        {
            ["enum"] = Array(choice.Options.Select(word => JsonValue.Create(word))),
        },
        TextSchema => new JsonObject { ["type"] = Array(["string", "number", "boolean"]) },
        _ => new JsonObject
        {
            ["type"] = Array(["string", "number"]),
            ["description"] = ScalarReader.Describe(schema),
        },
    };

    private static JsonObject Object(ObjectSchema schema, string? variantKey, string? variantWord)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        if (variantKey is not null)
        {
            properties[variantKey] = new JsonObject { ["const"] = variantWord };
        }

        foreach (var key in schema.Keys)
        {
            var value = Convert(key.Schema);
            var accepts = value["description"]?.GetValue<string>();
            value["description"] = accepts is null ? key.Description : $"{key.Description} Must be {accepts}.";
            if (key.Default is { } text)
            {
                value["default"] = text;
            }

            properties[key.Name] = value;
            if (key.IsRequired)
            {
                required.Add(key.Name);
            }
        }

        var json = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        if (required.Count > 0)
        {
            json["required"] = required;
        }

        return json;
    }

    private static JsonObject Variant(VariantSchema schema)
    {
        var forms = schema.Variants.Select(variant =>
        {
            var form = Object(variant.Value, schema.Key, variant.Key);
            if (variant.Key != schema.Default && schema.TellingKey(variant.Key) is null)
            {
                var required = form["required"] as JsonArray ?? [];
                required.Add(schema.Key);
                form["required"] = required;
            }

            return form;
        });
        return new JsonObject { ["anyOf"] = Array(forms) };
    }

    private static JsonObject List(ListSchema schema)
    {
        var json = new JsonObject { ["type"] = "array", ["items"] = Convert(schema.Item) };
        json["minItems"] = schema.MinimumCount;
        if (schema.MaximumCount < int.MaxValue)
        {
            json["maxItems"] = schema.MaximumCount;
        }

        return json;
    }

    private static JsonObject Number(string type, Bounds? bounds)
    {
        var json = new JsonObject { ["type"] = type };
        if (bounds is null)
        {
            return json;
        }

        if (double.IsFinite(bounds.Minimum))
        {
            json[bounds.Contains(bounds.Minimum) ? "minimum" : "exclusiveMinimum"] = bounds.Minimum;
        }

        if (double.IsFinite(bounds.Maximum))
        {
            json[bounds.Contains(bounds.Maximum) ? "maximum" : "exclusiveMaximum"] = bounds.Maximum;
        }

        return json;
    }

    private static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);
}
