using CoDesign.Physics.Materials;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Suppression of soft bremsstrahlung in dense matter: by multiple scattering (Landau, Pomeranchuk, Migdal)
/// and by the polarisation of the medium (Ter-Mikaelian).</summary>
/// <remarks>
/// With x = 1 + (k_p/k)^2, k_p = gamma hbar omega_p, and y = k/E, the cross section of a free atom is multiplied by
/// xi(s') [y^2 G(s) + 2 (1 + (1 - y)^2) phi(s)] / [y^2 + 2 (1 + (1 - y)^2)] / x,
/// s' = x sqrt(E_LPM k/(8 E (E - k))).
/// Source: Klein, Rev. Mod. Phys. 71, 1501 (1999), sections II and III; the Geant4 Physics Reference Manual has the
/// same combination. The ratio is that of the forms with complete screening, where multiple scattering acts.
/// </remarks>
public sealed class BremsstrahlungSuppression
{
    // Above this s' nothing is left of the effect: phi is 1 - 1/(84 s^4).
    private const double Weak = 3;

    private readonly double _scale;
    private readonly double _plasma;

    /// <summary>Suppression in a material.</summary>
    /// <param name="material">The material; its radiation length and plasma energy count.</param>
    public BremsstrahlungSuppression(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        _scale = LandauPomeranchukMigdal.Energy(material.RadiationLength) / 8;
        _plasma = material.StoppingPower().PlasmaEnergy / PhysicalConstants.ElectronMass;
    }

    /// <summary>The factor.</summary>
    /// <param name="atomicNumber">Z of the atom that radiates.</param>
    /// <param name="kineticEnergy">Kinetic energy T [MeV].</param>
    /// <param name="photonEnergy">Photon energy k [MeV], in (0, T).</param>
    /// <returns>A number in (0, 1].</returns>
    public double At(int atomicNumber, double kineticEnergy, double photonEnergy)
    {
        double energy = kineticEnergy + PhysicalConstants.ElectronMass;
        double cut = _plasma * energy / photonEnergy, x = 1 + (cut * cut);
        double sPrime = x * Math.Sqrt(_scale * photonEnergy / (energy * (energy - photonEnergy)));
        if (sPrime > Weak)
        {
            return 1 / x;
        }

        LandauPomeranchukMigdal functions = LandauPomeranchukMigdal.At(atomicNumber, sPrime);
        double y = photonEnergy / energy, flip = y * y, noFlip = 2 * (1 + ((1 - y) * (1 - y)));
        return functions.Xi * ((flip * functions.G) + (noFlip * functions.Phi)) / ((flip + noFlip) * x);
    }
}
