using System.Text.RegularExpressions;
using CoDesign.Reports.Figures;
using CoDesign.Reports.Plots;
using CoDesign.Reports.Sections;
using CoDesign.Studies.Results;
using Xunit;

namespace CoDesign.Reports.Tests;

public sealed class OuterReportTests
{
    private static readonly StudySummary Structural = OuterFixture.Structural().Summary;
    private static readonly StudySummary Traded = OuterFixture.Tradeoff().Summary;
    private static readonly string StructurePage = HtmlReport.Render(OuterFixture.Structural());
    private static readonly string TradeoffPage = HtmlReport.Render(OuterFixture.Tradeoff());
    private static readonly string BrokenPage = HtmlReport.Render(OuterFixture.Broken());

    private static OuterSummary Outer => Structural.Outer!; // set by the fixture

    private static TradeoffSummary Tradeoff => Traded.Tradeoff!; // set by the fixture

    [Fact]
    public void Render_StudyWithoutThem_HasNeitherSection()
    {
        string page = HtmlReport.Render(Fixtures.Good());
        Assert.DoesNotContain("<section id=\"structure\">", page);
        Assert.DoesNotContain("<section id=\"tradeoff\">", page);
    }

    [Fact]
    public void Structure_Paragraph_CountsTrialsAndNamesWhatChanged()
    {
        string section = Section(StructurePage, "structure");
        Assert.Contains("9 finished, 3 given up early because they could not win, 2 without a design that keeps the constraints", section);
        Assert.Contains("Recommended is trial 9", section);
        Assert.Contains("front layers 33 → 32, back layers 33 → 34, front absorber lead → tungsten", section);
        Assert.Contains("as in the baseline: back absorber lead", section);
    }

    [Fact]
    public void Structure_Table_HasEveryTrialWithItsReason()
    {
        string section = Section(StructurePage, "structure");
        string table = section.Split("All trials in order")[1].Split("</table>")[0];
        Assert.Equal(OuterFixture.Trials, Regex.Count(table, "<tr>\\s*<td"));
        Assert.Equal(2, Regex.Count(table, "badge bad\">infeasible</span>"));
        Assert.Equal(2, Regex.Count(table, "no design was found that keeps cost, containment"));
        Assert.Equal(3, Regex.Count(table, "badge warn\">given up</span>"));
        Assert.Equal(1, Regex.Count(table, ">recommended</span>"));
    }

    [Fact]
    public void Parallel_AllTrials_HaveALineAndFailedOnesEndBelowTheObjective()
    {
        Plot plot = TrialFigure.Parallel(Outer, Structural.Optimum.Parameters, ChoiceWords.Of(Structural));
        Trace[] lines = [.. plot.Data.Where(trace => trace.ShowLegend == false)];
        Assert.Equal(OuterFixture.Trials, lines.Length);
        Assert.All(lines, line => Assert.Equal(7, line.Y!.Count(double.IsFinite))); // drawn lines have places
        Trace[] failed = [.. lines.Where(line => line.Name == TrialStyle.Failed)];
        Assert.Equal(2, failed.Length);
        Assert.All(failed, line => Assert.True(line.Y![^1] < 0 && line.Line!.Dash == "dash")); // drawn lines have both
        Assert.All(lines.Except(failed), line => Assert.InRange(line.Y![^1], 0, 1)); // drawn lines have places
        Assert.StartsWith("recommended", lines[^1].Name);
    }

    [Fact]
    public void Parallel_LinesOfOneChoice_AreApartAndInItsBand()
    {
        Plot plot = TrialFigure.Parallel(Outer, Structural.Optimum.Parameters, ChoiceWords.Of(Structural));
        double[] places = [.. plot.Data.Where(trace => trace.ShowLegend == false).Select(line => line.Y![2])]; // drawn
        Assert.Equal(places.Length, places.Distinct().Count());
        Assert.Equal(
            Enumerable.Range(0, 3).Select(i => Outer.Trials.Count(t => t.Structure["front_absorber"] == i)),
            Enumerable.Range(0, 3).Select(i => places.Count(y => y > i / 3.0 && y < (i + 1) / 3.0)));
    }

