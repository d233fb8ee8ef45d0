namespace CoDesign.Simulation.MonteCarlo.Geometry;

/// <summary>A box of slabs perpendicular to the beam (z); the front face is z = 0, the axis x = y = 0. Outside is
/// vacuum, and what leaves the box is lost.</summary>
public sealed record SlabBox
{
    /// <summary>Slabs in the order of the beam.</summary>
    public IReadOnlyList<Slab> Slabs { get; }

    /// <summary>Full transverse size, the same in x and y [mm]; infinite if the box has no sides.</summary>
    public double Transverse { get; }

    /// <summary>Number of layers.</summary>
    public int Layers { get; }

    /// <summary>Length along the beam [mm].</summary>
    public double Depth { get; }

    /// <summary>A box of slabs.</summary>
    /// <param name="slabs">Slabs in the order of the beam, at least one.</param>
    /// <param name="transverse">Full transverse size [mm], positive or infinite.</param>
    /// <exception cref="ArgumentOutOfRangeException">No slab, a thickness or size that is not positive, or layer
    /// numbers that do not start at 0 and rise by at most one.</exception>
    public SlabBox(IReadOnlyList<Slab> slabs, double transverse)
    {
        ArgumentOutOfRangeException.ThrowIfZero(slabs.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(transverse);
        int layer = 0;
        foreach (Slab slab in slabs)
        {
            if (!(slab.Thickness > 0) || !double.IsFinite(slab.Thickness))
            {
                throw new ArgumentOutOfRangeException(nameof(slabs), slab.Thickness, "a thickness must be positive");
            }

            if (slab.Layer != layer && (Depth == 0 || slab.Layer != layer + 1))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(slabs), slab.Layer, "layers must follow each other from 0");
            }

            layer = slab.Layer;
            Depth += slab.Thickness;
        }

        (Slabs, Transverse, Layers) = (slabs, transverse, layer + 1);
    }

    /// <summary>One block of one material, all of it active.</summary>
    /// <param name="material">Its material.</param>
    /// <param name="depth">Length along the beam [mm].</param>
    /// <param name="transverse">Full transverse size [mm]; infinite if the block has no sides.</param>
    public static SlabBox Block(Physics.Materials.Material material, double depth, double transverse) =>
        new([new Slab(material, depth, SlabRole.Active, 0)], transverse);
}
