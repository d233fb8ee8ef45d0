using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Space;
using CoDesign.Detectors.Trackers;
using Xunit;

namespace CoDesign.Detectors.Tests.Trackers;

public sealed class TrackerGeometryTests
{
    [Fact]
    public void Load_Barrel_IsATracker()
    {
        var geometry = Load(TrackerExample.Barrel);

        Assert.Equal(("tracker", "CHF", "2026-11"), (geometry.Kind, geometry.Currency, geometry.PriceDate));
        Assert.Equal((TrackerShape.Barrel, true), (geometry.Shape, geometry.HasField));
        Assert.Equal(new BeamSpot(0.01, 0.01, 50), geometry.BeamSpot);
        Assert.Equal(["outer_count"], geometry.CountingParameters);
        Assert.Equal(
            ["outer_count", "radius_1", "radius_2", "radius_3", "radius_4", "inner_radius"],
            geometry.Space.Parameters.Take(6).Select(parameter => parameter.Name));
    }

    [Fact]
    public void Load_Array_ExpandsToElements()
    {
        var space = Load(TrackerExample.Planes).Space;

        Assert.Equal(9, space.Parameters.Count);
        var elements = space.Elements("position");
        Assert.Equal(Enumerable.Range(0, 8).Select(i => 1100.0 * i / 7), elements.Select(e => e.Baseline), Close(1e-12));
        Assert.All(elements, element => Assert.Equal((0, 1100), (element.Minimum, element.Maximum)));
        Assert.Equal(new ArrayElement("position", 3, 8, "planes"), elements[2].Array);
        Assert.Equal((ParameterKind.Continuous, "m", "position_3"), (elements[2].Kind, elements[2].Unit, elements[2].Name));
        Assert.Empty(space.Elements("planes"));
    }

    [Theory]
    [InlineData("planes=16", 16, 0, 1100)]
    [InlineData("position=0.5 m * (index - 1) / (count - 1) + 0.1 m", 8, 100, 600)]
    [InlineData("position=0.01 m * planes", 8, 80, 80)]
    [InlineData("parameters.position.count=5", 5, 0, 1100)]
    public void Load_OverrideOfAnArray_MovesItsElements(string given, int count, double first, double last)
    {
        string[] all = given.Contains("count=", StringComparison.Ordinal) ? [given, "planes=5"] : [given];
        var elements = Load(TrackerExample.Planes, all).Space.Elements("position");

        Assert.Equal(count, elements.Count);
        Assert.Equal((first, last), (elements[0].Baseline, elements[^1].Baseline), (a, b) =>
            Math.Abs(a.Item1 - b.Item1) < 1e-9 && Math.Abs(a.Item2 - b.Item2) < 1e-9);
    }

    [Fact]
    public void Load_OverrideOfAnArraysBound_IsThatOfEveryElement()
    {
        var space = Load(
            TrackerExample.Planes, "parameters.position.max=2 m", "parameters.position.min=1 mm",
            "parameters.position.baseline=100 mm * index").Space;

        Assert.All(space.Elements("position"), e => Assert.Equal((1, 2000), (e.Minimum, e.Maximum)));
    }

    [Fact]
    public void Freeze_NameOfAnArray_FreezesItsElements()
    {
        var space = Load(TrackerExample.Planes).Space.Freeze("position");

        Assert.Equal(["planes"], space.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(8, space.Elements("position").Count);
        Assert.Equal(8, Load(TrackerExample.Planes).Space.Freeze("position_2", "position").Frozen.Count);
    }

    [Theory]
    [InlineData(TrackerExample.Barrel)]
    [InlineData(TrackerExample.Planes)]
    public void Write_Resolved_LoadsToTheSameSpace(string text)
    {
        var given = Load(text);
        var once = ConfigWriter.Write(given.Configuration);
        var again = GeometryLoader.Load("h.yaml", once);

        Assert.Equal(once, ConfigWriter.Write(again.Configuration));
        Assert.Equal(
            given.Space.Parameters.Select(parameter => parameter with { Choices = [] }),
            again.Space.Parameters.Select(parameter => parameter with { Choices = [] }));
    }

    [Fact]
    public void Build_ArrayOfAnotherLengthThanTheCount_IsRefused()
    {
        var geometry = Load(TrackerExample.Planes);
        var values = geometry.Space.BaselineValues.ToArray();
        values[0] = 9;

        Assert.Throws<InvalidOperationException>(() => geometry.Build(geometry.Space.AtValues(values)));
    }

    private static TrackerGeometry Load(string text, params string[] overrides) =>
        Assert.IsType<TrackerGeometry>(GeometryLoader.Load("g.yaml", text, overrides));

    private static Func<double, double, bool> Close(double tolerance) =>
        (a, b) => Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Abs(a));
}
