using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using Xunit;

namespace CoDesign.Detectors.Tests.Trackers;

public sealed class TrackerMistakeTests
{
    [Theory]
    [InlineData("count: outer_count, min", "count: outer_cuont, min",
        "7  parameters.radius.count: given outer_cuont, must be a whole number or an integer parameter; did you mean "
        + "outer_count?")]
    [InlineData("count: outer_count, min", "count: 0, min", "7  parameters.radius.count: given 0, must be in [1, 10000]")]
    [InlineData("200 mm * index,", "400 mm * index,",
        "7  parameters.radius.baseline: given 200 mm + 400 mm * index, which is 1400 mm at index 3 of 4, must be in "
        + "[200 mm, 1200 mm]")]
    [InlineData("200 mm * index,", "200 ns * index,",
        "7  parameters.radius.baseline: given 200 mm + 200 ns * index: cannot add '200 ns * index' (time) to "
        + "'200 mm' (length)")]
    [InlineData("200 mm * index,", "200 mm * indx,",
        "7  parameters.radius.baseline: given 200 mm + 200 mm * indx: unknown name indx; did you mean index?; the "
        + "baseline of an array may refer to index, count and the parameters that are no arrays")]
    [InlineData("max: 1200 mm", "max: 1200 ns",
        "7  parameters.radius.min: given 200 mm, must be a time (ns, ps, us or s), not a length")]
    [InlineData("  inner_radius: {min", "  radius_2: {min: 1 mm, max: 2 mm, baseline: 1 mm}\n  inner_radius: {min",
        "7  parameters.radius: its element radius_2 has the name of another parameter")]
    [InlineData("  silicon: {min", "  thickness: {min: 1 mm, max: 2 mm, baseline: 1 mm}\n  silicon: {min",
        "10  parameters.thickness: cannot be a name: thickness is a quantity of each layer")]
    [InlineData("derived:", "derived:\n  layers: 3",
        "15  derived.layers: cannot be a name: layers is a quantity of the whole detector")]
    [InlineData("derived:", "derived:\n  half: radius / 2",
        "15  derived.half: given radius / 2: radius is an array; its elements are radius_1 to radius_4")]
    [InlineData("    count: 3\n", "    count: 3\n    half_width: 1 m\n",
        "34  layers[1].half_width: is for planes; a layer of a barrel goes all the way round")]
    [InlineData("position: inner_radius +", "position: radius +",
        "34  layers[1].position: given radius + (index - 1) * 10 mm: radius has 4 elements, but pixels has 3 layers")]
    [InlineData("(index - 1) * 10 mm", "(index - 4) * 10 mm",
        "34  layers[1].position: given inner_radius + (index - 4) * 10 mm, which is 0 mm at the baseline, "
        + "for index 1 of pixels, must be in (0 mm, inf)")]
    [InlineData("position: 20 mm", "position: 0 mm", "39  layers[2].position: given 0 mm, must be in (0 mm, inf)")]
    [InlineData("    half_length: 135 mm\n", "",
        "32  layers[1]: has a pitch, so that its channels are counted; it needs half_length")]
    [InlineData("pitch: {u: pixel_pitch, v: pixel_pitch}", "pitch: {v: pixel_pitch}",
        "32  layers[1]: pixels measures u, so it needs resolution.u or pitch.u")]
    [InlineData("    sensor: {material: Si, thickness: silicon}\n", "",
        "32  layers[1]: has no sensor, whose thickness gives the signal; give it, or readout.signal")]
    [InlineData("material: copper", "material: coper",
        "29  layers[0].supports[1].material: given coper, must be a material; did you mean copper?")]
    [InlineData("efficiency: 0.99", "efficiency: 1.01", "30  layers[0].efficiency: given 1.01, must be in [0, 1]")]
    [InlineData("measures: none", "measures: nothing",
        "40  layers[2].measures: given nothing, must be both, u, v or none")]
    [InlineData("name: pixels", "name: strips",
        "32  layers[1].name: given strips, which is the name of another group of layers")]
    [InlineData("threshold: 20 e *", "threshold: 20 *",
        "50  readout.threshold: given 20 * thickness / um, must be a charge with a unit: e, fC or pC")]
    [InlineData("  bits: adc_bits\n", "", "43  readout.bits: missing; must be a number in [1, 32]")]
    [InlineData("mode: adc", "mode: acd", "43  readout.mode: given acd, must be binary or adc; did you mean adc?")]
    [InlineData("sensor_area: 20 CHF/cm2", "sensor_area: 20 EUR/cm2",
        "62  cost.sensor_area: given 20 EUR/cm2, must be in CHF, the currency at cost.currency")]
    [InlineData("shape: barrel", "shape: endcap", "16  shape: given endcap, must be planes or barrel")]
    [InlineData("charge_width: 5 um + 0.01 * thickness", "charge_width: 0.41 mm",
        "44  readout.charge_width: given 0.41 mm, at the baseline, for index 1 of strips, must be at most 5 pitches in u, "
        + "0.4 mm")]
    [InlineData("charge_width: 5 um + 0.01 * thickness", "charge_width: 0.6 * thickness",
        "44  readout.charge_width: given 0.6 * thickness, which is 0.09 mm where pixel_pitch is 15 um, for index 1 of "
        + "pixels, must be at most 5 pitches in u, 0.075 mm")]
    [InlineData("u: pixel_pitch, v: pixel_pitch}", "u: 1 mm, v: pixel_pitch / 20}",
        "44  readout.charge_width: given 5 um + 0.01 * thickness, which is 0.0065 mm where pixel_pitch is 15 um, for "
        + "index 1 of pixels, must be at most 5 pitches in v, 0.00375 mm")]
    [InlineData("field: {strength: 2 T}", "field: {strength: -2 T}",
        "17  field.strength: given -2 T, must be in [0 T, inf)")]
    public void Load_OneMistake_IsSaidExactly(string from, string to, string message)
    {
        Assert.Contains(from, TrackerExample.Barrel, StringComparison.Ordinal);
        var text = TrackerExample.Barrel.Replace(from, to, StringComparison.Ordinal);

        var exception = Assert.Throws<StudyException>(() => GeometryLoader.Load("g.yaml", text));

        Assert.Equal("g.yaml:" + message, exception.Problems[0].ToString());
    }

