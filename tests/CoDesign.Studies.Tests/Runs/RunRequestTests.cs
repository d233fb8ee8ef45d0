using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Runs;
using Xunit;

namespace CoDesign.Studies.Tests.Runs;

public sealed class RunRequestTests
{
    private static readonly RunRequest Request = new("study.yaml", Quick: true, "2026-01-01T00:00:00Z", "0.1.0");

    [Fact]
    public void FromJson_OfThisVersion_IsTheRequestAgain() =>
        Assert.Equal(Request, RunRequest.FromJson("run.json", Request.ToJson()));

    [Theory]
    [InlineData("", "an older version (format 1)")]
    [InlineData(",\"Format\":5", "a newer version (format 5)")]
    public void FromJson_OfAnotherVersion_SaysSo(string format, string version)
    {
        string json = Request.ToJson().Replace(",\"Format\":4", format, StringComparison.Ordinal);
        Assert.Equal(
            $"run.json  the run was begun by {version}, this one continues format 4; run the study again in another "
                + "directory",
            Assert.Throws<StudyException>(() => RunRequest.FromJson("run.json", json)).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"Format\":\"two\"}")]
    public void FromJson_NoRequest_SaysSo(string json) => Assert.StartsWith(
        "run.json  this run's start cannot be read: ",
        Assert.Throws<StudyException>(() => RunRequest.FromJson("run.json", json)).Message);
}
