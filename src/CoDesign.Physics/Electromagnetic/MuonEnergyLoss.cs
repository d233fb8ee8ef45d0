using CoDesign.Physics.Materials;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Mean energy loss of muons from 1 GeV to 10 TeV, process by process.</summary>
/// <remarks>
/// Ionisation is Bethe's formula with the term of spin 1/2, (1/8)(Q/E)2, and the radiation of the knocked-on electrons;
/// Q is the largest transfer. Source: Groom, Mokhov, Striganov, At. Data Nucl. Data Tables 78, 183 (2001), section 3;
/// the radiative losses name theirs. Not for a muon's transport: secondaries take their share of any loss.
/// </remarks>
/// <param name="material">The material.</param>
public sealed class MuonEnergyLoss(Material material)
{
    // K = 4 pi N_A r_e^2 m_e c^2 [MeV cm2/mol]. Source: PDG, Review of Particle Physics 2022, table 34.1.
    private const double K = 0.307075;
    private const double Mass = PhysicalConstants.MuonMass;

    private readonly StoppingPower _stopping = material.StoppingPower();

    /// <summary>Loss by all processes.</summary>
    /// <param name="kineticEnergy">Kinetic energy [MeV], positive.</param>
    /// <returns>-dE/dx [MeV/mm].</returns>
    public double Total(double kineticEnergy) => Ionisation(kineticEnergy) + Bremsstrahlung(kineticEnergy)
        + PairProduction(kineticEnergy) + Photonuclear(kineticEnergy);

    /// <summary>Loss to atomic electrons.</summary>
    /// <inheritdoc cref="Total"/>
    public double Ionisation(double kineticEnergy)
    {
        const double Electron = PhysicalConstants.ElectronMass;
        double energy = kineticEnergy + Mass, gamma = energy / Mass;
        double betaGamma2 = (gamma - 1) * (gamma + 1), beta2 = betaGamma2 / (gamma * gamma), ratio = Electron / Mass;
        double largest = 2 * Electron * betaGamma2 / (1 + (2 * gamma * ratio) + (ratio * ratio));
        double spin = largest * largest / (8 * energy * energy * beta2);
        double logarithm = Math.Log(1 + (2 * largest / Electron));
        double radiation = PhysicalConstants.FineStructure / (4 * Math.PI)
            * (Math.Log(2 * gamma) - (logarithm / 3)) * logarithm * logarithm;
        double mass = _stopping.HeavyMeVCm2PerGram(Math.Sqrt(betaGamma2), Mass)
            + (K * material.ZOverA * (spin + Math.Max(0, radiation)));
        return mass * material.DensityGramPerCm3 / Units.Cm;
    }

    /// <summary>Loss to photons.</summary>
    /// <inheritdoc cref="Total"/>
    public double Bremsstrahlung(double kineticEnergy) => Sum(MuonBremsstrahlung.Loss, kineticEnergy);

    /// <summary>Loss to electron-positron pairs.</summary>
    /// <inheritdoc cref="Total"/>
    public double PairProduction(double kineticEnergy) => Sum(MuonPairProduction.Loss, kineticEnergy);

    /// <summary>Loss to nuclei.</summary>
    /// <inheritdoc cref="Total"/>
    public double Photonuclear(double kineticEnergy) => Sum(MuonPhotonuclear.Loss, kineticEnergy);

    private double Sum(Func<Element, double, double> loss, double kineticEnergy) => material.Composition.Sum(c =>
        material.DensityGramPerCm3 * c.MassFraction * PhysicalConstants.Avogadro
            / (c.Element.AtomicMassGramPerMole * Units.Cm3) * loss(c.Element, kineticEnergy + Mass));
}
