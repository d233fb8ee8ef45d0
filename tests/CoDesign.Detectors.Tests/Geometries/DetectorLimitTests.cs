using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Tests.Calorimeters;
using CoDesign.Detectors.Tests.Trackers;
using Xunit;

namespace CoDesign.Detectors.Tests.Geometries;

/// <summary>Detectors that cannot be, at the baseline of their file.</summary>
public sealed class DetectorLimitTests
{
    [Theory]
    [InlineData("size: cell_size", "size: 5 m",
        "cells.size: given 5 m; side of a cell over that of the face (cells.size / sqrt(area)) is 5 at the baseline, must be "
        + "at most 1")]
    [InlineData("area: 1 m2", "area: 1 mm2",
        "cells.size: given cell_size; side of a cell over that of the face (cells.size / sqrt(area)) is 40 at the baseline, "
        + "must be at most 1")]
    [InlineData("doped-polystyrene, thickness: 4 mm", "doped-polystyrene, thickness: 0.5 nm",
        "sections[0].active.thickness: given 0.5 nm; thickness of the active layers of front (thickness) is 0.0005 um at the "
        + "baseline, must be at least 1 um")]
    [InlineData("lead, thickness: absorber_front", "lead, thickness: 1e-300 mm",
        "sections[0].absorber.thickness: given 1e-300 mm; thickness of the absorber layers of front (thickness) is 1E-297 um at "
        + "the baseline, must be at least 1 um")]
    [InlineData("doped-polystyrene, thickness: 4 mm", "doped-polystyrene, thickness: 5 m",
        "sections: depth of the calorimeter (depth) is 110.")]
    public void Load_ImplausibleCalorimeter_IsRefused(string old, string replacement, string message) =>
        Refused(Example.Text, old, replacement, message);

    [Theory]
    [InlineData("position: inner_radius + (index - 1) * 10 mm", "position: 200 m + (index - 1) * 10 mm",
        "layers[1].position: given 200 m + (index - 1) * 10 mm; farthest position of pixels (position) is 200.02 m at the "
        + "baseline, must be at most 100 m")]
    public void Load_ImplausibleTracker_IsRefused(string old, string replacement, string message) =>
        Refused(TrackerExample.Barrel, old, replacement, message);

    [Theory]
    [InlineData("pitch: {u: 20 mm, v: 1 mm}", "pitch over the extent of pixels (pitch / extent) is 2 at the baseline")]
    [InlineData("pitch: {u: 1 mm, v: 30 cm}", "pitch over the extent of pixels (pitch / extent) is 15 at the baseline")]
    public void Load_PitchBeyondTheLayer_IsRefused(string pitch, string message) => Refused(
        """
        format: 1
        kind: tracker
        name: pixels
        shape: planes
        layers:
          - name: pixels
            position: 10 mm
            half_width: 5 mm
            half_length: 10 mm
            pitch: {u: 1 mm, v: 1 mm}
            resolution: {u: 10 um, v: 10 um}
        """, "pitch: {u: 1 mm, v: 1 mm}", pitch, $"layers[0].pitch: {message}");

    private static void Refused(string text, string old, string replacement, string message)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        StudyException e = Assert.Throws<StudyException>(
            () => GeometryLoader.Load("g.yaml", text.Replace(old, replacement, StringComparison.Ordinal)));
        Assert.Contains(e.Problems, p => p.ToString().Contains(message, StringComparison.Ordinal));
        Assert.All(e.Problems, p => Assert.True(p.Line > 0));
    }
}
