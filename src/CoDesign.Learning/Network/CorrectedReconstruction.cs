using CoDesign.Learning.Reconstruction;
using static TorchSharp.torch;

namespace CoDesign.Learning.Network;

/// <summary>The linear estimates with the corrections of a network whose weights are held. Inputs move to the device of
/// the weights and corrections back to the processor, with their gradients.</summary>
/// <param name="linear">The linear reconstruction.</param>
/// <param name="weights">Weights as <see cref="CorrectionNetwork.Freeze"/> returns them.</param>
internal sealed class CorrectedReconstruction(IFittedReconstruction linear, IReadOnlyList<Tensor> weights)
    : IFittedReconstruction
{
    /// <inheritdoc/>
    public Estimates Estimate(Sample sample, Tensor design)
    {
        Estimates first = linear.Estimate(sample, design);
        Tensor[] correction = CorrectionNetwork.Apply(
            ClusterInputs.From(sample, first, design).Flat().to(weights[0].device), weights).cpu().unbind(1);
        return new Estimates(
            first.Energy * correction[0].exp(),
            first.X + (correction[1] * sample.CellSize),
            first.Y + (correction[2] * sample.CellSize));
    }
}
