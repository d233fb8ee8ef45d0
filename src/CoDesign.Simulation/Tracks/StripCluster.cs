namespace CoDesign.Simulation.Tracks;

/// <summary>A cluster of strips.</summary>
/// <param name="Position">Where it says that the particle was [mm].</param>
/// <param name="Strips">Contiguous strips above the threshold; zero if there was none.</param>
public readonly record struct StripCluster(double Position, int Strips);
