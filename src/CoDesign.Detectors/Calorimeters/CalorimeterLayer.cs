using CoDesign.Physics.Materials;
using TorchSharp;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>One slab of each layer of a section.</summary>
/// <param name="Material">Its material.</param>
/// <param name="Thickness">Its thickness along the beam: float64 scalar [mm]; carries the gradient.</param>
public sealed record CalorimeterLayer(Material Material, torch.Tensor Thickness);
