using CoDesign.Physics.Materials;

namespace CoDesign.Simulation.MonteCarlo;

/// <summary>Energies below which secondaries are not made in a material.</summary>
/// <param name="Material">The material.</param>
/// <param name="Electron">Kinetic energy of electrons whose range is the range cut [MeV].</param>
/// <param name="Photon">Energy of photons for which the range cut is <see cref="PhotonPaths"/> mean free paths
/// [MeV].</param>
public sealed record ProductionCuts(Material Material, double Electron, double Photon)
{
    /// <summary>Mean free paths after which a photon counts as absorbed: Geant4's definition of a photon's
    /// range.</summary>
    public const double PhotonPaths = 5;
}
