using CoDesign.Physics.Materials;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Mean energy loss of muons in inelastic scattering by nuclei.</summary>
/// <remarks>
/// With v the share of the muon's energy E that is lost: dsigma/dv = (alpha/pi) A_eff sigma_gammaN(v E) Phi(E, v)/v;
/// A_eff = 0.22 A + 0.78 A^0.89 for the shadowing of nucleons, sigma_gammaN = (49.2 + 11.1 ln K + 151.8/sqrt(K)) ub, K
/// in GeV (Caldwell et al., Phys. Rev. Lett. 42, 553, 1979), from 0.2 GeV. Source: Borog and Petrukhin, Proc. 14th
/// Int. Conf. Cosmic Rays 6, 1949 (1975). Good to 10 % and some.
/// </remarks>
public static class MuonPhotonuclear
{
    private const double Mass = PhysicalConstants.MuonMass;
    private const double Nucleon = (PhysicalConstants.ProtonMass + PhysicalConstants.NeutronMass) / 2;
    private const double Lowest = 200 * Units.MeV;

    // Lambda2 = 0.4 GeV2.
    private const double ScaleSquared = 0.4e6;

    /// <summary>Loss per atom: the integral of the transfer over the cross section.</summary>
    /// <param name="element">The element.</param>
    /// <param name="energy">Total energy E of the muon [MeV], above its mass.</param>
    /// <returns>Loss [MeV mm2].</returns>
    public static double Loss(Element element, double energy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(energy, Mass);
        double high = energy - (Nucleon / 2);
        if (high <= Lowest)
        {
            return 0;
        }

        double a = element.AtomicMassGramPerMole;
        double nucleons = (0.22 * a) + (0.78 * Math.Pow(a, 0.89));
        return PhysicalConstants.FineStructure / Math.PI * nucleons * Quadrature.Integral(
            Math.Log(Lowest), Math.Log(high), 16, logarithm =>
            {
                double transfer = Math.Exp(logarithm);
                return transfer * PhotonCrossSection(transfer) * Flux(energy, transfer / energy);
            });
    }

    private static double PhotonCrossSection(double photon)
    {
        const double MicroBarn = 1e-28 * Units.Mm * Units.Mm;
        double k = photon / Units.GeV;
        return (49.2 + (11.1 * Math.Log(k)) + (151.8 / Math.Sqrt(k))) * MicroBarn;
    }

    private static double Flux(double energy, double v)
    {
        double scale = Math.Sqrt(ScaleSquared), mass2 = Mass * Mass, part = energy * v / scale;
        double logarithm = Math.Log(energy * energy * (1 - v) / mass2 * (1 + (mass2 * v * v / (ScaleSquared * (1 - v))))
            / (1 + (part * (1 + (scale / (2 * Nucleon)) + part))));
        return v - 1 + ((1 - v + (v * v / 2 * (1 + (2 * mass2 / ScaleSquared)))) * logarithm);
    }
}
