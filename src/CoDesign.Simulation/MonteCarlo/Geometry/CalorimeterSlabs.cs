using CoDesign.Detectors.Calorimeters;
using TorchSharp;

namespace CoDesign.Simulation.MonteCarlo.Geometry;

/// <summary>The slabs of a sampling calorimeter.</summary>
public static class CalorimeterSlabs
{
    /// <summary>The stack of a detector; its transverse size is that of a square of the front area.</summary>
    /// <param name="detector">The detector.</param>
    public static SlabBox Of(CalorimeterDetector detector)
    {
        List<Slab> slabs = [];
        int layer = 0;
        foreach (CalorimeterSection section in detector.Sections)
        {
            (CalorimeterLayer Slab, double Thickness, SlabRole Role)[] period =
            [
                .. section.Slabs.Select(s => (s, s.Thickness.ToDouble(),
                    ReferenceEquals(s, section.Active) ? SlabRole.Active : SlabRole.Passive)),
            ];
            for (int i = 0; i < section.Layers; i++, layer++)
            {
                slabs.AddRange(period.Select(p => new Slab(p.Slab.Material, p.Thickness, p.Role, layer)));
            }
        }

        return new SlabBox(slabs, Math.Sqrt(detector.Area.ToDouble()));
    }

    /// <summary>Section of each layer, [layers], in the order of the beam.</summary>
    /// <param name="detector">The detector.</param>
    public static int[] SectionOfLayer(CalorimeterDetector detector) =>
        [.. detector.Sections.SelectMany((section, i) => Enumerable.Repeat(i, section.Layers))];
}
