using System.Text.Json;
using CoDesign.Reports.Drawings;
using CoDesign.Reports.Figures;
using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;
using Xunit;

namespace CoDesign.Reports.Tests;

public sealed class FigureTests
{
    [Fact]
    public void Curve_WithFit_DrawsTheLineOfEachDesignAsItStands()
    {
        StudySummary summary = Fixtures.Good().Summary;
        CurveSummary before = summary.Baseline.Curves["energy_resolution"];
        CurveSummary after = summary.Optimum.Curves["energy_resolution"];
        Plot plot = CurveFigure.Make(before, after);
        Assert.Equal(
            ["baseline", "optimum", "fit, baseline", "fit, optimum"],
            plot.Data.Where(t => t.ShowLegend != false).Select(t => t.Name));
        Assert.Equal(before.Fit?.Line.Select(pair => pair[1]), plot.Data[^2].Y);
        Assert.Equal(after.Fit?.Line.Select(pair => pair[0]), plot.Data[^1].X);
    }

    [Fact]
    public void Curve_FitWithoutLine_DrawsThePointsOnly()
    {
        CurveSummary curve = Fixtures.Good().Summary.Optimum.Curves["energy_resolution"];
        CurveSummary unfitted = curve with { Fit = curve.Fit! with { Line = [] } }; // the fixture has a fit
        Assert.Equal(4, CurveFigure.Make(unfitted, unfitted).Data.Count);
    }

    [Theory]
    [InlineData("log", "log")]
    [InlineData("linear", null)]
    public void Curve_Axis_IsThatOfTheCurve(string scale, string? type)
    {
        CurveSummary curve = Fixtures.Good().Summary.Optimum.Curves["mass_resolution"] with
        {
            Axis = new CurveAxis("depth", "mm", scale),
        };
        Axis axis = CurveFigure.XAxis([curve]);
        Assert.Equal(type, axis.Type);
        Assert.Equal("depth [mm]", axis.Title?.Text);
    }

    [Fact]
    public void Judge_Gains_AreInPerCentWithOneAndTwoErrors()
    {
        StudySummary summary = Fixtures.Good().Summary;
        Assert.NotNull(summary.Judge);
        Plot plot = JudgeFigure.Gains(summary.Gain, summary.Judge);
        Assert.Equal(
            [13.8, 13.8, 13.1, 13.1, 11.2, 11.2], plot.Data.Select(t => Math.Round(t.X![0], 9))); // set by Gains
        Assert.Equal(
            [2.2, 1.1, 2.6, 1.3, 4.8, 2.4], plot.Data.Select(t => Math.Round(t.ErrorX!.Array[0], 9))); // set by Gains
    }

    [Fact]
    public void Judge_Curves_ShowBothSimulationsOfBothDesigns()
    {
        StudySummary summary = Fixtures.Good().Summary;
        Assert.NotNull(summary.Judge);
        Plot plot = JudgeFigure.Curves(summary.Judge, "energy_resolution");
        Assert.Equal(
            ["baseline, model", "baseline, Monte Carlo", "optimum, model", "optimum, Monte Carlo"],
            plot.Data.Select(t => t.Name));
        Assert.Equal(
            summary.Judge.Optimum.MonteCarlo.Curves["energy_resolution"].Points.Select(p => p.Value), plot.Data[3].Y);
    }

