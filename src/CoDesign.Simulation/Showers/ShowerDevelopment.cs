using static TorchSharp.torch;

namespace CoDesign.Simulation.Showers;

/// <summary>Shape of parametric showers along and across a stack; float64 tensors that carry the gradient of the
/// design.</summary>
/// <param name="Fraction">Fraction of the primary's energy deposited in each section, [events, sections].</param>
/// <param name="Response">e/mip of a section's energy over that of the whole shower, [events, sections].</param>
/// <param name="Length">Mean depth of a section's energy behind the front face, [events, sections] [mm].</param>
/// <param name="Core">Core radius, [events, sections] [mm].</param>
/// <param name="Tail">Tail radius, [events, sections] [mm].</param>
/// <param name="Mixture">Fraction of the energy in the core, [events, sections], in [0, 1].</param>
internal readonly record struct ShowerDevelopment(
    Tensor Fraction, Tensor Response, Tensor Length, Tensor Core, Tensor Tail, Tensor Mixture);
