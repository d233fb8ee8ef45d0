using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests;

/// <summary>Values of float64 tensors as arrays.</summary>
internal static class TensorValues
{
    /// <summary>A copy of the elements in row order.</summary>
    public static double[] Values(this Tensor tensor) => tensor.detach().contiguous().data<double>().ToArray();
}