    [Fact]
    public void RunningMean_StraightLine_IsUnchanged()
    {
        double[] line = [.. Enumerable.Range(0, 40).Select(i => 3.0 - 0.5 * i)];
        Assert.All(HistoryFigure.RunningMean(line).Zip(line), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void History_Replicas_OneLineEachInStepOrder()
    {
        var history = Fixtures.Good().History.Reverse().ToArray();
        var plot = HistoryFigure.Constraint(history, 0);
        Assert.Equal(Fixtures.Replicas, plot.Data.Count);
        Assert.All(plot.Data, trace =>
            Assert.Equal(Enumerable.Range(0, Fixtures.Steps).Select(step => (double)step), trace.X));
    }

    [Fact]
    public void Sensitivities_Order_LargestOnTop()
    {
        SensitivitySummary[] rows = [new("small", 1, "mm", 0.01, -0.02, 0), new("large", 1, "mm", 0.03, 0.3, 0)];
        var labels = SensitivityFigure.Make(rows).Layout.YAxis.TickText;
        Assert.NotNull(labels);
        Assert.StartsWith("large", labels[0]);
    }

    [Fact]
    public void PlotJson_NotFinite_IsNull()
    {
        var plot = new Plot(
            [Trace.Points([1, 2], [double.NaN, 3], [double.PositiveInfinity, 0.1], new Marker("#000000"), "</script>")],
            new Layout { XAxis = Axis.Linear("x"), YAxis = Axis.Linear("y") });
        using var json = JsonDocument.Parse(PlotJson.Write(plot));
        var trace = json.RootElement.GetProperty("data")[0];
        Assert.Equal(JsonValueKind.Null, trace.GetProperty("y")[0].ValueKind);
        Assert.Equal(JsonValueKind.Null, trace.GetProperty("error_y").GetProperty("array")[0].ValueKind);
        Assert.Equal("</script>", trace.GetProperty("name").GetString());
        Assert.DoesNotContain("</", PlotJson.Write(plot));
    }

    [Fact]
    public void PlotText_Label_EscapesAndShortens()
    {
        Assert.Equal("a&lt;b", PlotText.Label("a<b"));
        Assert.InRange(PlotText.Label(new string('x', 80)).Length, 20, 26);
    }

    [Theory]
    [InlineData(1, 2.5)]
    [InlineData(3.1, 4.4)]
    [InlineData(0.971, 0.979)]
    [InlineData(2, 100)]
    [InlineData(0.2, 100)]
    [InlineData(3, 30)]
    [InlineData(0.01, 1000)]
    [InlineData(1e-9, 1e6)]
    public void LogAxis_AnyRange_HasThreeToTenTicksInside(double low, double high)
    {
        Axis axis = Axis.Log("x", low, high);
        Assert.NotNull(axis.TickVals);
        Assert.InRange(axis.TickVals.Count(tick => tick >= low && tick <= high), 3, 10);
        Assert.Equal(axis.TickVals.Order().Distinct(), axis.TickVals);
        Assert.Equal(axis.TickVals.Count, axis.TickText?.Distinct().Count());
    }

    [Fact]
    public void LogAxis_OneValue_StillHasTicks() => Assert.NotEmpty(Axis.Log("x", 3, 3).TickVals ?? []);

    [Theory]
    [InlineData(0.3, "0.3")]
    [InlineData(2000, "2000")]
    [InlineData(1e-6, "10<sup>-6</sup>")]
    [InlineData(5e6, "5 × 10<sup>6</sup>")]
    public void LogTicks_Label_IsPlainWhereThatIsShort(double tick, string expected) =>
        Assert.Equal(expected, LogTicks.Label(tick));

    [Fact]
    public void Curve_ValuesOverManyDecades_AreOnALogarithmicAxisWithTheirBand()
    {
        CurveSummary curve = new("resolution", "%", CurveAxis.TransverseMomentum,
            [new(0.1, 0.5, 0.6), new(10, 5, 0.1), new(100, 50, 1)]);
        Plot plot = CurveFigure.Make(curve, curve);
        Assert.Equal("log", plot.Layout.YAxis.Type);
        Assert.All(plot.Data[0].Y ?? [], y => Assert.True(y > 0));
        CurveSummary narrow = curve with { Points = [.. curve.Points.Take(2)] };
        Assert.Null(CurveFigure.Make(narrow, narrow).Layout.YAxis.Type);
    }

    [Fact]
    public void StackDrawing_Layers_AreToScaleAndFillTheDepth()
    {
        var summary = Fixtures.Good().Summary;
        var (before, after) = (Fixtures.StackOf(summary.Baseline), Fixtures.StackOf(summary.Optimum));
        var colors = new MaterialColors(before, after);
        var svg = StackDrawing.Render([("Baseline", before), ("Optimum", after)], colors).Html;
        double[] widths =
        [
            .. System.Text.RegularExpressions.Regex.Matches(svg, "width=\"([0-9.]+)\" height=\"[0-9.]+\" fill=\"#")
                .Select(match => double.Parse(match.Groups[1].Value)).Where(width => width != 16),
        ];
        Assert.Equal(2 * 2 * 66, widths.Length);
        var scale = widths[0] / before.Sections[0].Absorber.ThicknessMm;
        Assert.Equal(before.DepthMm * scale, widths[..132].Sum(), 2.0);
        Assert.Equal(after.DepthMm * scale, widths[132..].Sum(), 2.0);
    }

    [Fact]
    public void MaterialColors_SameMaterialInBothStacks_HasOneColour()
    {
        var summary = Fixtures.Edge().Summary;
        var colors = new MaterialColors(Fixtures.StackOf(summary.Baseline), Fixtures.StackOf(summary.Optimum));
        Assert.Equal(5, colors.Entries.Count);
        Assert.Equal(5, colors.Entries.Select(entry => entry.Color).Distinct().Count());
    }
}
