using static TorchSharp.torch;

namespace CoDesign.Learning.Reconstruction;

/// <summary>Reconstructed quantities of a batch; float64, with gradient where the readout has one.</summary>
/// <param name="Energy">Energy, [events] [MeV].</param>
/// <param name="X">Impact x from the centre of the central cell, [events] [mm].</param>
/// <param name="Y">Impact y, [events] [mm].</param>
public sealed record Estimates(Tensor Energy, Tensor X, Tensor Y);
