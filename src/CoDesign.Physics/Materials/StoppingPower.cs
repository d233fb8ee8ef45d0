namespace CoDesign.Physics.Materials;

/// <summary>Mean energy loss by ionisation from density, Z/A and mean excitation energy alone.</summary>
/// <remarks>
/// The density effect is that of Sternheimer and Peierls (Phys. Rev. B 3, 3681, 1971), which needs no table per
/// material and reproduces the tabulated one to 1-2 % of dE/dx; no shell correction (below 1 % above 1 MeV electrons
/// and at minimum ionisation).
/// </remarks>
public sealed class StoppingPower
{
    // K = 4 pi N_A r_e^2 m_e c^2 [MeV cm2/mol]. Source: PDG, Review of Particle Physics 2022, table 34.1.
    private const double K = 0.307075;

    private readonly double _zOverA;
    private readonly double _excitation;
    private readonly double _cBar;
    private readonly double _x0;
    private readonly double _x1;

    /// <summary>Energy loss in a material.</summary>
    /// <param name="densityGramPerCm3">Density [g/cm3], positive.</param>
    /// <param name="zOverA">Mean Z/A [mol/g], positive.</param>
    /// <param name="meanExcitationEnergy">Mean excitation energy I [MeV], positive.</param>
    /// <param name="state">State of matter.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not positive.</exception>
    public StoppingPower(double densityGramPerCm3, double zOverA, double meanExcitationEnergy, MaterialState state)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(densityGramPerCm3);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(zOverA);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(meanExcitationEnergy);
        _zOverA = zOverA;
        _excitation = meanExcitationEnergy;
        PlasmaEnergy = 28.816 * Math.Sqrt(densityGramPerCm3 * zOverA) * Units.EV;
        _cBar = (2 * Math.Log(meanExcitationEnergy / PlasmaEnergy)) + 1;
        (_x0, _x1) = state == MaterialState.Gas ? GasLimits(_cBar) : CondensedLimits(_cBar, meanExcitationEnergy);
    }

    /// <summary>Plasma energy of all electrons, 28.816 eV sqrt(rho Z/A) [MeV].</summary>
    public double PlasmaEnergy { get; }

    /// <summary>Density-effect correction delta.</summary>
    /// <param name="betaGamma">p/(m c), positive.</param>
    /// <returns>delta, dimensionless, zero or more.</returns>
    public double DensityEffect(double betaGamma)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(betaGamma);
        var x = Math.Log10(betaGamma);
        if (x < _x0)
        {
            return 0;
        }

        var linear = (2 * Math.Log(10) * x) - _cBar;
        if (x >= _x1)
        {
            return linear;
        }

        // The coefficient makes delta vanish at x0, as Sternheimer and Peierls fix it with the exponent 3.
        var coefficient = (_cBar - (2 * Math.Log(10) * _x0)) / Math.Pow(_x1 - _x0, 3);
        return linear + (coefficient * Math.Pow(_x1 - x, 3));
    }

    /// <summary>Collision loss of an electron (Berger-Seltzer).</summary>
    /// <param name="kineticEnergy">Kinetic energy [MeV], positive; valid above about 0.01 MeV.</param>
    /// <returns>Mass stopping power [MeV cm2/g].</returns>
    /// <remarks>Source: ICRU Report 37 (1984), eqs. 2.9 and 2.10.</remarks>
    public double ElectronMeVCm2PerGram(double kineticEnergy)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kineticEnergy);
        const double Mass = PhysicalConstants.ElectronMass;
        var tau = kineticEnergy / Mass;
        var gamma = tau + 1;
        var beta2 = tau * (tau + 2) / (gamma * gamma);
        var f = 1 - beta2 + (((tau * tau / 8) - (((2 * tau) + 1) * Math.Log(2))) / (gamma * gamma));
        var scaled = _excitation / Mass;
        var log = Math.Log(tau * tau * (tau + 2) / (2 * scaled * scaled));
        return K / 2 * _zOverA / beta2 * (log + f - DensityEffect(Math.Sqrt(tau * (tau + 2))));
    }

    /// <summary>Collision loss of a heavy particle of unit charge (Bethe).</summary>
    /// <param name="betaGamma">p/(m c), positive; valid above 0.1.</param>
    /// <param name="mass">Rest energy of the particle [MeV], positive.</param>
    /// <returns>Mass stopping power [MeV cm2/g].</returns>
    /// <remarks>Source: PDG, Review of Particle Physics 2022, section 34.2.</remarks>
    public double HeavyMeVCm2PerGram(double betaGamma, double mass)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(betaGamma);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mass);
        const double ElectronMass = PhysicalConstants.ElectronMass;
        var bg2 = betaGamma * betaGamma;
        var gamma = Math.Sqrt(1 + bg2);
        var beta2 = bg2 / (1 + bg2);
        var ratio = ElectronMass / mass;
        var largest = 2 * ElectronMass * bg2 / (1 + (2 * gamma * ratio) + (ratio * ratio));
        var log = Math.Log(2 * ElectronMass * bg2 * largest / (_excitation * _excitation));
        return K * _zOverA / beta2 * ((log / 2) - beta2 - (DensityEffect(betaGamma) / 2));
    }

    /// <summary>Smallest collision loss of a muon over all momenta.</summary>
    /// <returns>Mass stopping power at minimum ionisation [MeV cm2/g].</returns>
    public double MinimumMeVCm2PerGram()
    {
        // The minimum lies at beta gamma 3-4 and is flat: a scan in steps of 0.5 % finds it to 1e-5.
        var smallest = double.PositiveInfinity;
        for (var betaGamma = 1.5; betaGamma < 8; betaGamma *= 1.005)
        {
            smallest = Math.Min(smallest, HeavyMeVCm2PerGram(betaGamma, PhysicalConstants.MuonMass));
        }

        return smallest;
    }

    /// <summary>Critical energy in Rossi's definition: the energy an electron loses by collisions in one X0.</summary>
    /// <param name="radiationLengthGramPerCm2">Radiation length [g/cm2], positive.</param>
    /// <returns>Energy E with (dE/dx)_collision(E) X0 = E [MeV].</returns>
    public double CriticalEnergy(double radiationLengthGramPerCm2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(radiationLengthGramPerCm2);
        // The loss rises as ln E, so E -> loss(E) X0 contracts by about 1/20 per turn.
        var energy = 1.5 * radiationLengthGramPerCm2;
        for (var turn = 0; turn < 30; turn++)
        {
            energy = ElectronMeVCm2PerGram(energy) * radiationLengthGramPerCm2;
        }

        return energy;
    }

    private static (double X0, double X1) CondensedLimits(double cBar, double excitation) =>
        excitation < 100 * Units.EV
            ? (cBar < 3.681 ? 0.2 : (0.326 * cBar) - 1, 2)
            : (cBar < 5.215 ? 0.2 : (0.326 * cBar) - 1.5, 3);

    private static (double X0, double X1) GasLimits(double cBar) => cBar switch
    {
        < 10 => (1.6, 4),
        < 10.5 => (1.7, 4),
        < 11 => (1.8, 4),
        < 11.5 => (1.9, 4),
        < 12.25 => (2, 4),
        < 13.804 => (2, 5),
        _ => ((0.326 * cBar) - 2.5, 5),
    };
}
