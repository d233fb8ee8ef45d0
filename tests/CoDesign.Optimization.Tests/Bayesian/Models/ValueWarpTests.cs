using CoDesign.Optimization.Bayesian.Models;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian.Models;

public sealed class ValueWarpTests
{
    private static readonly double[] Skewed = [.. Enumerable.Range(0, 60).Select(i => Math.Exp(0.1 * i))];

    [Fact]
    public void Fit_SkewedValues_DrawsLargeOnesTogether()
    {
        var warp = ValueWarp.Fit(Skewed);

        Assert.InRange(warp.Power, 0, 0.9);
        Assert.InRange(ValueWarp.Fit([.. Skewed.Select(v => -v)]).Power, 1.1, 2);
        Assert.InRange(ValueWarp.Fit([.. Enumerable.Range(0, 60).Select(i => (double)i)]).Power, 0.99, 1.01);
    }

    [Fact]
    public void Inverse_OfForward_ReturnsTheValue()
    {
        foreach (double sign in new[] { 1.0, -1 })
        {
            var warp = ValueWarp.Fit([.. Skewed.Select(v => sign * v)]);
            foreach (double value in new[] { -700.0, -3, 0, 7, 1500 })
            {
                double w = warp.Forward(value), step = 1e-5 * (1 + Math.Abs(value));
                Assert.Equal(value, warp.Inverse(w), 1e-7 * (1 + Math.Abs(value)));
                double difference = (warp.Forward(value + step) - warp.Forward(value - step)) / (2 * step);
                Assert.Equal(difference, warp.Derivative(value), 1e-6 * difference);
                Assert.True(difference > 0);
            }
        }
    }

    [Fact]
    public void Choose_ExponentialOfASmoothFunction_Warps()
    {
        double[][] points = ModelSamples.Points(ModelSamples.Cube(2), 40, 3);
        var smooth = new ModelData
        {
            Space = ModelSamples.Cube(2),
            Points = points,
            Values = [.. points.Select(p => Math.Sin(3 * p[0]) + (p[1] * p[0]))],
        };
        ModelData steep = smooth with { Values = [.. points.Select(p => Math.Exp(5 * (Math.Sin(3 * p[0]) + (p[1] * p[0]))))] };

        (GaussianProcess model, ValueWarp warp) = ValueWarp.Choose(steep, new ModelOptions());

        Assert.InRange(warp.Power, 0, 0.7);
        Assert.Equal(GaussianProcess.Fit(warp.Apply(steep), new ModelOptions()).At([0.2, 0.3]), model.At([0.2, 0.3]));
        Assert.Same(ValueWarp.Identity, ValueWarp.Choose(smooth, new ModelOptions()).Warp);
    }

    [Fact]
    public void Fit_FewOrEqualValues_IsTheIdentity()
    {
        Assert.Same(ValueWarp.Identity, ValueWarp.Fit([1, 2, 3]));
        Assert.Same(ValueWarp.Identity, ValueWarp.Fit([2, 2, 2, 2, 2, 2, 2]));
        Assert.Equal(3.5, ValueWarp.Identity.Forward(3.5));
        Assert.Equal(1, ValueWarp.Identity.Derivative(3.5));
    }
}
