using Xunit;

namespace CoDesign.Reports.Tests;

/// <summary>Writes the reports of the fixtures beside the test assembly, to be looked at in a browser.</summary>
public sealed class SampleReport
{
    [Fact]
    public void Render_Fixtures_AreWrittenToBeLookedAt()
    {
        foreach (var (name, input) in new[] { ("good", Fixtures.Good()), ("edge", Fixtures.Edge()),
            ("bare", Fixtures.Bare()), ("planes", TrackerFixture.Planes(12)), ("forty", TrackerFixture.Planes(40)),
            ("barrel", TrackerFixture.Barrel()), ("strange", TrackerFixture.Strange()),
            ("structure", OuterFixture.Structural()), ("tradeoff", OuterFixture.Tradeoff()),
            ("broken", OuterFixture.Broken()) })
        {
            var path = Path.Combine(AppContext.BaseDirectory, $"sample-{name}.html");
            var text = HtmlReport.Render(input);
            File.WriteAllText(path, text);
            Assert.Equal(text, File.ReadAllText(path));
        }
    }
}
