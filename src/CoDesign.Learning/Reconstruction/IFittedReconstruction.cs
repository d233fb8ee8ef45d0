using static TorchSharp.torch;

namespace CoDesign.Learning.Reconstruction;

/// <summary>A fitted reconstruction.</summary>
public interface IFittedReconstruction
{
    /// <summary>Estimates for a sample, whose truth is not looked at.</summary>
    /// <param name="sample">Signals.</param>
    /// <param name="design">The design in the unit cube, [parameters].</param>
    Estimates Estimate(Sample sample, Tensor design);
}
