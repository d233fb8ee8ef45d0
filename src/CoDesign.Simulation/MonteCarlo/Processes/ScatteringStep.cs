namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>A step as multiple scattering sees it; energies in MeV, lengths in mm.</summary>
/// <param name="Length">True path length.</param>
/// <param name="StartEnergy">Kinetic energy at its start.</param>
/// <param name="EndEnergy">Kinetic energy at its end.</param>
/// <param name="StartTransportPath">Transport mean free path at its start.</param>
/// <param name="MeanTransportPath">Length over the number of transport mean free paths in it.</param>
/// <param name="SmallestStep">See <see cref="UrbanScattering.SmallestStep"/>.</param>
/// <param name="Charge">-1 or +1.</param>
internal readonly record struct ScatteringStep(
    double Length, double StartEnergy, double EndEnergy, double StartTransportPath, double MeanTransportPath,
    double SmallestStep, int Charge);
