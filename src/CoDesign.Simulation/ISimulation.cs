using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;

namespace CoDesign.Simulation;

/// <summary>Turns primaries into visible energy in the cells of a detector: <see cref="ParametricSimulation"/> with the
/// gradient of the design, <see cref="MonteCarlo.MonteCarloSimulation"/> particle by particle without one.</summary>
public interface ISimulation
{
    /// <summary>Simulates a batch.</summary>
    /// <param name="detector">Detector evaluated at a design; its dimensions carry the gradient.</param>
    /// <param name="events">Primaries.</param>
    Deposits Simulate(CalorimeterDetector detector, EventBatch events);
}
