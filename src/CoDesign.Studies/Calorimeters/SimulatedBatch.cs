using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation.Readout;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>A batch after the readout.</summary>
/// <param name="Sample">Signals and truth.</param>
/// <param name="Azimuth">Azimuth per event [rad], [events], for the pairs.</param>
/// <param name="Losses">Channels at the end of a range; null where they are not counted.</param>
public sealed record SimulatedBatch(Sample Sample, Tensor Azimuth, ChannelLosses? Losses = null);
