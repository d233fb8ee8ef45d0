using CoDesign.Studies.Kinds;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Runs;

public sealed class FileNotesTests : IDisposable
{
    private readonly TinyStudy _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void Of_OwnMaterial_SaysWhatItIs()
    {
        CheckNotes notes = FileNotes.Of(
            Material("{density: 8.28 g/cm3, formula: {Pb: 1, W: 1, O: 4}}").Load().Geometry);
        // PDG: X0 8.903 mm, critical energy 9.64 MeV, interaction length 203 mm at 8.30 g/cm3.
        Assert.Contains(notes.Facts, f => f.StartsWith("material tungstate: density 8.28 g/cm3, X0 8.9", StringComparison.Ordinal)
            && f.Contains("critical energy 9.", StringComparison.Ordinal)
            && f.Contains("nuclear interaction length 20", StringComparison.Ordinal));
        Assert.Empty(notes.Warnings);
    }

    [Fact]
    public void Of_DoubtfulMaterial_WarnsWithItsLine() => Assert.Contains(
        FileNotes.Of(Material("{density: 1.06 g/cm3, mass_fractions: {C: 0.475, H: 0.525}}").Load()).Warnings,
        w => w.Contains("geometry.yaml:5  materials.tungstate.mass_fractions: 52.5 % of the mass is hydrogen",
            StringComparison.Ordinal));

    [Fact]
    public void Of_SpaceBeyondTheLimits_NamesTheAddedConstraint() => Assert.Contains(
        "a constraint is added, since the bounds allow designs that are no detectors: side of a cell over that of the face",
        FileNotes.Of(_tiny.EditGeometry("cell_size: {min: 20 mm, max: 80 mm", "cell_size: {min: 20 mm, max: 8 m").Load())
            .Facts);

    private TinyStudy Material(string definition) =>
        _tiny.EditGeometry("name: tiny\n", $"name: tiny\nmaterials: {{tungstate: {definition}}}\n");
}
