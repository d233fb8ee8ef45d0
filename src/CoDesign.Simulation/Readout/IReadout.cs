using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;

namespace CoDesign.Simulation.Readout;

/// <summary>Turns visible energy into digitised signals. <see cref="SmoothReadout"/> carries gradients through every
/// stage; <see cref="HardReadout"/> counts, rounds and cuts, and makes every number that is reported.</summary>
public interface IReadout
{
    /// <summary>Reads a batch.</summary>
    /// <param name="detector">Detector evaluated at a design.</param>
    /// <param name="deposits">Visible energy of the events.</param>
    /// <param name="events">The events, for their random streams.</param>
    Signals Read(CalorimeterDetector detector, Deposits deposits, EventBatch events);
}
