using static TorchSharp.torch;

namespace CoDesign.Learning.Reconstruction;

/// <summary>A way to estimate energy and impact from signals, to be fitted to events of known truth.</summary>
public interface IReconstruction
{
    /// <summary>Fits to a sample from scratch.</summary>
    /// <param name="training">Events with truth; not used again for any reported number.</param>
    /// <param name="design">The design in the unit cube of its space, [parameters], for reconstructions that know the
    /// design.</param>
    IFittedReconstruction Fit(Sample training, Tensor design);
}
