using CoDesign.Detectors.Expressions;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Tests.Expressions;

public sealed class ExpressionGradientTests
{
    [Theory]
    [InlineData("2 * a + b / c - 3")]
    [InlineData("a ^ 3 + b ^ 0.5 * c ^ -2")]
    [InlineData("a ^ b")]
    [InlineData("sqrt(a) * exp(-b) * log(c)")]
    [InlineData("min(a, b, c) + 2 * max(a, b, c)")]
    [InlineData("abs(a - b) + -(a * b) ^ 2")]
    [InlineData("a * b + floor(c) + ceil(c) + round(c)")]
    public void Evaluate_OnTensors_HasGradientOfDifferencesAndValueOfDoubles(string text)
    {
        var expression = Expression.Parse(text);
        double[] at = [1.3, 0.7, 2.2];
        string[] names = ["a", "b", "c"];

        CentralDifference.Check(
            x => expression.Evaluate(name => x.select(0, Array.IndexOf(names, name)), x.device), at);

        using var scope = NewDisposeScope();
        var values = tensor(at, dtype: float64);
        var value = expression.Evaluate(name => values.select(0, Array.IndexOf(names, name)), values.device);
        Assert.Equal(expression.Evaluate(name => at[Array.IndexOf(names, name)]), value.item<double>(), 1e-12);
        Assert.Equal(float64, value.dtype);
        Assert.Equal(0, value.dim());
    }
}
