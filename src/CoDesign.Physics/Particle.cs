namespace CoDesign.Physics;

/// <summary>A kind of particle. Masses: CODATA 2018 (e, mu, p, n) and PDG 2022 (mesons).</summary>
public sealed record Particle
{
    /// <summary>Name as users write it: <c>e-</c>, <c>gamma</c>, <c>mu+</c>, <c>pi-</c>, <c>proton</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Rest energy m c^2 [MeV], zero or more.</summary>
    public required double Mass { get; init; }

    /// <summary>Charge in units of the positron charge.</summary>
    public required double Charge { get; init; }

    /// <summary>Code of the PDG Monte Carlo numbering scheme.</summary>
    public required int PdgId { get; init; }

    /// <summary>Electron.</summary>
    public static Particle Electron { get; } = Make("e-", PhysicalConstants.ElectronMass, -1, 11);

    /// <summary>Positron.</summary>
    public static Particle Positron { get; } = Make("e+", PhysicalConstants.ElectronMass, 1, -11);

    /// <summary>Photon.</summary>
    public static Particle Gamma { get; } = Make("gamma", 0, 0, 22);

    /// <summary>Negative muon.</summary>
    public static Particle MuonMinus { get; } = Make("mu-", PhysicalConstants.MuonMass, -1, 13);

    /// <summary>Positive muon.</summary>
    public static Particle MuonPlus { get; } = Make("mu+", PhysicalConstants.MuonMass, 1, -13);

    /// <summary>Positive pion.</summary>
    public static Particle PionPlus { get; } = Make("pi+", 139.57039, 1, 211);

    /// <summary>Negative pion.</summary>
    public static Particle PionMinus { get; } = Make("pi-", 139.57039, -1, -211);

    /// <summary>Neutral pion.</summary>
    public static Particle PionZero { get; } = Make("pi0", 134.9768, 0, 111);

    /// <summary>Positive kaon.</summary>
    public static Particle KaonPlus { get; } = Make("kaon+", 493.677, 1, 321);

    /// <summary>Negative kaon.</summary>
    public static Particle KaonMinus { get; } = Make("kaon-", 493.677, -1, -321);

    /// <summary>Proton.</summary>
    public static Particle Proton { get; } = Make("proton", PhysicalConstants.ProtonMass, 1, 2212);

    /// <summary>Antiproton.</summary>
    public static Particle Antiproton { get; } = Make("anti-proton", PhysicalConstants.ProtonMass, -1, -2212);

    /// <summary>Neutron.</summary>
    public static Particle Neutron { get; } = Make("neutron", PhysicalConstants.NeutronMass, 0, 2112);

    /// <summary>All particles known here.</summary>
    public static IReadOnlyList<Particle> All { get; } =
    [
        Electron, Positron, Gamma, MuonMinus, MuonPlus, PionPlus, PionMinus, PionZero, KaonPlus, KaonMinus, Proton,
        Antiproton, Neutron,
    ];

    /// <summary>Finds a particle by name, whatever the case; <c>photon</c>, <c>p</c> and <c>n</c> are accepted
    /// too.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The particle, or null when there is none of that name.</returns>
    public static Particle? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = name.ToUpperInvariant() switch
        {
            "PHOTON" => "gamma",
            "ELECTRON" => "e-",
            "POSITRON" => "e+",
            "P" => "proton",
            "N" => "neutron",
            _ => name,
        };
        return All.FirstOrDefault(p => p.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Speed v/c at a kinetic energy.</summary>
    /// <param name="kineticEnergy">Kinetic energy [MeV], zero or more.</param>
    /// <returns>v/c in [0, 1]; 1 for a massless particle.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The energy is negative.</exception>
    public double Beta(double kineticEnergy) =>
        Mass == 0 ? 1 : Momentum(kineticEnergy) / (kineticEnergy + Mass);

    /// <summary>Momentum times c at a kinetic energy.</summary>
    /// <param name="kineticEnergy">Kinetic energy [MeV], zero or more.</param>
    /// <returns>p c [MeV].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The energy is negative.</exception>
    public double Momentum(double kineticEnergy)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(kineticEnergy);
        return Math.Sqrt(kineticEnergy * (kineticEnergy + (2 * Mass)));
    }

    private static Particle Make(string name, double mass, double charge, int pdgId) =>
        new() { Name = name, Mass = mass, Charge = charge, PdgId = pdgId };
}
