namespace CoDesign.Physics.Showers;

/// <summary>Fluctuation of the energy seen by a sampling calorimeter in the track-length picture of Rossi.</summary>
/// <remarks>
/// An estimate: the corrections move it by 20-50 %, and Geant4 agrees without them for lead and liquid argon. Source:
/// Rossi, High-Energy Particles (1952); Amaldi, Phys. Scr. 23, 409 (1981).
/// </remarks>
public static class SamplingFluctuations
{
    /// <summary>Relative resolution from counting the crossings of active layers.</summary>
    /// <param name="energy">Energy of the shower E [MeV], positive.</param>
    /// <param name="criticalEnergy">Critical energy Ec [MeV], positive.</param>
    /// <param name="layerDepth">Thickness t of one absorber and active layer [X0], positive.</param>
    /// <param name="visibleTrackFraction">Part F of the track length above the detection cut, in (0, 1].</param>
    /// <returns>sigma/E = 3.2 % sqrt(Ec[MeV] t/F)/sqrt(E[GeV]).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// The track length E X0/Ec gives E F/(Ec t) crossings, of Poisson variance: sqrt(1 MeV/1 GeV) = 3.2 %.
    /// </remarks>
    public static double Resolution(
        double energy, double criticalEnergy, double layerDepth, double visibleTrackFraction = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(criticalEnergy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layerDepth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(visibleTrackFraction);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(visibleTrackFraction, 1);
        return Math.Sqrt(criticalEnergy * layerDepth / (visibleTrackFraction * energy));
    }

    /// <summary>Amaldi's correction for tracks that cross at an angle.</summary>
    /// <param name="criticalEnergy">Critical energy Ec [MeV], above 42/pi^2 = 4.26, where the formula leaves the
    /// first quadrant.</param>
    /// <returns>&lt;cos theta&gt; = cos(21 MeV/(pi Ec)), in (0, 1); divide the resolution by its square root.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The energy is outside its range.</exception>
    public static double MeanCosine(double criticalEnergy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(criticalEnergy, 42 / (Math.PI * Math.PI));
        return Math.Cos(21 * Units.MeV / (Math.PI * criticalEnergy));
    }

    /// <summary>Amaldi's fraction of the track length above the detection cut.</summary>
    /// <param name="zOverA">Z/A of the absorber [mol/g], positive.</param>
    /// <param name="cutEnergy">Energy below which a track is not seen [MeV], zero or more.</param>
    /// <param name="criticalEnergy">Critical energy Ec [MeV], positive.</param>
    /// <returns>F(z) = e^z (1 + z ln(z/1.526)), z = 4.58 (Z/A) Ecut/Ec, in [0.69, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or z is above 0.3, where the form no longer falls.</exception>
    public static double VisibleTrackFraction(double zOverA, double cutEnergy, double criticalEnergy)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(zOverA);
        ArgumentOutOfRangeException.ThrowIfNegative(cutEnergy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(criticalEnergy);
        var z = 4.58 * zOverA * cutEnergy / criticalEnergy;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(z, 0.3, nameof(cutEnergy));
        // z ln z -> 0 at z = 0.
        return z == 0 ? 1 : Math.Exp(z) * (1 + (z * Math.Log(z / 1.526)));
    }
}
