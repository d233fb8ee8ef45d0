using CoDesign.Physics.Materials;

namespace CoDesign.Simulation.MonteCarlo.Geometry;

/// <summary>One slab of a stack, across the whole transverse size.</summary>
/// <param name="Material">Its material.</param>
/// <param name="Thickness">Thickness along the beam [mm], positive.</param>
/// <param name="Role">Whether its energy is seen.</param>
/// <param name="Layer">Number of the layer it belongs to, from 0 upstream; never falls along the beam.</param>
public readonly record struct Slab(Material Material, double Thickness, SlabRole Role, int Layer);
