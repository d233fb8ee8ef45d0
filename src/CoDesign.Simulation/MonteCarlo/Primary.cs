using CoDesign.Simulation.Events;

namespace CoDesign.Simulation.MonteCarlo;

/// <summary>A particle that enters a stack through the front face (z = 0).</summary>
/// <param name="Kind">Electron, positron or photon.</param>
/// <param name="Energy">Kinetic energy [MeV].</param>
/// <param name="X">Impact x [mm].</param>
/// <param name="Y">Impact y [mm].</param>
/// <param name="SlopeX">dx/dz of the direction.</param>
/// <param name="SlopeY">dy/dz of the direction.</param>
public readonly record struct Primary(
    ParticleKind Kind, double Energy, double X = 0, double Y = 0, double SlopeX = 0, double SlopeY = 0);
