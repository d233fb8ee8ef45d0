namespace CoDesign.Simulation.MonteCarlo.Scoring;

/// <summary>Active energy of an event in one cell of the grid.</summary>
/// <param name="Event">Number of the event in its batch.</param>
/// <param name="Plane">Plane of the grid.</param>
/// <param name="I">Cell in x, 0 on the axis.</param>
/// <param name="J">Cell in y, 0 on the axis.</param>
/// <param name="Energy">Energy [MeV].</param>
public readonly record struct CellDeposit(int Event, int Plane, int I, int J, double Energy);
