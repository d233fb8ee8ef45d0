using System.Globalization;
using CoDesign.Detectors.Calorimeters;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests;

/// <summary>A stack of equal layers, in one section or several, whose thicknesses and cell size are
/// parameters.</summary>
internal sealed record TestStack
{
    /// <summary>Geant4's TestEm3: 50 layers of 2.3 mm lead and 5.7 mm liquid argon; wide cells that catch
    /// all.</summary>
    public static TestStack TestEm3 { get; } = new()
    {
        Absorber = "lead",
        AbsorberThickness = 2.3,
        Active = "liquid-argon",
        ActiveThickness = 5.7,
        Layers = 50,
        CellSize = 1000,
    };

    public required string Absorber { get; init; }

    /// <summary>Thickness of an absorber layer [mm].</summary>
    public required double AbsorberThickness { get; init; }

    public required string Active { get; init; }

    /// <summary>Thickness of an active layer [mm].</summary>
    public required double ActiveThickness { get; init; }

    /// <summary>Layers of each section.</summary>
    public required int Layers { get; init; }

    public int Sections { get; init; } = 1;

    /// <summary>Side of a cell [mm].</summary>
    public double CellSize { get; init; } = 40;

    public int CellCount { get; init; } = 5;

    public CalorimeterDetector Build() => Geometry().Build(Geometry().Space.Baseline());

    /// <summary>The detector at (absorber thickness, active thickness, cell size) [mm], which carry the
    /// gradient.</summary>
    public CalorimeterDetector Build(Tensor theta) => Geometry().Build(Geometry().Space.AtTheta(theta));

    private SamplingCalorimeterGeometry Geometry() => CalorimeterGeometryLoader.Load("test", string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        format: 1
        kind: sampling-calorimeter
        name: test
        parameters:
          absorber: {min: 1e-6 mm, max: 1000 mm, baseline: {{AbsorberThickness}} mm}
          active: {min: 1e-6 mm, max: 1000 mm, baseline: {{ActiveThickness}} mm}
          cell: {min: 0.01 mm, max: 1e6 mm, baseline: {{CellSize}} mm}
        sections:
        {{string.Concat(Enumerable.Range(0, Sections).Select(Section))}}
        cells: {size: cell, count: {{CellCount}}}
        area: max(1 m2, cell ^ 2)
        readout:
          light_yield: 1000 1/MeV
          shaping_time: 25 ns
          capacitance: 20 pF
          series_noise: 1 nV/sqrt(Hz)
          full_scale: 400 GeV
          bits: 16
        power: {per_channel: 1 W}
        cost: {currency: EUR, date: 2026-11}
        """));

    private string Section(int index) =>
        $$"""
          - name: s{{index}}
            layers: {{Layers}}
            absorber: {material: {{Absorber}}, thickness: absorber}
            active: {material: {{Active}}, thickness: active}

        """;
}
