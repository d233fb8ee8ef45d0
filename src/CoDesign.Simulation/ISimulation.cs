using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;

namespace CoDesign.Simulation;

/// <summary>Turns primaries into visible energy in the cells of a detector.</summary>
public interface ISimulation
{
    /// <summary>Simulates a batch.</summary>
    /// <param name="detector">Detector evaluated at a design; its dimensions carry the gradient.</param>
    /// <param name="events">Primaries.</param>
    Deposits Simulate(CalorimeterDetector detector, EventBatch events);
}
