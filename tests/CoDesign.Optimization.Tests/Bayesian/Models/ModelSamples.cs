using CoDesign.Optimization.Bayesian.Models;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Spaces;

namespace CoDesign.Optimization.Tests.Bayesian.Models;

/// <summary>Spaces and data for tests of models.</summary>
internal static class ModelSamples
{
    /// <summary>A real, a logarithmic, a whole and a chosen variable.</summary>
    public static SearchSpace Mixed { get; } = new(
    [
        new SearchVariable { Name = "x", Kind = VariableKind.Continuous, Minimum = -1, Maximum = 3 },
        new SearchVariable { Name = "t", Kind = VariableKind.Continuous, Minimum = 0.1, Maximum = 10, IsLogarithmic = true },
        new SearchVariable { Name = "n", Kind = VariableKind.Integer, Minimum = 1, Maximum = 9 },
        new SearchVariable { Name = "absorber", Kind = VariableKind.Choice, Minimum = 0, Maximum = 2 },
    ]);

    public static SearchSpace Cube(int dimensions, double low = 0, double high = 1) => new([.. Enumerable.Range(0, dimensions)
        .Select(i => new SearchVariable { Name = $"x{i}", Kind = VariableKind.Continuous, Minimum = low, Maximum = high })]);

    public static double[][] Points(SearchSpace space, int count, ulong seed)
    {
        var sequence = new RandomSequence(space.Dimensions, seed);
        return [.. Enumerable.Range(0, count).Select(i => space.Sample(sequence.Point(i)))];
    }

    /// <summary>A smooth function of the mixed space, and its gradient by the values.</summary>
    public static (double Value, double[] Gradient) Smooth(double[] p)
    {
        double a = Math.Sin(p[0]) + (0.3 * p[3]), b = Math.Log(p[1]);
        return ((a * b) + (b * b) + (0.2 * p[2]), [Math.Cos(p[0]) * b, (a + (2 * b)) / p[1], double.NaN, double.NaN]);
    }

    public static ModelData MixedData(int count, bool gradients, bool knownNoise)
    {
        double[][] points = Points(Mixed, count, 5);
        return new ModelData
        {
            Space = Mixed,
            Points = points,
            Values = [.. points.Select(p => Smooth(p).Value)],
            Variances = knownNoise ? [.. Enumerable.Range(0, count).Select(i => 0.01 * (i % 3))] : null,
            Gradients = gradients ? [.. points.Select((p, i) => i % 3 == 1 ? null : Smooth(p).Gradient)] : null,
        };
    }
}