    [Fact]
    public void ByTrial_FailedOnes_StandAboveAllValuesUnderALabel()
    {
        Plot plot = TrialFigure.ByTrial(Outer);
        Trace failed = plot.Data.Single(trace => trace.Name == TrialStyle.Failed);
        Assert.Equal([3, 11], failed.X);
        Assert.All(failed.Y!, y => Assert.True(y > 2.603)); // points have places
        Assert.Equal(TrialStyle.Failed, plot.Layout.YAxis.TickText?[^1]);
        Assert.Equal(failed.Y?[0], plot.Layout.YAxis.TickVals?[^1]);
    }

    [Fact]
    public void ByTrial_BestSoFar_CountsFinishedTrialsOnly()
    {
        IReadOnlyList<double>? best = TrialFigure.ByTrial(Outer).Data[0].Y;
        double[] expected =
        [
            .. Enumerable.Repeat(0.952, 5), .. Enumerable.Repeat(0.934, 3), 0.924, .. Enumerable.Repeat(0.918, 5),
        ];
        Assert.Equal(expected, best);
    }

    [Fact]
    public void Slices_OfANumber_HaveBandsOfOneAndTwoStandardDeviations()
    {
        SliceSummary slice = Outer.Slices[0];
        Plot plot = SliceFigure.Make(
            slice, Structural.Optimum.Parameters[slice.Parameter], Outer, SliceFigure.Shared(Outer.Slices));
        Assert.Equal(slice.Mean[0] + (2 * slice.StandardDeviation[0]), plot.Data[0].Y?[0]);
        Assert.Equal(slice.Mean[0] + slice.StandardDeviation[0], plot.Data[1].Y?[0]);
        Assert.Equal(slice.Mean, plot.Data[^1].Y);
    }

    [Fact]
    public void Slices_OfAChoice_AreBarsAtItsWords()
    {
        SliceSummary slice = Outer.Slices.Single(s => s.Parameter == "front_absorber");
        Plot plot = SliceFigure.Make(
            slice, Structural.Optimum.Parameters[slice.Parameter], Outer, SliceFigure.Shared(Outer.Slices));
        Assert.Equal(["lead", "iron", "tungsten"], plot.Layout.XAxis.TickText);
        Assert.DoesNotContain(plot.Data, trace => trace.Fill is not null);
        Assert.Equal(
            [2 * slice.StandardDeviation[0], slice.StandardDeviation[0]],
            plot.Data.TakeLast(2).Select(trace => trace.ErrorY!.Array[0])); // the model's points have errors
    }

    [Fact]
    public void Choices_AreWordsInTableAndHistoryAndReplicas()
    {
        string design = Section(StructurePage, "design");
        Assert.Matches("front_absorber</code>.*?<td class=\"num\">lead</td>\\s*<td "
            + "class=\"num\"><b>tungsten</b></td>\\s*"
            + "<td class=\"num\">chosen by the outer loop</td>\\s*<td class=\"num\">lead, iron, tungsten</td>",
            design.Replace("\n", " "));
        string optimisation = Section(StructurePage, "optimisation");
        Assert.DoesNotContain("front_absorber", optimisation);
        Assert.Contains("The parameters of the structure stay what the outer loop chose", optimisation);
    }

    [Fact]
    public void Choices_Sensitivities_NameTheNeighbours()
    {
        string section = Section(StructurePage, "sensitivities");
        Assert.Contains("<td>tungsten</td>\n<td>iron</td>", section);
        Assert.Contains("<td>polystyrene</td>\n<td>lyso</td>\n<td class=\"num\">cannot be measured</td>", section);
        Assert.DoesNotContain("front_absorber<br>", section);
    }

    [Fact]
    public void ChoiceWords_UnknownValue_IsNeverItsIndex()
    {
        var words = ChoiceWords.Of(Fixtures.Good().Summary with
        {
            Optimum = Structural.Optimum, // knows tungsten alone
        });
        ParameterSummary choice = Structural.Optimum.Parameters["front_absorber"];
        Assert.Equal("tungsten", words.Word("front_absorber", 2));
        Assert.DoesNotMatch("[0-9]", words.Word("front_absorber", 1));
        Assert.Equal("n/a", words.Word("front_absorber", double.NaN));
        Assert.Equal("tungsten or another of 3", words.Allowed("front_absorber", choice));
    }

    [Fact]
    public void Searches_WithAnOuterLoop_HaveReadableNamesAndTheOwnFirst()
    {
        Assert.Equal(
            ["nested", "inner_only", "outer_only", "random", "sobol"],
            SearchFigure.Ordered(Structural.Searches, Structural.OwnSearch).Select(search => search.Key));
        string section = Section(StructurePage, "searches");
        Assert.DoesNotContain("outer_only", section);
        Assert.Contains("<td>outer loop only</td>", section);
        Assert.Contains("nested: best structure so far", section);
    }

