using CoDesign.Learning.Reconstruction;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>A batch after the readout.</summary>
/// <param name="Sample">Signals and truth.</param>
/// <param name="Azimuth">Azimuth per event [rad], [events], for the pairs.</param>
public sealed record SimulatedBatch(Sample Sample, Tensor Azimuth);
