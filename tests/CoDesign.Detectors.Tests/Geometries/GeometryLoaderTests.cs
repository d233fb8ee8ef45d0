using System.Text.Json;
using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Tests.Calorimeters;
using Xunit;

namespace CoDesign.Detectors.Tests.Geometries;

public sealed class GeometryLoaderTests
{
    [Fact]
    public void Load_KindOfTheFile_DecidesTheGeometry()
    {
        var geometry = GeometryLoader.Load("g.yaml", Example.Text);

        Assert.IsType<SamplingCalorimeterGeometry>(geometry);
        Assert.Equal("sampling-calorimeter", geometry.Kind);
    }

    [Theory]
    [InlineData("format: 1\nname: x", "g.yaml:1  kind: missing; must be ")]
    [InlineData("format: 1\nkind:", "g.yaml:2  kind: given nothing, must be ")]
    [InlineData("kind: [a]", "g.yaml:1  kind: given a list, must be ")]
    [InlineData("kind: sampling-calorimetre", "g.yaml:1  kind: given sampling-calorimetre, must be ")]
    [InlineData("[1]", "g.yaml:1  given a list, must be a map of keys")]
    public void Load_NoKind_NamesTheKinds(string text, string message)
    {
        var exception = Assert.Throws<StudyException>(() => GeometryLoader.Load("g.yaml", text));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        if (message.EndsWith("must be ", StringComparison.Ordinal))
        {
            Assert.All(GeometryKinds.All, kind => Assert.Contains(kind.Word, exception.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Load_MisspeltKind_IsAsked()
    {
        var exception = Assert.Throws<StudyException>(
            () => GeometryLoader.Load("g.yaml", "kind: sampling-calorimetre"));

        Assert.EndsWith("; did you mean sampling-calorimeter?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_JsonSchemaOfAllKinds_IsOneOfThem()
    {
        using var json = JsonDocument.Parse(
            JsonSchemaWriter.Write(GeometryKinds.All.Select(kind => kind.Schema), "Geometry"));

        Assert.Equal(
            GeometryKinds.All.Select(kind => kind.Schema.Keys.Select(key => key.Name)),
            json.RootElement.GetProperty("oneOf").EnumerateArray().Select(form =>
                form.GetProperty("properties").EnumerateObject().Select(property => property.Name)));
    }
}
