using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using Xunit;

namespace CoDesign.Detectors.Tests.Trackers;

/// <summary>Tracks begin at the origin and go one way: a plane on the other side measures nothing.</summary>
public sealed class PlanesBehindTests
{
    [Theory]
    [InlineData("-50 mm", "given -50 mm, must be in [0 mm, inf): tracks begin at the origin and go towards positive z")]
    [InlineData("(index - 4) * 40 mm",
        "given (index - 4) * 40 mm, which is -120 mm at the baseline, for index 1 of arms, must be in [0 mm, inf): tracks "
        + "begin at the origin and go towards positive z")]
    [InlineData("place * index",
        "given place * index, which is -20 mm where place is -20 mm, for index 1 of arms, must be in [0 mm, inf): tracks "
        + "begin at the origin and go towards positive z")]
    public void Load_PlaneAtNegativeZ_IsRefused(string position, string message)
    {
        StudyException e = Assert.Throws<StudyException>(() => GeometryLoader.Load("g.yaml", Text(position)));
        Assert.Equal($"g.yaml:8  layers[0].position: {message}", Assert.Single(e.Problems).ToString());
    }

    [Fact]
    public void Load_PlaneAtTheOrigin_IsAllowed() => GeometryLoader.Load("g.yaml", Text("(index - 1) * 40 mm"));

    private static string Text(string position) =>
        $$$"""
        format: 1
        kind: tracker
        name: telescope
        parameters:
          place: {min: -20 mm, max: 20 mm, baseline: 10 mm}
        shape: planes
        layers:
          - {name: arms, count: 3, position: {{{position}}}, resolution: {u: 10 um, v: 10 um}}
        """;
}
