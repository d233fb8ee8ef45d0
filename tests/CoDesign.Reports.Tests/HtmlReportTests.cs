using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoDesign.Studies.Results;
using Xunit;

namespace CoDesign.Reports.Tests;

public sealed class HtmlReportTests
{
    private static readonly string Good = HtmlReport.Render(Fixtures.Good());
    private static readonly string Edge = HtmlReport.Render(Fixtures.Edge());
    private static readonly string Bare = HtmlReport.Render(Fixtures.Bare());

    private static readonly Dictionary<string, string> Others = new()
    {
        ["planes"] = HtmlReport.Render(TrackerFixture.Planes(12)),
        ["forty"] = HtmlReport.Render(TrackerFixture.Planes(40)),
        ["barrel"] = HtmlReport.Render(TrackerFixture.Barrel()),
        ["strange"] = HtmlReport.Render(TrackerFixture.Strange()),
        ["structure"] = HtmlReport.Render(OuterFixture.Structural()),
        ["tradeoff"] = HtmlReport.Render(OuterFixture.Tradeoff()),
        ["broken"] = HtmlReport.Render(OuterFixture.Broken()),
    };

    public static TheoryData<string> Reports => new(
        "good", "edge", "bare", "planes", "forty", "barrel", "strange", "structure", "tradeoff", "broken");

    [Theory]
    [InlineData("study")]
    [InlineData("design")]
    [InlineData("performance")]
    [InlineData("judge")]
    [InlineData("optimisation")]
    [InlineData("searches")]
    [InlineData("constraints")]
    [InlineData("sensitivities")]
    [InlineData("checks")]
    [InlineData("cost")]
    [InlineData("not-modelled")]
    [InlineData("provenance")]
    public void Render_GoodStudy_HasSectionAndContentsEntry(string id)
    {
        Assert.Contains($"<section id=\"{id}\">", Good);
        Assert.Contains($"<a href=\"#{id}\">", Good);
    }

