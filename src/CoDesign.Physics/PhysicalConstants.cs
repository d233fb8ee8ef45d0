namespace CoDesign.Physics;

/// <summary>Fundamental constants in the CLHEP system of units (mm, ns, MeV, positron charge).</summary>
/// <remarks>Source: CODATA 2018 recommended values; those without an uncertainty there are exact in the SI of
/// 2019.</remarks>
public static class PhysicalConstants
{
    /// <summary>Speed of light in vacuum c [mm/ns], exact.</summary>
    public const double SpeedOfLight = 299_792_458 * Units.Metre / Units.Second;

    /// <summary>Square of the speed of light [mm2/ns2].</summary>
    public const double SpeedOfLightSquared = SpeedOfLight * SpeedOfLight;

    /// <summary>Planck constant h [MeV ns], exact.</summary>
    public const double Planck = 6.62607015e-34 * Units.Joule * Units.Second;

    /// <summary>Reduced Planck constant [MeV ns].</summary>
    public const double ReducedPlanck = Planck / (2 * Math.PI);

    /// <summary>Reduced Planck constant times c [MeV mm].</summary>
    public const double HbarC = ReducedPlanck * SpeedOfLight;

    /// <summary>Avogadro constant [1/mol], exact.</summary>
    public const double Avogadro = 6.02214076e23 / Units.Mole;

    /// <summary>Boltzmann constant k [MeV/K], exact.</summary>
    public const double Boltzmann = 1.380649e-23 * Units.Joule / Units.Kelvin;

    /// <summary>Fine-structure constant alpha, dimensionless.</summary>
    public const double FineStructure = 7.2973525693e-3;

    /// <summary>Mass of the electron times c squared [MeV].</summary>
    public const double ElectronMass = 0.51099895000 * Units.MeV;

    /// <summary>Mass of the muon times c squared [MeV].</summary>
    public const double MuonMass = 105.6583755 * Units.MeV;

    /// <summary>Mass of the proton times c squared [MeV].</summary>
    public const double ProtonMass = 938.27208816 * Units.MeV;

    /// <summary>Mass of the neutron times c squared [MeV].</summary>
    public const double NeutronMass = 939.56542052 * Units.MeV;

    /// <summary>Atomic mass constant times c squared [MeV].</summary>
    public const double AtomicMassUnit = 931.49410242 * Units.MeV;

    /// <summary>Classical electron radius r_e [mm].</summary>
    public const double ClassicalElectronRadius = 2.8179403262e-15 * Units.Metre;

    /// <summary>Permittivity of vacuum [e2/(MeV mm)].</summary>
    public const double VacuumPermittivity = 8.8541878128e-12 * Units.Farad / Units.Metre;

    /// <summary>Scale energy of multiple scattering, sqrt(4 pi/alpha) m_e c^2 = 21.2052 MeV [MeV].</summary>
    /// <remarks>Source: PDG, Review of Particle Physics 2022, table 34.1.</remarks>
    public const double ScatteringScaleEnergy = 21.2052 * Units.MeV;
}
