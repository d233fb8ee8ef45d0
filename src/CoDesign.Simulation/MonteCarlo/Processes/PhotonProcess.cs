namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>What can happen to a photon.</summary>
public enum PhotonProcess
{
    /// <summary>Absorbed; an electron leaves the atom.</summary>
    Photoelectric,

    /// <summary>Scattered by an electron.</summary>
    Compton,

    /// <summary>Converted into an electron and a positron.</summary>
    PairProduction,
}
