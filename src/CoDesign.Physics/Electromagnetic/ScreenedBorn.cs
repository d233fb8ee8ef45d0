using CoDesign.Physics.Materials;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Bremsstrahlung of electrons on one atom in Born approximation, with screening, the Coulomb correction of
/// high energies and Elwert's factor; before the correction of <see cref="BremsstrahlungCorrection"/>.</summary>
/// <remarks>
/// Unscreened part: Koch and Motz, Rev. Mod. Phys. 31, 920 (1959), formula 3BN (exact in Born approximation at all
/// energies). Screening: Tsai, Rev. Mod. Phys. 46, 815 (1974), eqs. 3.38-3.41 (phi1, psi1 of the Thomas-Fermi-Moliere
/// atom and of its electrons, unscreened 19.193 - 4 ln gamma). Tsai's gamma is 200 q Z^(-1/3) and his epsilon
/// 200 q Z^(-2/3) with q the smallest momentum transfer over m_e c, at high energies q = m k/(2 E0 E). Here q is the
/// exact p0 - p - k, and what screening takes away beyond the largest transfer, p0 + p - k, is put back: 3BN's
/// logarithm L grows by (D(q_min) - D(q_max))/2, D = phi1 - its unscreened form. At high energies this is Tsai's
/// cross section, at low ones it stays positive. Below beryllium gamma and epsilon are scaled so that complete
/// screening gives the radiation logarithms of Tsai's table B.2.
/// Coulomb correction f(Z): Davies, Bethe, Maximon, Phys. Rev. 93, 788 (1954), switched on as T/(T + 2 MeV).
/// Elwert's factor: Ann. Phys. 34, 178 (1939). Electrons of the atom: Tsai's psi terms over Z, switched on as
/// T/(T + 0.3 MeV), since electron-electron bremsstrahlung has no dipole part and dies out at low energies. The two
/// switches and all else that Born approximation lacks are left to the fitted correction, made with these values.
/// </remarks>
internal sealed class ScreenedBorn
{
    private const double CoulombOnset = 2 * Units.MeV;
    private const double ElectronOnset = 0.3 * Units.MeV;
    private const double ElasticLarge = 0.311877; // of phi1 at large gamma
    private const double InelasticLarge = 13.111641; // of psi1 at large epsilon

    private readonly double _prefactor;
    private readonly double _coupling;
    private readonly double _coulomb;
    private readonly double _elasticScale;
    private readonly double _inelasticScale;
    private readonly double _electrons;

    public ScreenedBorn(int z)
    {
        const double Radius = PhysicalConstants.ClassicalElectronRadius;
        _prefactor = PhysicalConstants.FineStructure * Radius * Radius * z * z;
        _coupling = 2 * Math.PI * PhysicalConstants.FineStructure * z;
        _coulomb = 4 * NuclearData.CoulombCorrection(z);
        _electrons = 1.0 / z;
        (double elastic, double inelastic) = AtomicScreening.RadiationLogarithms(z);
        _elasticScale = 200 * Math.Exp(elastic) / 184.15;
        _inelasticScale = 200 * Math.Exp(inelastic) / 1194;
    }

    /// <summary>k dsigma/dk [mm2].</summary>
    /// <param name="kinetic">Kinetic energy of the electron T [MeV].</param>
    /// <param name="k">Photon energy [MeV], in (0, T).</param>
    public double Scaled(double kinetic, double k)
    {
        const double Mass = PhysicalConstants.ElectronMass;
        double photon = k / Mass, t0 = kinetic / Mass, t = Math.Max((kinetic - k) / Mass, 1e-7 * t0);
        double e0 = 1 + t0, e = 1 + t, p0 = Math.Sqrt(t0 * (t0 + 2)), p = Math.Sqrt(t * (t + 2)), pp = p0 * p;
        double weight = LogarithmWeight(photon, e0, e, p0, p, out double rest);
        double logarithm = 2 * Math.Log(((e0 * e) + pp - 1) / photon);
        double least = photon * ((1 / (e0 + p0)) + (1 / (e + p))) / (p0 + p), most = p0 + p - photon;
        double y = photon / e0, beta0 = p0 / e0, beta = p / e;

        double gamma = _elasticScale * least, epsilon = _inelasticScale * least;
        double screening = (Elastic(gamma) - Elastic(_elasticScale * most)) / 2;
        double nuclear = (p / p0 * (rest + (weight * (logarithm + screening))))
            + (4.0 / 3 * (1 - y) / (3 + (gamma * (19.5 + (18 * gamma)))))
            - (kinetic / (kinetic + CoulombOnset) * _coulomb * ((4.0 / 3 * (1 - y)) + (y * y)) * beta / beta0);
        screening = (Inelastic(epsilon) - Inelastic(_inelasticScale * most)) / 2;
        double electrons = (p / p0 * (rest + (weight * (logarithm + screening))))
            + (4.0 / 3 * (1 - y) / (3 + (epsilon * (120 + (1200 * epsilon)))));
        double elwert = beta0 / beta * (1 - Math.Exp(-_coupling / beta0)) / (1 - Math.Exp(-_coupling / beta));
        return _prefactor * elwert * (nuclear + (kinetic / (kinetic + ElectronOnset) * _electrons * electrons));
    }

    // The factor of the logarithm in 3BN and, in rest, the terms without it; energies and momenta over m_e.
    private static double LogarithmWeight(double k, double e0, double e, double p0, double p, out double rest)
    {
        double pp = p0 * p, ee = e0 * e, pp2 = pp * pp;
        double l0 = 2 * Math.Log(e0 + p0) / p0, l = 2 * Math.Log(e + p) / p, p02 = p0 * p0, p2 = p * p;
        rest = (4.0 / 3) - (2 * ee * (p2 + p02) / pp2) + (l0 * e / p02) + (l * e0 / p2) - (l0 * l);
        double third = ((ee + p02) / p02 * l0) - ((ee + p2) / p2 * l) + (2 * k * ee / pp2);
        return (8 * ee / (3 * pp)) + (k * k * ((ee * ee) + pp2) / (pp2 * pp)) + (k / (2 * pp) * third);
    }

    private static double Elastic(double gamma) =>
        (-2 * Math.Log(1 + (1 / (ElasticLarge * gamma * gamma))))
        + (gamma > 30 ? 0 : (2.4 * Math.Exp(-0.9 * gamma)) + (1.6 * Math.Exp(-1.5 * gamma)));

    private static double Inelastic(double epsilon) =>
        (-2 * Math.Log(1 + (1 / (InelasticLarge * epsilon * epsilon))))
        + (epsilon > 4 ? 0 : (2.8 * Math.Exp(-8 * epsilon)) + (1.2 * Math.Exp(-29.2 * epsilon)));
}
