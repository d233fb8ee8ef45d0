using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Torch.Tests;

internal static class AssertClose
{
    internal static void Values(double[] expected, Tensor actual, double tolerance = 1e-12)
    {
        var host = actual.to(ScalarType.Float64).contiguous().data<double>().ToArray();
        Assert.Equal(expected.Length, host.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - host[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                $"element {i}: expected {expected[i]:R}, was {host[i]:R}");
        }
    }

    /// <summary>The gradient of sum(f(x)) by autograd against central differences.</summary>
    internal static void Gradient(Func<Tensor, Tensor> f, double[] at, double relative = 1e-6)
    {
        using var scope = NewDisposeScope();
        var x = tensor(at, requires_grad: true);
        var g = autograd.grad([f(x).sum()], [x])[0].data<double>().ToArray();
        for (var i = 0; i < at.Length; i++)
        {
            var h = Math.Cbrt(Math.BitIncrement(1.0) - 1) * Math.Max(1, Math.Abs(at[i]));
            var slope = (Sum(i, h) - Sum(i, -h)) / (2 * h);
            Assert.True(
                Math.Abs(slope - g[i]) <= relative * Math.Max(1, Math.Abs(slope)),
                $"d/dx{i}: {g[i]:R} against {slope:R}");
        }

        double Sum(int i, double h)
        {
            var moved = (double[])at.Clone();
            moved[i] += h;
            return f(tensor(moved)).sum().item<double>();
        }
    }
}
