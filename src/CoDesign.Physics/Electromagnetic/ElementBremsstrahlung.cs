namespace CoDesign.Physics.Electromagnetic;

/// <summary>Bremsstrahlung of electrons and positrons on a free atom, nucleus and electrons together.</summary>
/// <remarks>
/// Screened Born approximation times a fitted correction; see <see cref="ScreenedBorn"/> and
/// <see cref="BremsstrahlungCorrection"/> for sources and quality. Kinetic energies from 1 keV; what dense matter does
/// to soft photons is in <see cref="BremsstrahlungSuppression"/>.
/// </remarks>
public sealed class ElementBremsstrahlung
{
    private readonly ScreenedBorn _born;
    private readonly BremsstrahlungCorrection _correction;

    /// <summary>Prepares an element.</summary>
    /// <param name="atomicNumber">Z, in [1, 100].</param>
    /// <exception cref="ArgumentOutOfRangeException">Z is outside its range.</exception>
    public ElementBremsstrahlung(int atomicNumber)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atomicNumber, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atomicNumber, 100);
        AtomicNumber = atomicNumber;
        _born = new ScreenedBorn(atomicNumber);
        _correction = new BremsstrahlungCorrection(atomicNumber);
    }

    /// <summary>Atomic number Z.</summary>
    public int AtomicNumber { get; }

    /// <summary>Positron cross section over that of the electron at the same energies.</summary>
    /// <param name="kineticEnergy">Kinetic energy T [MeV], positive.</param>
    /// <returns>A number in (0, 1), the same for all photon energies.</returns>
    /// <remarks>
    /// 1 - exp(polynomial in t), t = ln(1 + 1e6/Z^2 T/(m c^2)): PENELOPE's fit, good to about 0.5 %, of the ratios of
    /// stopping powers computed by Kim, Pratt, Seltzer and Berger, Phys. Rev. A 33, 3002 (1986). Source: PENELOPE-2018
    /// manual (NEA), section 3.3.1.
    /// </remarks>
    public double PositronRatio(double kineticEnergy)
    {
        double z = AtomicNumber;
        double t = Math.Log(1 + (1e6 / (z * z) * kineticEnergy / PhysicalConstants.ElectronMass));
        double sum = t * (-1.2359e-1 + (t * (6.1274e-2 + (t * (-3.1516e-2 + (t * (7.7446e-3 + (t
            * (-1.0595e-3 + (t * (7.0568e-5 - (t * 1.8080e-6))))))))))));
        return 1 - Math.Exp(sum);
    }

    /// <summary>Scaled cross section k dsigma/dk of an electron.</summary>
    /// <param name="kineticEnergy">Kinetic energy T [MeV], positive; valid from 1 keV.</param>
    /// <param name="photonEnergy">Photon energy k [MeV], in (0, T].</param>
    /// <returns>k dsigma/dk [mm2].</returns>
    public double ScaledCrossSection(double kineticEnergy, double photonEnergy) =>
        photonEnergy > kineticEnergy
            ? 0
            : _born.Scaled(kineticEnergy, photonEnergy) * _correction.At(kineticEnergy, photonEnergy);
}
