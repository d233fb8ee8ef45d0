using System.Text.Json;
using CoDesign.Detectors.Configuration;
using Xunit;

namespace CoDesign.Detectors.Tests.Configuration;

public sealed class JsonSchemaWriterTests
{
    [Fact]
    public void Write_OfSchema_IsJsonWithKeysAndDescriptions()
    {
        using var json = JsonDocument.Parse(JsonSchemaWriter.Write(ConfigDocumentTests.Root, "A study"));
        var root = json.RootElement;
        var properties = root.GetProperty("properties");

        Assert.Equal("http://json-schema.org/draft-07/schema#", root.GetProperty("$schema").GetString());
        Assert.Equal("A study", root.GetProperty("title").GetString());
        Assert.False(root.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(
            ["format", "layers", "optimizer", "note", "seeds", "cells", "model"],
            properties.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["format", "layers"], root.GetProperty("required").EnumerateArray().Select(key => key.GetString()));
        var rate = properties.GetProperty("optimizer").GetProperty("properties").GetProperty("learning_rate");
        Assert.Equal("Step size. Must be a number in (0, 1].", rate.GetProperty("description").GetString());
        Assert.Equal("0.01", rate.GetProperty("default").GetString());
        Assert.Equal(2, properties.GetProperty("model").GetProperty("anyOf").GetArrayLength());
    }
}
