using CoDesign.Studies.Tests.Tiny;

namespace CoDesign.Studies.Tests.Outer;

/// <summary>The tiny study with a number of layers and a material that an outer loop chooses.</summary>
internal static class StructuredStudy
{
    public const string Outer = "outer: {trials: 4, steps: 6, designs: 10}\n";

    public static TinyStudy Free() => new TinyStudy()
        .EditGeometry("parameters:\n", "parameters:\n"
            + "  plates: {min: 40, max: 70, baseline: 60, kind: integer}\n"
            + "  metal: {choices: [lead, iron, tungsten], baseline: lead}\n")
        .EditGeometry("layers: 60", "layers: plates")
        .EditGeometry("material: lead", "material: metal")
        .EditGeometry("volume: {lead: 0.04 EUR/cm3,", "volume: {lead: 0.04 EUR/cm3, iron: 0.03 EUR/cm3, tungsten: 1 EUR/cm3,");

    public static TinyStudy Nested(string outer = Outer) => Free().Edit("objective:\n", outer + "objective:\n");
}
