using static TorchSharp.torch;

namespace CoDesign.Detectors.Tests;

/// <summary>Autograd held against central differences in float64.</summary>
internal static class CentralDifference
{
    /// <summary>Checks the gradient of a scalar function to 1e-6, with the step cbrt(eps) max(1, |x|).</summary>
    public static void Check(Func<Tensor, Tensor> function, double[] at)
    {
        using var scope = NewDisposeScope();
        var x = tensor(at, dtype: float64).requires_grad_(true);
        function(x).backward();
        var gradient = (x.grad ?? throw new InvalidOperationException("no gradient")).data<double>().ToArray();
        for (var i = 0; i < at.Length; i++)
        {
            var step = Math.Cbrt(double.BitIncrement(1) - 1) * Math.Max(1, Math.Abs(at[i]));
            var expected = (Value(i, step) - Value(i, -step)) / (2 * step);
            Xunit.Assert.True(
                Math.Abs(gradient[i] - expected) <= 1e-6 * Math.Max(1, Math.Abs(expected)),
                $"component {i}: autograd {gradient[i]}, difference {expected}");
        }

        double Value(int i, double step)
        {
            var moved = (double[])at.Clone();
            moved[i] += step;
            return function(tensor(moved, dtype: float64)).item<double>();
        }
    }
}
