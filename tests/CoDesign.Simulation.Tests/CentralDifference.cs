using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests;

/// <summary>Autograd held against central differences in float64.</summary>
internal static class CentralDifference
{
    private const double Tolerance = 1e-6;

    /// <summary>Checks the gradient of a scalar function, with the step cbrt(eps) max(1, |x|): each component to 1e-6
    /// of the gradient's norm, so that the components should be of comparable size.</summary>
    /// <param name="function">From [inputs] to a scalar.</param>
    /// <param name="at">Where, [inputs].</param>
    /// <param name="names">Names of the inputs for the message; their numbers by default.</param>
    public static void Check(Func<Tensor, Tensor> function, double[] at, IReadOnlyList<string>? names = null)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(at, dtype: ScalarType.Float64, requires_grad: true);
        double[] gradient = autograd.grad([function(x)], [x])[0].data<double>().ToArray();
        double[] difference = [.. at.Select((_, i) => Slope(function, at, i))];
        double norm = Math.Sqrt(difference.Sum(d => d * d));
        Assert.True(norm > 0 && double.IsFinite(norm), $"the differences have the norm {norm}");
        for (int i = 0; i < at.Length; i++)
        {
            Assert.True(
                Math.Abs(gradient[i] - difference[i]) <= Tolerance * norm,
                $"{names?[i] ?? $"input {i}"}: autograd {gradient[i]:g12}, difference {difference[i]:g12}, norm {norm:g6}");
        }
    }

    private static double Slope(Func<Tensor, Tensor> function, double[] at, int i)
    {
        double step = Math.Cbrt(double.BitIncrement(1) - 1) * Math.Max(1, Math.Abs(at[i]));
        return (Value(step) - Value(-step)) / (2 * step);

        double Value(double move)
        {
            using IDisposable noGradient = no_grad();
            using DisposeScope scope = NewDisposeScope();
            double[] moved = [.. at];
            moved[i] += move;
            return function(tensor(moved, dtype: ScalarType.Float64)).ToDouble();
        }
    }
}
