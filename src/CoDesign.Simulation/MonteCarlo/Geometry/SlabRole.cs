namespace CoDesign.Simulation.MonteCarlo.Geometry;

/// <summary>Whether the energy deposited in a slab is seen.</summary>
public enum SlabRole
{
    /// <summary>Absorber and dead material.</summary>
    Passive,

    /// <summary>Material whose energy is read out.</summary>
    Active,
}
