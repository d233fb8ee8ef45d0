using System.Net;
using System.Text.RegularExpressions;
using CoDesign.Reports.Drawings;
using CoDesign.Reports.Figures;
using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;
using Xunit;

namespace CoDesign.Reports.Tests;

public sealed class TrackerDrawingTests
{
    [Fact]
    public void Planes_Places_AreToScale()
    {
        double[] places = [100, 250, 400, 900];
        double[] x = [.. Planes(Draw(TrackerFixture.PlaneLayout(places))).Select(plane => plane.X)];
        double scale = (x[3] - x[0]) / 800;
        Assert.True(scale > 0);
        Assert.All(places.Zip(x), pair => Assert.Equal(x[0] + (scale * (pair.First - 100)), pair.Second, 0.02));
    }

    [Fact]
    public void Planes_HalfWidths_AreToTheScaleOfTheBeam()
    {
        // Half widths of 60 + z / 10 mm; at this length the vertical scale is that of z.
        var planes = Planes(Draw(TrackerFixture.PlaneLayout([0, 1000])));
        double scale = (planes[1].X - planes[0].X) / 1000;
        Assert.Equal(160, planes[1].Half / scale, 0.1);
        Assert.Equal(60, planes[0].Half / scale, 0.1);
    }

    [Fact]
    public void Planes_TwoDesigns_ShareOneScale()
    {
        TrackerSummary wide = TrackerFixture.PlaneLayout([0, 2000]), narrow = TrackerFixture.PlaneLayout([0, 500]);
        var planes = Planes(TrackerDrawing.Render([("a", wide), ("b", narrow)], new GroupColors(wide, narrow)).Html);
        Assert.Equal(4 * (planes[3].X - planes[2].X), planes[1].X - planes[0].X, 0.05);
        Assert.Equal(planes[0].X, planes[2].X);
    }

    [Fact]
    public void Planes_AtOnePlace_StandSideBySideWithTheirNumber()
    {
        string svg = Draw(TrackerFixture.PlaneLayout([0, 0, 500, 500, 500, 500, 1000, 1000]));
        double[] x = [.. Planes(svg).Select(plane => plane.X)];
        Assert.Equal(8, x.Distinct().Count());
        Assert.Equal((x[..2].Average() + x[6..].Average()) / 2, x[2..6].Average(), 0.02);
        Assert.Equal(["× 2", "× 4", "× 2"], Counts(svg));
    }

    [Fact]
    public void Planes_InClustersCloseToEachOther_KeepTheirOrderAndDoNotTouch()
    {
        string svg = Draw(TrackerFixture.PlaneLayout([0, 0, 0, 7, 7, 7, 7, 1000]));
        double[] x = [.. Planes(svg).Select(plane => plane.X)];
        Assert.Equal(x.Order(), x);
        double[] widths = [.. Matches(svg, "stroke-width=\"([0-9.]+)\" class=\"svg-layer\"")];
        Assert.All(Enumerable.Range(1, 7), i => Assert.True(x[i] - x[i - 1] > (widths[i] + widths[i - 1]) / 2));
    }

    [Fact]
    public void Planes_FarApart_HaveNoNumbers() =>
        Assert.Empty(Counts(Draw(TrackerFixture.PlaneLayout([0, 100, 200, 1000]))));

    [Fact]
    public void Planes_WithoutEdge_AreOpenAndHaveNoAxisOfX()
    {
        TrackerSummary layout = TrackerFixture.PlaneLayout([0, 1000]);
        Assert.DoesNotContain("svg-open", Draw(layout));
        string open = Draw(
            layout with { Layers = [.. layout.Layers.Select(layer => layer with { HalfWidthMm = null })] });
        Assert.Equal(2, Regex.Count(open, "svg-open"));
        Assert.DoesNotContain("x [mm]", open);
    }

    [Fact]
    public void Planes_VeryNarrow_SayThatTheVerticalScaleDiffers()
    {
        TrackerSummary layout = TrackerFixture.PlaneLayout([0, 1000]);
        string svg = Draw(layout with { Layers = [.. layout.Layers.Select(layer => layer with { HalfWidthMm = 5 })] });
        Assert.Matches("x \\[mm\\], [0-9.]+ × z", WebUtility.HtmlDecode(svg));
    }

    [Fact]
    public void Barrel_FrontView_RadiiAreToTheScaleOfTheSideView()
    {
        double[] radii = [100, 200, 400];
        string svg = Draw(TrackerFixture.BarrelLayout(radii, 1));
        double[] circles = [.. Matches(svg, "<circle [^>]*r=\"([0-9.]+)\"")];
        Assert.Equal(3, circles.Length);
        Assert.Equal(2 * circles[0], circles[1], 0.02);
        Assert.Equal(4 * circles[0], circles[2], 0.03);
        double[] above = [.. Matches(svg, "<path d=\"M[0-9.]+ ([0-9.]+)h[^>]*svg-layer")];
        Assert.Equal(circles[2] - circles[0], above[0] - above[2], 0.03);
    }

