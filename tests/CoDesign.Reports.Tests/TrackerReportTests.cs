using System.Net;
using System.Text.RegularExpressions;
using CoDesign.Studies.Results;
using Xunit;

namespace CoDesign.Reports.Tests;

public sealed class TrackerReportTests
{
    private static readonly string Twelve = Render(TrackerFixture.Planes(12));
    private static readonly string Forty = Render(TrackerFixture.Planes(40));

    [Fact]
    public void Render_Tracker_DoesNotSpeakOfCalorimeters()
    {
        string words = Regex.Replace(
            Twelve, "<script.*?</script>|<style.*?</style>|<section id=\"(not-modelled|provenance)\">.*?</section>", "",
            RegexOptions.Singleline);
        Assert.DoesNotMatch("(?i)shower|calorimeter|absorber|readout cells|parametric|retrained|\\benerg", words);
    }

    [Fact]
    public void Render_MirrorImage_IsListedWithItsValuesAndItsDrawing()
    {
        string section = Section(Twelve, "alternatives");
        Assert.Contains("<a href=\"#alternatives\">1 other design</a> is as good", Twelve);
        Assert.Contains("<td>Mirror image</td>", section);
        Assert.Contains("(0.02\u00A0±\u00A00.11)\u00A0%", section);
        Assert.Contains("turned around", section);
        Assert.Contains("502\u00A0mm", section);
        Assert.Equal(1, Regex.Count(section, "<svg"));
        Assert.Equal(2, Regex.Count(section, "class=\"svg-head\""));
    }

    [Fact]
    public void Render_NoAlternative_HasNoSectionOfThem()
    {
        Assert.DoesNotContain("id=\"alternatives\"", Render(TrackerFixture.Barrel()));
        Assert.DoesNotContain("id=\"alternatives\"", Render(Fixtures.Good()));
    }

    [Fact]
    public void Render_PublishedNumbers_StandBesideTheBaseline()
    {
        ReportInput input = TrackerFixture.Barrel();
        PublishedSummary inside = new(
            "transverse_impact", 1, "GeV", new MetricSummary(30, double.NaN, "um"), new MetricSummary(24.5, 0.06, "um"),
            "A. Author, J. Test 1");
        PublishedSummary outside = inside with { At = 100, Baseline = new MetricSummary(double.NaN, double.NaN, "um") };
        string report = Render(input with { Summary = input.Summary with { Published = [inside, outside] } });
        string section = Section(report, "published");
        Assert.Contains("24.50\u00A0±\u00A00.06", section);
        Assert.Contains("0.817", section);
        Assert.Contains("outside the simulated range", section);
        Assert.Contains("A. Author, J. Test 1", section);
        Assert.DoesNotContain("id=\"published\"", Render(input));
    }

    [Fact]
    public void Render_AlternativesOfOneOrigin_AreNumbered()
    {
        ReportInput input = Fixtures.Good();
        DesignSummary optimum = input.Summary.Optimum;
        AlternativeSummary replica = new(
            "replica 2", 0.983, 0.001, 0.004, new Dictionary<string, double>(), optimum.Layout);
        string section = Section(Render(input with
        {
            Summary = input.Summary with { Alternatives = [replica, replica with { Difference = 0, Error = 0 }] },
        }), "alternatives");
        Assert.Contains("<td>Replica 2 (1)</td>", section);
        Assert.Contains("<td>Replica 2 (2)</td>", section);
        Assert.Contains(">none<", section);
        Assert.Contains(">n/a<", section);
        Assert.Equal(3, Regex.Count(section, "class=\"svg-head\""));
    }

    [Fact]
    public void Render_FewParameters_EachHasItsRowAndItsHistory()
    {
        Assert.Equal(13, Regex.Count(Section(Twelve, "optimisation"), "class=\"multiple\"") - 3);
        Assert.DoesNotContain("position_1 …", Twelve);
    }

    [Fact]
    public void Render_LongArray_IsOneRowAndOneFigureInEverySection()
    {
        Assert.Equal(1, Regex.Count(Section(Forty, "optimisation"), "class=\"multiple\"") - 3);
        foreach (string id in (string[])["design", "alternatives", "optimisation"])
        {
            string unfolded = Regex.Replace(Section(Forty, id), "<details>.*?</details>", "", RegexOptions.Singleline);
            Assert.DoesNotContain("<code>position_7</code>", unfolded);
            Assert.Contains("<code>position_7</code>", Section(Forty, id));
        }

        Assert.Contains("<code>position_1 … position_40</code>", Section(Forty, "design"));
        Assert.Contains("20 at a bound", Section(Forty, "design"));
        Assert.DoesNotContain("position_7<br>", Section(Forty, "sensitivities"));
        Assert.Contains("Sensitivity to the elements of position", Section(Forty, "sensitivities"));
        Assert.Contains("Directions that hardly matter in the elements of position", Section(Forty, "sensitivities"));
    }

    [Fact]
    public void Render_ManyLayers_AreFoldedAway()
    {
        Assert.Contains("<summary>All 40 layers in numbers</summary>", Forty);
        Assert.DoesNotContain("<summary>All 12 layers", Twelve);
    }

    [Fact]
    public void Render_LayersThatChange_ShowBothNumbers()
    {
        string design = Section(Render(TrackerFixture.Barrel()), "design");
        Assert.Contains("0.350 → <b>0.280</b>", design);
        Assert.Contains("Radius, optimum [mm]", design);
        Assert.Contains("field of 2\u00A0T", design);
        Assert.Contains("Material of the optimum", design);
    }

    [Fact]
    public void Render_StrangeLayers_EscapesTheirNamesAndDrawsNoEmptyFigure()
    {
        string page = HtmlReport.Render(TrackerFixture.Strange());
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<b>replica</b>", page);
        Assert.DoesNotContain("Material of the", page);
        Assert.DoesNotContain("NaN", page.Replace(PlotlyBundle.Text, ""));
    }

    [Fact]
    public void Render_NoLayersAtAll_SaysSo()
    {
        ReportInput input = TrackerFixture.Barrel();
        DesignSummary Empty(DesignSummary design) => design with { Layout = TrackerFixture.BarrelLayout([], 1) };
        Assert.Contains("holds no layers to draw", Render(input with
        {
            Summary = input.Summary with
            {
                Baseline = Empty(input.Summary.Baseline),
                Optimum = Empty(input.Summary.Optimum),
            },
        }));
    }

    private static string Render(ReportInput input) =>
        WebUtility.HtmlDecode(HtmlReport.Render(input).Replace(PlotlyBundle.Text, ""));

    private static string Section(string page, string id)
    {
        int from = page.IndexOf($"<section id=\"{id}\">", StringComparison.Ordinal);
        return page[from..page.IndexOf("</section>", from, StringComparison.Ordinal)];
    }
}
