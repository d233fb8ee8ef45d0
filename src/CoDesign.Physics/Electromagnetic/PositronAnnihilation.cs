namespace CoDesign.Physics.Electromagnetic;

/// <summary>Annihilation of a positron in flight with a free electron at rest into two photons.</summary>
public static class PositronAnnihilation
{
    /// <summary>Cross section of an electron (Heitler).</summary>
    /// <param name="energy">Kinetic energy of the positron [MeV], positive; diverges as 1/v at zero.</param>
    /// <returns>Cross section [mm2].</returns>
    /// <remarks>
    /// pi r_e^2/(gamma+1) [(gamma^2 + 4 gamma + 1)/(gamma^2 - 1) ln(gamma + sqrt(gamma^2 - 1))
    /// - (gamma + 3)/sqrt(gamma^2 - 1)]. Source: Heitler, The Quantum Theory of Radiation, section 27.
    /// Annihilation into one photon or with bound electrons, and radiative corrections, are neglected.
    /// </remarks>
    public static double CrossSection(double energy)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energy);
        const double R2 = PhysicalConstants.ClassicalElectronRadius * PhysicalConstants.ClassicalElectronRadius;
        double t = energy / PhysicalConstants.ElectronMass, gamma = 1 + t;
        double p2 = t * (t + 2), p = Math.Sqrt(p2); // gamma^2 - 1
        double log = Math.Asinh(p);
        return Math.PI * R2 / (gamma + 1)
            * ((((gamma * gamma) + (4 * gamma) + 1) / p2 * log) - ((gamma + 3) / p));
    }
}
