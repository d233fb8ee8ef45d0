using CoDesign.Physics.Materials;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Mean energy loss of muons by bremsstrahlung on nuclei and atomic electrons.</summary>
/// <remarks>
/// With v the photon's share of the muon's energy E and delta = m_mu2 v/(2 E (1 - v)): dsigma/dv = (16/3) alpha Z
/// (r_e m_e/m_mu)2 (Z Phi_n + Phi_e)(1 - v + 3 v2/4)/v, with Phi_n of the screened, extended nucleus and Phi_e of the
/// electrons, cut at zero. Source: Kelner, Kokoulin, Petrukhin, MEPhI preprint 024-95 (1995) and Phys. At. Nucl. 60,
/// 576 (1997); Geant4 Physics Reference Manual, "Bremsstrahlung" of muons. Valid from 1 GeV, where it starts to matter.
/// </remarks>
public static class MuonBremsstrahlung
{
    /// <summary>Loss per atom: the integral of the photon's energy over the cross section.</summary>
    /// <param name="element">The element.</param>
    /// <param name="energy">Total energy E of the muon [MeV], above its mass.</param>
    /// <returns>Loss [MeV mm2].</returns>
    public static double Loss(Element element, double energy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(energy, PhysicalConstants.MuonMass);
        const double Mass = PhysicalConstants.MuonMass;
        const double Radius = PhysicalConstants.ClassicalElectronRadius * PhysicalConstants.ElectronMass / Mass;
        double z = element.AtomicNumber;
        double scale = 16.0 / 3 * PhysicalConstants.FineStructure * z * Radius * Radius;
        return scale * energy * Quadrature.Integral(0, 1 - (Mass / energy), 32, v =>
            ((z * Nucleus(element, energy, v)) + Electrons(element, energy, v)) * (1 - v + (0.75 * v * v)));
    }

    // Smallest momentum transfer.
    private static double Delta(double energy, double v) =>
        PhysicalConstants.MuonMass * PhysicalConstants.MuonMass * v / (2 * energy * (1 - v));

    private static double Nucleus(Element element, double energy, double v)
    {
        const double Mass = PhysicalConstants.MuonMass, Electron = PhysicalConstants.ElectronMass;
        int z = element.AtomicNumber;
        double delta = Delta(energy, v), root = Math.Sqrt(Math.E);
        double size = 1.54 * Math.Pow(element.AtomicMassGramPerMole, 0.27);
        double excited = z == 1 ? size : Math.Pow(size, 1 - (1.0 / z));
        double screening = (z == 1 ? 202.4 : 183) / Math.Cbrt(z);
        return Math.Max(0, Math.Log(screening * (Mass + (delta * ((excited * root) - 2)))
            / (excited * (Electron + (delta * root * screening)))));
    }

    private static double Electrons(Element element, double energy, double v)
    {
        const double Mass = PhysicalConstants.MuonMass, Electron = PhysicalConstants.ElectronMass;
        if (v * energy >= energy / (1 + (Mass * Mass / (2 * Electron * energy))))
        {
            return 0;
        }

        int z = element.AtomicNumber;
        double delta = Delta(energy, v), root = Math.Sqrt(Math.E);
        double screening = (z == 1 ? 446 : 1429) / Math.Pow(z, 2.0 / 3);
        return Math.Max(0, Math.Log(screening * Mass
            / ((1 + (delta * Mass / (Electron * Electron * root))) * (Electron + (delta * root * screening)))));
    }
}