    [Fact]
    public void Halves_Words_SayByHowMuchWithErrors()
    {
        string section = Section(StructurePage, "structure");
        Assert.Contains("The outer loop alone, a Bayesian search over all parameters, ended worse by "
            + "(8.1\u00A0±\u00A00.4)\u00A0%", section);
        Assert.Contains("ended worse by (3.70\u00A0±\u00A00.20)\u00A0%", section);
        Assert.DoesNotContain("not at equal cost", section);
    }

    [Fact]
    public void Halves_NothingFoundOrSpent_IsSaid()
    {
        string section = Section(BrokenPage, "structure");
        Assert.Contains("The outer loop alone, a Bayesian search over all parameters, found no design", section);
        Assert.Contains("is not at equal cost: outer loop only spent 1\u202F000 (", section);
        Assert.Contains("nothing found", section);
    }

    [Fact]
    public void Broken_Reasons_AreEscapedAndErrorsUnknown()
    {
        string section = Section(BrokenPage, "structure");
        Assert.DoesNotContain("<script>alert", section);
        Assert.Contains("&lt;/td&gt;&lt;script&gt;alert(3)", section);
        Assert.Contains("No structure was found that is better than the baseline", section);
        Assert.Contains("0.9500 (error unknown)", section);
    }

    [Fact]
    public void Front_Points_AreInTheUnitWithLevelsAndErrors()
    {
        Plot plot = FrontFigure.Near(Traded, Tradeoff);
        Assert.Equal("cost [EUR]", plot.Layout.XAxis.Title?.Text);
        Trace Named(string name) =>
            plot.Data.Single(trace => trace.Name?.StartsWith(name, StringComparison.Ordinal) == true);
        Trace front = Named("gradients, one");
        Assert.Equal(["60 %", "70 %", "80 %", "90 %", "100 %", "115 %", "130 %"], front.Text);
        Assert.All(front.ErrorY!.Array, error => Assert.Equal(0.009, error)); // points have errors
        Assert.Single(plot.Data, trace => trace.Name == "gradients, limit not kept");
        Assert.Equal(40, Named("search without").X?.Count);
        Assert.Contains(plot.Data, trace => trace.Name == "baseline");
        Assert.Contains(plot.Data, trace => trace.Name == "optimum");
        Assert.Equal([1.35], plot.Data.Single(trace => trace.Name == "reference point").Y);
    }

    [Fact]
    public void Ladder_Rows_HaveSavingsLossesAndChangesInWords()
    {
        string table = Section(TradeoffPage, "tradeoff").Split("Descoping ladder.")[1].Split("</table>")[0];
        Assert.Equal(8, Regex.Count(table, "<tr>\\s*<td"));
        Assert.Contains("front absorber lead → iron", table);
        Assert.Contains("Saved [EUR]", table);
        Assert.Contains(">\u221235\u202F505<", table);
        Assert.Equal(1, Regex.Count(table, "badge bad\">not kept"));
        Assert.Contains(">2.81\u00A0±\u00A00.20<", table);
        Assert.Contains("cell size 33.6 → 37.3\u00A0mm", table);
    }

    [Fact]
    public void Ladder_Volumes_AreWithErrorsInWords()
    {
        string section = Section(TradeoffPage, "tradeoff");
        Assert.Contains("covers (84.0\u00A0±\u00A00.6)\u00A0%", section);
        Assert.Contains("covers (61.0\u00A0±\u00A01.1)\u00A0%", section);
    }

    [Fact]
    public void Ladder_Parameter_OfAChoiceIsOnItsWords()
    {
        Axis axis = LadderFigure.Parameter(
            Tradeoff, "front_absorber", Traded.Optimum.Parameters["front_absorber"], ChoiceWords.Of(Traded))
            .Layout.YAxis;
        Assert.Equal("lead", axis.TickText?[0]);
        Assert.Equal([0, 1, 2], axis.TickVals);
    }

    private static string Section(string page, string id)
    {
        string text = page[page.IndexOf($"<section id=\"{id}\">", StringComparison.Ordinal)..];
        return text[..text.IndexOf("</section>", StringComparison.Ordinal)].Replace("&#160;", "\u00A0")
            .Replace("&#177;", "±");
    }
}