    [Fact]
    public void Render_GoodStudy_VerdictComesBeforeEverythingElse()
    {
        var verdict = Good.IndexOf("<p class=\"verdict\">The optimum improves", StringComparison.Ordinal);
        Assert.InRange(verdict, 0, Good.IndexOf("<section", StringComparison.Ordinal));
        Assert.InRange(verdict, 0, Good.IndexOf("class=\"tiles\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Render_Any_LoadsNothingFromOutside(string which)
    {
        var page = WithoutPlotly(which);
        Assert.DoesNotMatch("<(script|link|img|iframe)[^>]*(src|href)=", page);
        Assert.DoesNotContain("@import", page);
        Assert.DoesNotContain("url(", page);
        Assert.DoesNotContain("https://", page);
        Assert.DoesNotContain("http://", page.Replace("http://www.w3.org/2000/svg", ""));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Render_Any_FiguresAreValidJsonWithTraces(string which)
    {
        var page = WithoutPlotly(which);
        var figures = FigureData(page);
        Assert.Equal(Regex.Count(page, "class=\"plot\""), figures.Length);
        foreach (var figure in figures)
        {
            Assert.DoesNotContain("<", figure);
            using var json = JsonDocument.Parse(figure);
            Assert.True(json.RootElement.GetProperty("data").GetArrayLength() > 0);
            Assert.True(json.RootElement.GetProperty("layout").GetProperty("height").GetInt32() > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Render_Any_ElementsAreBalanced(string which)
    {
        var page = WithoutPlotly(which);
        foreach (var element in (string[])["section", "figure", "table", "tr", "td", "div", "svg", "details", "p",
            "ul", "span", "script"])
        {
            Assert.Equal(Regex.Count(page, $"<{element}[ >]"), Regex.Count(page, $"</{element}>"));
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Render_Any_IdsAreUniqueAndDrawingsNamed(string which)
    {
        var page = WithoutPlotly(which);
        string[] ids = [.. Regex.Matches(page, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(Regex.Count(page, "<svg"), Regex.Count(page, "<svg[^>]*>\\s*<title>"));
    }

    [Fact]
    public void Render_EdgeStudy_EscapesUserText()
    {
        Assert.DoesNotContain("<script>alert", Edge);
        Assert.DoesNotContain("<b>that</b>", Edge);
        Assert.DoesNotContain("</code></pre><script>", Edge);
        Assert.Contains("&lt;/title&gt;&lt;script&gt;alert", Edge);
    }

    [Fact]
    public void Render_EdgeStudy_WarnsOfWhatIsWrong()
    {
        var page = WithoutPlotly("edge");
        Assert.Contains("quick run", page);
        Assert.Contains("The gain is consistent with zero.", page);
        Assert.Contains("The optimum does not satisfy the constraint cost.", page);
        Assert.Contains("absorber_front is at its lower bound", page);
        Assert.Contains("The gradient check failed", page);
        Assert.Contains("No usable error is known for: mass_resolution, energy_bias.", page);
        Assert.Contains("Failed: the two differ", page);
        Assert.Contains("not satisfied", page);
        Assert.DoesNotContain("NaN", page);
        Assert.DoesNotContain("∞", page);
    }

    [Fact]
    public void Render_ConfirmedStudy_SaysSoInHeadAndSection()
    {
        string head = WebUtility.HtmlDecode(Good[..Good.IndexOf("<section", StringComparison.Ordinal)]);
        Assert.Contains("Confirmed by Monte Carlo", head);
        Assert.Contains("(11.2\u00A0±\u00A02.4)\u00A0%", head);
        Assert.Contains("as large as the model", head);
        string section = WebUtility.HtmlDecode(JudgeSection("good"));
        Assert.Contains("<span class=\"badge good\">Confirmed: in an independent Monte Carlo", section);
        Assert.Contains("2\u202F048 showers", section);
        // Model over Monte Carlo of the baseline's mass resolution: 9.11 / 9.02, errors of 2 % and 3 % in quadrature.
        Assert.Contains(">1.01\u00A0±\u00A00.04<", section);
        Assert.Contains("visible fraction", section);
        Assert.Contains("A small part of the ratio of the two is the size of the training sample", section);
    }

    [Fact]
    public void Render_JudgeOfAnotherKind_SpeaksInItsWords()
    {
        ReportInput good = Fixtures.Good();
        JudgeSummary judge = good.Summary.Judge! with // set by Good
        {
            Method = "The first sentence.",
            Caution = "The last sentence.",
            Noun = "tracks",
            Baseline = JudgeFixture.Unknown().Baseline,
            Optimum = JudgeFixture.Unknown().Optimum,
        };
        string page = HtmlReport.Render(good with { Summary = good.Summary with { Judge = judge } });
        int from = page.IndexOf("<section id=\"judge\">", StringComparison.Ordinal);
        string section = page[from..page.IndexOf("</section>", from, StringComparison.Ordinal)];
        Assert.Contains("The first sentence. It simulated", section);
        Assert.Contains(" tracks at each of the two", section);
        Assert.Contains("<p>The last sentence.</p>", section);
        Assert.DoesNotMatch("(?i)shower|parametric|calorimeter", section);
    }

    [Fact]
    public void Render_NotConfirmedStudy_SaysSoInHeadAndSection()
    {
        Assert.Contains("<div class=\"tile-value\">Not confirmed</div>", Edge);
        Assert.Contains(
            "<span class=\"badge warn\">Not confirmed: the gain could not be measured", JudgeSection("edge"));
    }

    // Red speaks against the optimum; too few showers say nothing of it.
    [Theory]
    [InlineData(JudgeReason.Undecided, "warn", "Not yet confirmed: undecided, too few showers")]
    [InlineData(JudgeReason.Worse, "bad", "Not confirmed")]
    [InlineData(JudgeReason.NoGain, "bad", "Not confirmed")]
    [InlineData(JudgeReason.BrokenConstraint, "bad", "Not confirmed")]
    public void Render_NotConfirmed_ColourIsThatOfTheReason(string reason, string style, string words)
    {
        ReportInput good = Fixtures.Good();
        string page = HtmlReport.Render(good with
        {
            Summary = good.Summary with
            {
                Judge = good.Summary.Judge! with
                {
                    Verdict = "not_confirmed",
                    Reason = reason,
                    Statement = "The reason.",
                },
            },
        });
        Assert.Contains(
            $"<div class=\"tile tile-{style}\"><div class=\"tile-label\">Independent judge</div>"
                + $"<div class=\"tile-value\">{words}</div>", page);
        Assert.Contains($"<span class=\"badge {style}\">The reason.</span>", page);
    }

    [Fact]
    public void Render_UnjudgedStudy_SaysThatItsOwnModelJudged()
    {
        Assert.Contains("Judged by its own model", Bare);
        Assert.Contains("No independent simulation has judged this result", JudgeSection("bare"));
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(20, 8)]
    public void Render_ManyWarnings_AreFoldedAwayAfterTheFirst(int count, int seen)
    {
        ReportInput good = Fixtures.Good();
        string page = HtmlReport.Render(good with
        {
            Summary = good.Summary with { Warnings = [.. Enumerable.Range(0, count).Select(i => $"Warning {i}.")] },
        });
        string warnings = page.Split("<aside")[1].Split("</aside>")[0];
        Assert.Equal(count, Regex.Count(warnings, "<li>"));
        Assert.Equal(seen, Regex.Count(warnings.Split("<details>")[0], "<li>"));
    }

    [Fact]
    public void Render_BareStudy_HasNoEmptyFigures()
    {
        var page = WithoutPlotly("bare");
        Assert.DoesNotContain("<figure", page);
        Assert.DoesNotContain("<tbody></tbody>", page.Replace("\n", ""));
        Assert.Contains("The study sets no constraints.", page);
        Assert.Contains("The journal of the steps is not at hand", page);
    }

    [Fact]
    public void Render_GeometryGiven_IsFoldedIntoTheReport()
    {
        var page = HtmlReport.Render(Fixtures.Good() with { Geometry = "layers: <22>" });
        Assert.Contains("<summary>The geometry</summary><pre><code>layers: &lt;22&gt;", page);
    }

    [Fact]
    public void Render_GoodStudy_FiguresAndTablesAreNumberedInOrder()
    {
        foreach (var kind in (string[])["Figure", "Table"])
        {
            int[] numbers = [.. Regex.Matches(WithoutPlotly("good"), $"<b>{kind} ([0-9]+)\\.")
                .Select(match => int.Parse(match.Groups[1].Value))];
            Assert.Equal(Enumerable.Range(1, numbers.Length), numbers);
            Assert.True(numbers.Length >= 10);
        }
    }

    [Fact]
    public void Render_GoodStudy_GradientCheckPasses() => Assert.Contains("Passed: the two agree", Good);

    [Fact]
    public void Render_SameInput_SameText() => Assert.Equal(Good, HtmlReport.Render(Fixtures.Good()));

    [Fact]
    public void PlotlyBundle_IsEmbeddedAndSafeInAScriptElement()
    {
        Assert.True(PlotlyBundle.Text.Length > 1_000_000);
        Assert.Contains("plotly.js", PlotlyBundle.Text[..500]);
        Assert.DoesNotContain("</script", PlotlyBundle.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(PlotlyBundle.Text, Good);
    }

    internal static string[] FigureData(string page) =>
        [.. Regex.Matches(page, "<script type=\"application/json\"[^>]*>(.*?)</script>", RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value)];

    private static string JudgeSection(string which)
    {
        string page = WithoutPlotly(which);
        int from = page.IndexOf("<section id=\"judge\">", StringComparison.Ordinal);
        return page[from..page.IndexOf("</section>", from, StringComparison.Ordinal)];
    }

    private static string WithoutPlotly(string which) =>
        (which switch { "good" => Good, "edge" => Edge, "bare" => Bare, _ => Others[which] })
        .Replace(PlotlyBundle.Text, "");
}
