using CoDesign.Physics.Materials;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Mean energy loss of electrons and positrons by collisions that give less than a cut to one
/// electron.</summary>
/// <remarks>
/// Berger and Seltzer: dE/dx = 2 pi r_e2 m n_el/beta2 [ln(2 (gamma + 1)/(I/m)2) + F(tau, d) - delta], tau = T/m, d the
/// cut over m; F from Moller's cross section for electrons and Bhabha's for positrons. Source: Geant4 Physics Reference
/// Manual, "Ionization, Moller and Bhabha", eqs. of the restricted loss, after Messel and Crawford (1970). No shell
/// correction: below 10 keV in heavy elements the loss is too high by 10 % and more.
/// </remarks>
public sealed class CollisionLoss
{
    // Below this energy the logarithm fails; the loss goes on as the square root of the energy, as the range of such an
    // electron (1e-4 mm) does not matter. 0.25 keV sqrt(Z): the choice of the Geant4 Physics Reference Manual.
    private const double ValidFrom = 0.25 * Units.KeV;

    private readonly StoppingPower _stopping;
    private readonly double _scale;
    private readonly double _logExcitation;
    private readonly double _lowest;
    private readonly bool _positron;

    /// <summary>Losses in a material.</summary>
    /// <param name="material">The material.</param>
    /// <param name="charge">-1 for electrons, +1 for positrons.</param>
    public CollisionLoss(Material material, int charge)
    {
        const double Radius = PhysicalConstants.ClassicalElectronRadius;
        _stopping = material.StoppingPower();
        _scale = 2 * Math.PI * Radius * Radius * PhysicalConstants.ElectronMass * material.ElectronDensity;
        _logExcitation = 2 * Math.Log(material.MeanExcitationEnergy / PhysicalConstants.ElectronMass);
        _lowest = ValidFrom * Math.Sqrt(material.EffectiveAtomicNumber);
        _positron = charge > 0;
    }

    /// <summary>Loss in collisions that transfer less than the cut.</summary>
    /// <param name="kineticEnergy">Kinetic energy T [MeV], positive.</param>
    /// <param name="cut">Largest transfer [MeV]; the kinematic limit if it is larger (T/2 for electrons, T for
    /// positrons).</param>
    /// <returns>-dE/dx [MeV/mm].</returns>
    public double Restricted(double kineticEnergy, double cut)
    {
        double energy = Math.Max(kineticEnergy, _lowest);
        double tau = energy / PhysicalConstants.ElectronMass, gamma = tau + 1;
        double limit = Math.Min(cut / PhysicalConstants.ElectronMass, _positron ? tau : tau / 2);
        double beta2 = tau * (tau + 2) / (gamma * gamma);
        double f = _positron ? Bhabha(tau, limit, gamma, beta2) : Moller(tau, limit, gamma, beta2);
        double density = _stopping.DensityEffect(Math.Sqrt(tau * (tau + 2)));
        double loss = _scale / beta2 * (Math.Log(2 * (tau + 2)) - _logExcitation + f - density);
        return kineticEnergy < _lowest ? loss * Math.Sqrt(kineticEnergy / _lowest) : loss;
    }

    private static double Moller(double tau, double d, double gamma, double beta2) =>
        -1 - beta2 + Math.Log((tau - d) * d) + (tau / (tau - d))
            + (((d * d / 2) + (((2 * tau) + 1) * Math.Log(1 - (d / tau)))) / (gamma * gamma));

    private static double Bhabha(double tau, double d, double gamma, double beta2)
    {
        double y = 1 / (gamma + 1), d2 = d * d;
        double brackets = tau + (2 * d) - (1.5 * d2 * y) - ((d - (d2 * d / 3)) * y * y)
            - (((d2 / 2) - (tau * d2 * d / 3) + (d2 * d2 / 4)) * y * y * y);
        return Math.Log(tau * d) - (beta2 / tau * brackets);
    }
}
