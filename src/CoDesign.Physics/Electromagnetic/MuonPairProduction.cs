using CoDesign.Physics.Materials;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Mean energy loss of muons by production of electron-positron pairs.</summary>
/// <remarks>
/// With v the pair's share of the muon's energy E and rho the asymmetry of the pair: d2sigma/(dv drho) = (2/(3 pi))
/// Z (Z + zeta) (alpha r_e)2 (1 - v)/v [Phi_e + (m_e/m_mu)2 Phi_mu], Phi = B L. zeta is the share of the atomic
/// electrons (Kelner, Phys. At. Nucl. 61, 448, 1998). Source: Kokoulin and Petrukhin, Proc. 11th and 12th Int. Conf.
/// Cosmic Rays (1969, 1971); Geant4 Physics Reference Manual, "Positron-electron pair production by muons". Valid from
/// 1 GeV.
/// </remarks>
public static class MuonPairProduction
{
    private const double Mass = PhysicalConstants.MuonMass;
    private const double Electron = PhysicalConstants.ElectronMass;
    private const double Ratio = Electron / Mass;

    /// <summary>Loss per atom: the integral of the pair's energy over the cross section.</summary>
    /// <param name="element">The element.</param>
    /// <param name="energy">Total energy E of the muon [MeV], above its mass.</param>
    /// <returns>Loss [MeV mm2].</returns>
    public static double Loss(Element element, double energy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(energy, Mass);
        const double Radius = PhysicalConstants.FineStructure * PhysicalConstants.ClassicalElectronRadius;
        double z = element.AtomicNumber, z13 = Math.Cbrt(z);
        double low = 4 * Electron / energy, high = 1 - (0.75 * Math.Sqrt(Math.E) * Mass / energy * z13);
        if (low >= high)
        {
            return 0;
        }

        double scale = 4 / (3 * Math.PI) * z * (z + ElectronShare(z, energy)) * Radius * Radius;
        return scale * energy * Quadrature.Integral(Math.Log(low), Math.Log(high), 16, logarithm =>
        {
            double v = Math.Exp(logarithm);
            return v * (1 - v) * Asymmetry(z13, energy, v);
        });
    }

    // zeta: what electrons add to the Z of the nucleus.
    private static double ElectronShare(double z, double energy)
    {
        double gamma = energy / Mass, z13 = Math.Cbrt(z);
        double g1 = z < 1.5 ? 4.4e-5 : 1.95e-5, g2 = z < 1.5 ? 4.8e-5 : 5.3e-5;
        double numerator = (0.073 * Math.Log(gamma / (1 + (g1 * z13 * z13 * gamma)))) - 0.26;
        double denominator = (0.058 * Math.Log(gamma / (1 + (g2 * z13 * gamma)))) - 0.14;
        return numerator > 0 && denominator > 0 ? numerator / denominator : 0;
    }

    // Integral over rho from 0 to its limit, in t = ln(1 - rho), which spreads out the rise at the limit.
    private static double Asymmetry(double z13, double energy, double v)
    {
        double limit = (1 - (6 * Mass * Mass / (energy * energy * (1 - v))))
            * Math.Sqrt(1 - (4 * Electron / (v * energy)));
        return limit <= 0 ? 0 : Quadrature.Integral(Math.Log(1 - limit), 0, 4, t =>
        {
            double share = Math.Exp(t);
            return share * Density(z13, energy, v, 1 - share);
        });
    }

    private static double Density(double z13, double energy, double v, double rho)
    {
        double rho2 = rho * rho, beta = v * v / (2 * (1 - v));
        double xi = v * v / (4 * Ratio * Ratio) * (1 - rho2) / (1 - v);
        double pair = energy * v * (1 - rho2);
        return Math.Max(0, ElectronFactor(beta, xi, rho2) * ElectronLogarithm(z13, beta, xi, rho2, pair))
            + (Ratio * Ratio * Math.Max(0, MuonFactor(beta, xi, rho2) * MuonLogarithm(z13, beta, xi, rho2, pair)));
    }

    private static double ElectronFactor(double beta, double xi, double rho2) =>
        xi > 1e3
            // The logarithm and the last term cancel to 1/xi.
            ? (((3 - rho2) / 2) + (2 * beta * (1 + rho2))) / xi
            : (((((2 + rho2) * (1 + beta)) + (xi * (3 + rho2))) * Math.Log(1 + (1 / xi)))
                + ((1 - rho2 - beta) / (1 + xi)) - (3 + rho2));

    private static double MuonFactor(double beta, double xi, double rho2) =>
        xi < 1e-3
            ? xi * ((5 - rho2 + (beta * (3 + rho2))) / 2)
            : (((((1 + rho2) * (1 + (1.5 * beta))) - ((1 + (2 * beta)) * (1 - rho2) / xi)) * Math.Log(1 + xi))
                + (xi * (1 - rho2 - beta) / (1 + xi)) + ((1 + (2 * beta)) * (1 - rho2)));

    private static double ElectronLogarithm(double z13, double beta, double xi, double rho2, double pair)
    {
        const double Screening = 183;
        double y = (5 - rho2 + (4 * beta * (1 + rho2)))
            / ((2 * (1 + (3 * beta)) * Math.Log(3 + (1 / xi))) - rho2 - (2 * beta * (2 - rho2)));
        double both = (1 + xi) * (1 + y), size = 1.5 * Ratio * z13;
        return Math.Log(Screening / z13 * Math.Sqrt(both)
                / (1 + (2 * Electron * Math.Sqrt(Math.E) * Screening / z13 * both / pair)))
            - (0.5 * Math.Log(1 + (size * size * both)));
    }

    private static double MuonLogarithm(double z13, double beta, double xi, double rho2, double pair)
    {
        const double Screening = 183;
        double y = (4 + rho2 + (3 * beta * (1 + rho2)))
            / (((1 + rho2) * (1.5 + (2 * beta)) * Math.Log(3 + xi)) + 1 - (1.5 * rho2));
        return Math.Log(2.0 / 3 / Ratio * Screening / (z13 * z13) * Math.Sqrt((1 + (1 / xi)) * (1 + y))
            / (1 + (2 * Electron * Math.Sqrt(Math.E) * Screening / z13 * (1 + xi) * (1 + y) / pair)));
    }
}
