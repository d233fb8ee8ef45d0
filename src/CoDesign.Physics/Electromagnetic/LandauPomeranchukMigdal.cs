namespace CoDesign.Physics.Electromagnetic;

/// <summary>Suppression of bremsstrahlung and pair production by multiple scattering in dense matter.</summary>
/// <remarks>
/// Migdal, Phys. Rev. 103, 1811 (1956), in the notation of Klein, Rev. Mod. Phys. 71, 1501 (1999), section II. The
/// radiator's variable is s = s'/sqrt(xi(s')), s' = sqrt(E_LPM k/(8 E (E - k))) for bremsstrahlung and
/// sqrt(E_LPM k/(8 E (k - E))) for pairs. G, phi and xi tend to 1 without suppression (s large).
/// </remarks>
public readonly record struct LandauPomeranchukMigdal
{
    /// <summary>The function G(s), in [0, 1].</summary>
    public double G { get; private init; }

    /// <summary>The function phi(s), in [0, 1].</summary>
    public double Phi { get; private init; }

    /// <summary>The slow factor xi, in [1, 2].</summary>
    public double Xi { get; private init; }

    /// <summary>Energy scale of the suppression in a material, E_LPM = alpha (m_e c^2)^2 X0/(4 pi hbar c).</summary>
    /// <param name="radiationLength">X0 [mm].</param>
    /// <returns>E_LPM [MeV]; 7.7 TeV a centimetre of X0, 4.3 TeV in lead.</returns>
    /// <remarks>Source: Klein, Rev. Mod. Phys. 71, 1501 (1999), section II, with E_s^2 = 4 pi m^2/alpha.</remarks>
    public static double Energy(double radiationLength)
    {
        const double M = PhysicalConstants.ElectronMass;
        return PhysicalConstants.FineStructure * M * M / (4 * Math.PI * PhysicalConstants.HbarC) * radiationLength;
    }

    /// <summary>The three functions.</summary>
    /// <param name="z">Atomic number.</param>
    /// <param name="sPrime">s', positive.</param>
    /// <remarks>
    /// xi: Stanev et al., Phys. Rev. D 25, 1291 (1982); 2 for s' below sqrt(2) s1, s1 = Z^(2/3)/184.15^2, 1
    /// above 1, between 1 + h - 0.08 (1 - h)[1 - (1 - h)^2]/ln(sqrt(2) s1), h = ln s'/ln(sqrt(2) s1). Where that would
    /// make xi phi exceed 1 it is 1/phi.
    /// </remarks>
    public static LandauPomeranchukMigdal At(int z, double sPrime)
    {
        double s1 = Math.Sqrt(2) * Math.Cbrt(z * (double)z) / (184.15 * 184.15);
        double xi = Slow(sPrime, s1);
        (double g, double phi) = Functions(sPrime / Math.Sqrt(xi));
        return new LandauPomeranchukMigdal { G = g, Phi = phi, Xi = xi * phi > 1 ? 1 / phi : xi };
    }

    /// <summary>Migdal's functions.</summary>
    /// <param name="s">s, positive.</param>
    /// <returns>G within 0.4 % and phi within 0.1 % of their integrals.</returns>
    /// <remarks>
    /// To 2 the approximations of Stanev et al. (1982), G = 3 psi - 2 phi, below 0.01 their common limits
    /// phi = 6s - 6 pi s^2 + 4 pi^2 s^3 and G = 12 pi s^2 - 24 pi^2 s^3 ; above 2 the asymptotic
    /// 1 - 1/(84 s^4) and 1 - 31/(1344 s^4).
    /// </remarks>
    public static (double G, double Phi) Functions(double s)
    {
        double s2 = s * s, s3 = s2 * s, s4 = s2 * s2;
        if (s < 0.01)
        {
            const double Pi = Math.PI;
            return ((12 * Pi * s2) - (24 * Pi * Pi * s3), (6 * s) - (6 * Pi * s2) + (4 * Pi * Pi * s3));
        }

        if (s >= 2)
        {
            return (1 - (31 / (1344 * s4)), 1 - (1 / (84 * s4)));
        }

        double phi = 1 - Math.Exp((-6 * s * (1 + ((3 - Math.PI) * s))) + (s3 / (0.623 + (0.795 * s) + (0.658 * s2))));
        double psi = 1 - Math.Exp(
            (-4 * s) - (8 * s2 / (1 + (3.936 * s) + (4.97 * s2) - (0.05 * s3) + (7.5 * s4))));
        return ((3 * psi) - (2 * phi), phi);
    }

    private static double Slow(double sPrime, double s1)
    {
        if (sPrime >= 1)
        {
            return 1;
        }

        if (sPrime <= s1)
        {
            return 2;
        }

        double log = Math.Log(s1), h = Math.Log(sPrime) / log, g = 1 - h;
        return 1 + h - (0.08 * g * (1 - (g * g)) / log);
    }
}