    [Fact]
    public void Barrel_EtaRays_AreInTheDirectionOfTheirValue()
    {
        // At r the ray is at z = r sinh(eta); the rays end at the largest radius of the view or at its end in z.
        string svg = Draw(TrackerFixture.BarrelLayout([100, 150, 200, 250, 300, 400], 1));
        Match[] rays = [.. Regex.Matches(
            svg, "<line x1=\"([0-9.]+)\" y1=\"([0-9.]+)\" x2=\"([0-9.]+)\" y2=\"([0-9.]+)\" "
                + "class=\"svg-ray\"/><text [^>]*>(η = )?([0-9.]+)</text>").Cast<Match>()];
        Assert.True(rays.Length >= 5);
        double radial = Matches(svg, "<circle [^>]*r=\"([0-9.]+)\"").First() / 100;
        double along = Matches(svg, "<path d=\"M[0-9.]+ [0-9.]+h([0-9.]+)").First() / 270;
        foreach (Match ray in rays)
        {
            double Number(int group) => double.Parse(ray.Groups[group].Value);
            double z = (Number(3) - Number(1)) / along, r = (Number(2) - Number(4)) / radial;
            Assert.Equal(Number(6), Math.Asinh(z / r), 0.01);
        }
    }

    [Fact]
    public void Barrel_LayersAtOneRadius_SayHowMany() =>
        Assert.Equal(["× 2"], Counts(Draw(TrackerFixture.BarrelLayout([100, 100.5, 400], 1))));

    [Fact]
    public void LabelRows_CrowdedLabels_DoNotTouch()
    {
        LayerCluster[] clusters = [.. Enumerable.Range(0, 60).Select(i => new LayerCluster(11.0 * i, [1, 2, 3]))];
        var placed = LabelRows.Of(clusters);
        Assert.NotEmpty(placed);
        foreach (var row in placed.GroupBy(label => label.Row))
        {
            double[] centers = [.. row.Select(label => label.Cluster.Center)];
            Assert.All(centers.Skip(1).Zip(centers), pair => Assert.True(pair.First - pair.Second >= 25.5));
        }
    }

    [Fact]
    public void Material_GroupsAtOneGrid_AreStackedBelowTheTotals()
    {
        TrackerSummary tracker = TrackerFixture.BarrelLayout([100, 200], 1);
        Plot plot = MaterialFigure.Make(tracker, tracker, "optimum", new GroupColors(tracker));
        Assert.Equal(["inner", "middle", "outer", "services", "total", "total of the optimum"],
            plot.Data.Select(trace => trace.Name).Order());
        Assert.Equal(4, plot.Data.Count(trace => trace.StackGroup is not null));
        double top = plot.Data.Where(trace => trace.StackGroup is not null).Sum(trace => trace.Y![0]); // set by Make
        Assert.Equal(top, plot.Data.First(trace => trace.Name == "total").Y![0], 1e-12); // set by Make
    }

    [Fact]
    public void Material_GroupsAtOtherAngles_AreLines()
    {
        TrackerSummary tracker = TrackerFixture.BarrelLayout([100, 200], 1);
        Dictionary<string, CurveSummary> material = new(tracker.Material);
        material["outer"] = material["outer"] with { Points = [.. material["outer"].Points.Skip(3)] };
        TrackerSummary other = tracker with { Material = material };
        Plot plot = MaterialFigure.Make(other, tracker, "optimum", new GroupColors(tracker));
        Assert.DoesNotContain(plot.Data, trace => trace.StackGroup is not null);
    }

    [Fact]
    public void GroupColors_Group_HasOneColourInAllDesigns()
    {
        TrackerSummary barrel = TrackerFixture.BarrelLayout([100, 200, 300, 400], 1);
        GroupColors colors = new(barrel, barrel with { Layers = [.. barrel.Layers.Reverse()] });
        Assert.Equal(colors.Names.Count, colors.Names.Select(name => colors[name]).Distinct().Count());
        Assert.DoesNotContain("total", colors.Names);
    }

    private static string Draw(TrackerSummary layout) =>
        TrackerDrawing.Render([("design", layout)], new GroupColors(layout)).Html;

    private static (double X, double Half)[] Planes(string svg) =>
    [
        .. Regex.Matches(svg, "<line x1=\"([0-9.]+)\" x2=\"\\1\" y1=\"([0-9.]+)\" y2=\"([0-9.]+)\" stroke")
            .Select(match => (double.Parse(match.Groups[1].Value),
                (double.Parse(match.Groups[3].Value) - double.Parse(match.Groups[2].Value)) / 2)),
    ];

    private static IEnumerable<double> Matches(string svg, string pattern) =>
        Regex.Matches(svg, pattern).Select(match => double.Parse(match.Groups[1].Value));

    private static IEnumerable<string> Counts(string svg) =>
        Regex.Matches(svg, "class=\"svg-count\"[^>]*>([^<]+)<").Select(match => match.Groups[1].Value);
}
