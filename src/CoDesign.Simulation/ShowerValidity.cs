using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;

namespace CoDesign.Simulation;

/// <summary>The primaries for which a model of showers holds. Studies, simulations and comparisons all ask it, so that
/// none of them computes what another refuses.</summary>
public sealed record ShowerValidity
{
    private ShowerValidity()
    {
    }

    /// <summary>The closed forms: fits of Grindhammer and Peters, hep-ex/0001020, from half a GeV to a few hundred GeV; a
    /// photon shares its energy between two electrons.</summary>
    public static ShowerValidity Parametric { get; } = new()
    {
        Model = "parametric",
        LowestElectron = 0.5 * Units.GeV,
        LowestGamma = 1 * Units.GeV,
        Highest = 300 * Units.GeV,
        LargestAngle = 25 * Units.Degree,
    };

    /// <summary>The particle transport, whose cross sections are tabulated in this range.</summary>
    public static ShowerValidity MonteCarlo { get; } = new()
    {
        Model = "monte-carlo",
        LowestElectron = ShowerMonteCarlo.LowestEnergy,
        LowestGamma = ShowerMonteCarlo.LowestEnergy,
        Highest = ShowerMonteCarlo.HighestEnergy,
        LargestAngle = Math.PI / 2,
    };

    /// <summary>Name of the model, as on the command line.</summary>
    public required string Model { get; init; }

    /// <summary>Highest energy of a primary [MeV].</summary>
    public required double Highest { get; init; }

    /// <summary>Largest angle of a primary to the axis [rad].</summary>
    public required double LargestAngle { get; init; }

    private double LowestElectron { get; init; }

    private double LowestGamma { get; init; }

    /// <summary>Lowest energy of a primary [MeV].</summary>
    /// <param name="particle">The primary.</param>
    public double Lowest(ParticleKind particle) => particle == ParticleKind.Gamma ? LowestGamma : LowestElectron;

    /// <summary>Where the model holds and an energy does not lie; null when it lies there.</summary>
    /// <param name="particle">The primary.</param>
    /// <param name="energy">Energy [MeV].</param>
    /// <returns>The end of a sentence: "must be in [1 GeV, 300 GeV], where ...".</returns>
    public string? EnergyFault(ParticleKind particle, double energy) =>
        energy >= Lowest(particle) && energy <= Highest ? null
        : $"must be in [{Shown(Lowest(particle))}, {Shown(Highest)}], where the {Model} model holds for {Word(particle)}";

    private static string Word(ParticleKind particle) => particle switch
    {
        ParticleKind.Gamma => "gamma",
        ParticleKind.Positron => "e+",
        _ => "e-",
    };

    private static string Shown(double energy) => Quantity.Format(
        energy, energy < Units.MeV ? "keV" : energy < Units.TeV ? "GeV" : "TeV");
}
