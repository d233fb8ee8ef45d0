using CoDesign.Simulation.MonteCarlo.Geometry;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <summary>The slabs of a box as plain arrays.</summary>
internal sealed class StackGeometry
{
    /// <summary>A box in the form transport wants.</summary>
    /// <param name="box">The box.</param>
    /// <param name="materialOfSlab">Number of the material of each slab.</param>
    public StackGeometry(SlabBox box, int[] materialOfSlab)
    {
        Count = box.Slabs.Count;
        HalfWidth = box.Transverse / 2;
        Material = materialOfSlab;
        Layer = [.. box.Slabs.Select(s => s.Layer)];
        Active = [.. box.Slabs.Select(s => s.Role == SlabRole.Active)];
        Edge = new double[Count + 1];
        for (int i = 0; i < Count; i++)
        {
            Edge[i + 1] = Edge[i] + box.Slabs[i].Thickness;
        }
    }

    /// <summary>Number of slabs.</summary>
    public int Count { get; }

    /// <summary>Half the transverse size [mm].</summary>
    public double HalfWidth { get; }

    /// <summary>Faces between slabs, [slabs + 1] [mm].</summary>
    public double[] Edge { get; }

    /// <summary>Material of each slab.</summary>
    public int[] Material { get; }

    /// <summary>Layer of each slab.</summary>
    public int[] Layer { get; }

    /// <summary>Whether a slab is read out.</summary>
    public bool[] Active { get; }
}
