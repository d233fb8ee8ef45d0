using System.Text.Json;
using CoDesign.Studies.Results;
using Xunit;

namespace CoDesign.Studies.Tests.Results;

public sealed class SummaryJsonTests
{
    [Theory]
    [InlineData("{\"schema\": 1, \"name\": \"tiny\"}",
        "written by an older version (schema 1), this one reads schema 4; run the study again")]
    [InlineData("{\"schema\": 5}",
        "written by a newer version (schema 5), this one reads schema 4; run the study again")]
    [InlineData("{\"name\": \"tiny\"}", "this is no summary: it does not say its schema")]
    [InlineData("[2]", "this is no summary: it does not say its schema")]
    public void Read_AnotherSchema_SaysSo(string json, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => SummaryJson.Read(json)).Message);
}
