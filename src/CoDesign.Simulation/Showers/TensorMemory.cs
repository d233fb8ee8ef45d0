using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Showers;

/// <summary>Float64 tensors as spans, for kernels written in C#.</summary>
internal static class TensorMemory
{
    /// <summary>The elements of a contiguous float64 CPU tensor, without a copy.</summary>
    public static Span<double> Doubles(this Tensor tensor) => MemoryMarshal.Cast<byte, double>(tensor.bytes);

    /// <summary>What forward saved under a key.</summary>
    public static T Saved<T>(this autograd.AutogradContext context, string key) =>
        context.get_data(key) is T value ? value : throw new InvalidOperationException($"nothing was saved as {key}");

    /// <summary>A float64 tensor with a copy of the values.</summary>
    public static Tensor ToTensor(this double[] values, params long[] shape) =>
        tensor(values, dtype: ScalarType.Float64).reshape(shape);
}
