using CoDesign.Detectors.Expressions;
using TorchSharp;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>Power of a calorimeter: so much for each channel.</summary>
/// <param name="perChannel">Power of one channel [MeV/ns].</param>
/// <param name="quantities">Values of the names it refers to.</param>
public sealed class PowerModel(Expression perChannel, DesignQuantities quantities)
{
    /// <summary>Total power: float64 scalar [MeV/ns].</summary>
    /// <param name="channels">Number of channels.</param>
    public torch.Tensor Total(torch.Tensor channels) => quantities.Evaluate(perChannel) * channels;
}
