using CoDesign.Physics.Materials;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Conversion of a photon into an electron and a positron in the field of an atom.</summary>
public static class PairProduction
{
    /// <summary>Threshold in the field of a nucleus, 2 m_e c^2 [MeV].</summary>
    public const double Threshold = 2 * PhysicalConstants.ElectronMass;

    /// <summary>Above this energy the cross section is integrated from the differential one [MeV].</summary>
    public const double RelativisticEnergy = 80 * Units.GeV;

    /// <summary>Above this energy the differential cross section has the Coulomb correction [MeV].</summary>
    public const double CoulombCorrectionEnergy = 50 * Units.MeV;

    private const double Microbarn = 1e-34 * Units.Metre2;
    private const double LowestFitted = 1.5 * Units.MeV;

    /// <summary>Cross section of an atom, nucleus and electrons (triplets) together, without suppression.</summary>
    /// <param name="z">Atomic number, in [1, 92].</param>
    /// <param name="energy">Photon energy [MeV], positive.</param>
    /// <returns>Cross section [mm2]; zero at threshold and below.</returns>
    public static double CrossSection(int z, double energy) => CrossSection(z, energy, double.PositiveInfinity);

    /// <summary>Cross section of an atom in matter.</summary>
    /// <param name="z">Atomic number, in [1, 92].</param>
    /// <param name="energy">Photon energy [MeV], positive.</param>
    /// <param name="lpmEnergy">Scale of the Landau-Pomeranchuk-Migdal effect, see
    /// <see cref="LandauPomeranchukMigdal.Energy"/> [MeV]; infinite for a free atom.</param>
    /// <returns>Cross section [mm2]; zero at threshold and below.</returns>
    /// <remarks>
    /// To 80 GeV Z (Z+1) [F1(X) + F2(X) Z + F3(X)/Z], X = ln(k/m_e), F polynomials of degree 5: a fit to Hubbell, Gimm,
    /// Overbo, J. Phys. Chem. Ref. Data 9, 1023 (1980), 1.5 MeV to 100 GeV, 5 % at worst and 2.2 % on average; below
    /// 1.5 MeV it falls as (k - 2 m_e)^2. Source: Geant4 Physics Reference Manual, Gamma Conversion (GEANT3 manual,
    /// PHYS210). Above 80 GeV the integral of <see cref="Differential"/> times 1 + (r - 1) 80 GeV/k, which joins the
    /// two (r is the ratio at 80 GeV).
    /// </remarks>
    public static double CrossSection(int z, double energy, double lpmEnergy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(z, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(z, 92);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lpmEnergy);
        if (energy <= Threshold)
        {
            return 0;
        }

        if (energy <= RelativisticEnergy)
        {
            return Fitted(z, energy);
        }

        double ratio = Fitted(z, RelativisticEnergy) / Integral(z, RelativisticEnergy, lpmEnergy);
        return Integral(z, energy, lpmEnergy) * (1 + ((ratio - 1) * RelativisticEnergy / energy));
    }

    /// <summary>Differential cross section d sigma/d eps in the energy fraction of one particle.</summary>
    /// <param name="z">Atomic number, in [1, 92].</param>
    /// <param name="energy">Photon energy k [MeV], positive.</param>
    /// <param name="epsilon">Total energy of the electron (or positron) over k.</param>
    /// <param name="lpmEnergy">As for the cross section [MeV]; it counts above 80 GeV.</param>
    /// <returns>d sigma/d eps [mm2]; zero outside [m_e/k, 1 - m_e/k]. Its integral over this range is the cross
    /// section.</returns>
    /// <remarks>
    /// 4 alpha r_e^2 Z (Z + eta) xi {[eps^2 + (1-eps)^2] (G + 2 phi)/3 (Phi1/4 - ln(Z)/3 - f)
    /// + 2/3 eps (1-eps) G (Phi2/4 - ln(Z)/3 - f)}, eta = L'_rad/(L_rad - f): Bethe-Heitler with screening, Coulomb
    /// correction f above 50 MeV, electrons' field and Migdal's suppression. In Born approximation, hence a shape only
    /// below some 50 MeV. Source: Tsai, Rev. Mod. Phys. 46, 815 (1974), section III; Geant4 Physics Reference Manual,
    /// Gamma Conversion; Klein, Rev. Mod. Phys. 71, 1501 (1999).
    /// </remarks>
    public static double Differential(int z, double energy, double epsilon, double lpmEnergy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(z, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(z, 92);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lpmEnergy);
        const double R2 = PhysicalConstants.ClassicalElectronRadius * PhysicalConstants.ClassicalElectronRadius;
        double smallest = PhysicalConstants.ElectronMass / energy, product = epsilon * (1 - epsilon);
        if (epsilon < smallest || epsilon > 1 - smallest)
        {
            return 0;
        }

        double coulomb = energy > CoulombCorrectionEnergy ? NuclearData.CoulombCorrection(z) : 0;
        (double elastic, double inelastic) = AtomicScreening.RadiationLogarithms(z);
        (double first, double second) = AtomicScreening.Functions(136 / Math.Cbrt(z) * smallest / product);
        double subtract = (Math.Log(z) / 3) + coulomb;
        first = Math.Max((first / 4) - subtract, 0);
        second = Math.Max((second / 4) - subtract, 0);
        double symmetric = 1 - (2 * product), sum;
        if (energy > RelativisticEnergy && !double.IsInfinity(lpmEnergy))
        {
            var lpm = LandauPomeranchukMigdal.At(z, Math.Sqrt(lpmEnergy / (8 * energy * product)));
            sum = lpm.Xi * ((symmetric * (lpm.G + (2 * lpm.Phi)) / 3 * first) + (2.0 / 3 * product * lpm.G * second));
        }
        else
        {
            sum = (symmetric * first) + (2.0 / 3 * product * second);
        }

        double eta = inelastic / (elastic - coulomb);
        return 4 * PhysicalConstants.FineStructure * R2 * z * (z + eta) * sum;
    }

    // Twice the lower half, in two panels: the suppression turns on where eps (1 - eps) is large.
    private static double Integral(int z, double energy, double lpmEnergy)
    {
        const double Edge = 0.05;
        double low = PhysicalConstants.ElectronMass / energy;
        return 2 * (Quadrature.Integral(low, Edge, 1, At) + Quadrature.Integral(Edge, 0.5, 1, At));

        double At(double epsilon) => Differential(z, energy, epsilon, lpmEnergy);
    }

    private static double Fitted(int z, double energy)
    {
        double x = Math.Log(Math.Max(energy, LowestFitted) / PhysicalConstants.ElectronMass);
        double f1 = 878.42 + (x * (-1962.5 + (x * (1294.9 + (x * (-200.28 + (x * (12.575 - (x * 0.28333)))))))));
        double f2 = -10.342 + (x * (17.692 + (x * (-8.2381 + (x * (1.3063 + (x * (-0.090815 + (x * 0.0023586)))))))));
        double f3 = -452.63 + (x * (1116.1 + (x * (-867.49 + (x * (217.73 + (x * (-20.467 + (x * 0.65372)))))))));
        double sigma = z * (z + 1.0) * (f1 + (f2 * z) + (f3 / z)) * Microbarn;
        if (energy < LowestFitted)
        {
            double share = (energy - Threshold) / (LowestFitted - Threshold);
            sigma *= share * share;
        }

        return Math.Max(sigma, 0);
    }
}