    [Fact]
    public void Load_PitchWithoutReadout_AsksForIt()
    {
        var text = TrackerExample.Barrel.Replace("readout:\n", "readouts:\n", StringComparison.Ordinal);

        var exception = Assert.Throws<StudyException>(() => GeometryLoader.Load("g.yaml", text));

        Assert.Contains(exception.Problems, problem => problem.Message
            == "strips has a pitch and no resolution, which needs the key readout");
        Assert.Contains(exception.Problems, problem => problem.Message == "unknown key; did you mean readout?");
    }

    [Fact]
    public void Load_NoLayerMeasures_IsSaid()
    {
        var exception = Assert.Throws<StudyException>(() => GeometryLoader.Load(
            "g.yaml", TrackerExample.Planes, ["layers[0].measures=none"]));

        Assert.Equal("g.yaml:10  layers: none measures anything, one must", exception.Message);
    }

    [Fact]
    public void Load_PriceOfAnAreaWithoutEdge_AsksForTheEdges()
    {
        var exception = Assert.Throws<StudyException>(() => GeometryLoader.Load(
            "g.yaml", TrackerExample.Planes, ["cost.sensor_area=10 EUR/cm2"]));

        Assert.Equal(
            "g.yaml:10  layers[0]: has no edge, but cost.sensor_area is for its area; it needs half_width and half_length",
            exception.Message);
    }

    [Fact]
    public void Load_CalorimeterIsNeeded_SaysSo()
    {
        var exception = Assert.Throws<StudyException>(() =>
            Detectors.Calorimeters.CalorimeterGeometryLoader.Load("g.yaml", TrackerExample.Planes));

        Assert.Equal("g.yaml:2  kind: given kind tracker, must be sampling-calorimeter", exception.Message);
    }

    [Theory]
    [InlineData("kind: tracker\nlayers: [3, null]\nparameters: [1]")]
    [InlineData("kind: tracker\nshape: barrel\nlayers: [{name: a}]\nreadout: {mode: x}\ncost: 3")]
    [InlineData("kind: tracker\nparameters: {x: {kind: array}, y: {kind: array, count: x, min: 1, max: 2, baseline: 1}}")]
    [InlineData("kind: tracker\nshape: planes\nlayers: [{name: a, count: q, position: index * r, pitch: 3}]\npower: {cooling: 1}")]
    public void Load_Nonsense_IsAProblemOfTheUser(string text)
    {
        var exception = Assert.Throws<StudyException>(() => GeometryLoader.Load("g.yaml", text));

        Assert.All(exception.Problems, problem => Assert.InRange(problem.Line, 1, 5));
    }
}
