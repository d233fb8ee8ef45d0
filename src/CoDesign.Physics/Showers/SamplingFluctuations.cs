namespace CoDesign.Physics.Showers;

/// <summary>Fluctuation of the energy seen by a sampling calorimeter in the track-length picture of Rossi.</summary>
/// <remarks>
/// An estimate: oblique crossings, electrons that stop in a layer and Landau fluctuations change it by up to a factor
/// of two. Source: Rossi, High-Energy Particles (1952); Amaldi, Phys. Scr. 23, 409 (1981).
/// </remarks>
public static class SamplingFluctuations
{
    /// <summary>Relative resolution from counting the crossings of active layers.</summary>
    /// <param name="energy">Energy of the shower E [MeV], positive.</param>
    /// <param name="criticalEnergy">Critical energy Ec [MeV], positive.</param>
    /// <param name="layerDepth">Thickness t of one absorber and active layer [X0], positive.</param>
    /// <returns>sigma/E = 3.2 % sqrt(Ec[MeV] t)/sqrt(E[GeV]).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// The track length E X0/Ec gives E/(Ec t) crossings, of Poisson variance: sqrt(1 MeV/1 GeV) = 3.2 %.
    /// </remarks>
    public static double Resolution(double energy, double criticalEnergy, double layerDepth)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(criticalEnergy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layerDepth);
        return Math.Sqrt(criticalEnergy * layerDepth / energy);
    }
}
