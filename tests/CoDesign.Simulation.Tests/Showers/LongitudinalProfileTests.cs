using CoDesign.Simulation.Showers;
using CsCheck;
using MathNet.Numerics;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Showers;

public sealed class LongitudinalProfileTests
{
    [Fact]
    public void Apply_RandomShapesAndLayers_IsTheIncompleteGammaFunctionWithinTheRemainder() =>
        Draw.Any(shapes: 1).Check(200, draw =>
        {
            (double alpha, double beta) = (draw.Alpha[0], draw.Beta[0]);
            (double[] fraction, double[] moment) = draw.Apply();
            for (int l = 0; l < draw.Layers; l++)
            {
                double low = draw.Depth(l), high = draw.Depth(l + 1);
                double expected = Gamma(alpha, beta, high) - Gamma(alpha, beta, low);
                double tolerance = Remainder(alpha, beta, low, high);
                Assert.InRange(fraction[l] - expected, -tolerance, tolerance);

                // u f(u) is the density of alpha + 1 times alpha / beta.
                double scale = alpha / beta;
                expected = scale * (Gamma(alpha + 1, beta, high) - Gamma(alpha + 1, beta, low));
                tolerance = scale * Remainder(alpha + 1, beta, low, high);
                Assert.InRange(moment[l] - expected, -tolerance, tolerance);
            }
        });

    [Fact]
    public void Apply_DeepFineStack_HoldsAllEnergyAtItsCentreOfGravity()
    {
        double[] boundaries = [.. Enumerable.Range(0, 1001).Select(i => 0.1 * i)];
        (double[] fraction, double[] moment) = new Draw([4.2], [0.51], boundaries, [0], [1], new int[1000]).Apply();
        // 100 X0 behind the start 1e-17 of the energy is left; the first layer's remainder is 1e-9.
        Assert.Equal(1, fraction[0], 1e-8);
        Assert.Equal(4.2 / 0.51, moment[0], 1e-8);
    }

    [Fact]
    public void Apply_LayersBeforeTheStart_AreEmpty()
    {
        var draw = new Draw([3], [0.5], [0, 1, 2, 3, 4], [2], [1], [0, 1, 2, 3]);
        (double[] fraction, double[] moment) = draw.Apply();
        (double[] unshifted, double[] unshiftedMoment) = (draw with { Start = [0] }).Apply();
        Assert.Equal([0, 0], fraction[..2]);
        Assert.Equal([0, 0], moment[..2]);
        Assert.Equal(unshifted[..2], fraction[2..]);
        Assert.Equal(unshiftedMoment[..2], moment[2..]);
    }

    [Fact]
    public void Apply_Slant_IsAStackThatMuchDeeper() => Draw.Any(shapes: 1).Check(50, draw =>
    {
        double slant = draw.Slant[0];
        Draw stretched = draw with { Boundaries = [.. draw.Boundaries.Select(b => b * slant)], Slant = [1] };
        Assert.Equal(stretched.Apply().Fraction, draw.Apply().Fraction);
    });

    [Fact]
    public void Apply_Groups_AreSumsOfTheirLayers() => Draw.Any(shapes: 3).Check(50, draw =>
    {
        int[] group = [.. Enumerable.Range(0, draw.Layers).Select(l => l / 3)];
        (double[] layers, double[] sums) = (draw.Apply().Fraction, (draw with { Group = group }).Apply().Fraction);
        for (int i = 0; i < sums.Length; i++)
        {
            (int e, int g) = (i / (group[^1] + 1), i % (group[^1] + 1));
            double expected = Enumerable.Range(0, draw.Layers).Where(l => group[l] == g)
                .Sum(l => layers[(e * draw.Layers) + l]);
            Assert.Equal(expected, sums[i], 1e-14);
        }
    });

    [Fact]
    public void Apply_ShapesAndBoundaries_HaveTheGradientOfTheDifferences() =>
        (
            from draw in Draw.Any(shapes: 3)
            from weights in Uniform(-0.5, 0.5).Array[6 * ((draw.Layers + 1) / 2)]
            select (draw, weights)).Check(10, (draw, weights) =>
        {
            draw = draw with
            {
                // Not at 0: a boundary at the start of a shower has a slope to one side only.
                Boundaries = [.. draw.Boundaries.Select(b => b + 0.2)],
                Group = [.. Enumerable.Range(0, draw.Layers).Select(l => l / 2)],
            };
            int n = draw.Alpha.Length, edges = draw.Boundaries.Length;
            CentralDifference.Check(
                x =>
                {
                    (Tensor fraction, Tensor moment) = LongitudinalProfile.Apply(
                        x.narrow(0, 0, n), x.narrow(0, n, n), x.narrow(
                            0, 2 * n, edges), draw.Start, draw.Slant, draw.Group);
                    return (cat([fraction.reshape(-1), moment.reshape(-1)]) * tensor(weights)).sum();
                },
                [.. draw.Alpha, .. draw.Beta, .. draw.Boundaries]);
        });

    private static double Gamma(double alpha, double beta, double u) =>
        u == 0 ? 0 : SpecialFunctions.GammaLowerRegularized(alpha, beta * u);

    /// <summary>Bound of the error of the three-point Gauss-Legendre sum over a layer, and of rounding.</summary>
    private static double Remainder(double alpha, double beta, double low, double high)
    {
        const double Rounding = 1e-12;
        double a = alpha - 1, h = high - low, norm = Math.Exp(
            (alpha * Math.Log(beta)) - SpecialFunctions.GammaLn(alpha));
        if (h == 0)
        {
            return Rounding;
        }

        // From the start the density is sum_k norm (-beta)^k u^(a+k) / k!, and the error of each power is known.
        double series = Enumerable.Range(0, 60).Sum(k => norm * Math.Pow(beta, k) / SpecialFunctions.Factorial(k)
            * Math.Pow(h, a + k + 1) * Math.Abs(PowerError(a + k)));
        if (low == 0)
        {
            return series + Rounding;
        }

        // Elsewhere h^7 max|f^(6)| / 2016000 (Abramowitz, Stegun 25.4.30), f^(6) / f by Leibniz's rule.
        double derivative = 0, falling = 1;
        for (int k = 0; k <= 6; k++)
        {
            derivative += SpecialFunctions.Binomial(6, k) * Math.Abs(falling) / Math.Pow(low, k) * Math.Pow(
                beta, 6 - k);
            falling *= a - k;
        }

        double mode = Math.Clamp(a / beta, low, high);
        double density = norm * Math.Exp((a * Math.Log(mode)) - (beta * mode));
        return (Math.Pow(h, 7) * density * derivative / 2016000) + Rounding;
    }

    /// <summary>Error of the three-point sum for u^m on [0, 1].</summary>
    private static double PowerError(double m)
    {
        double half = 0.5 * Math.Sqrt(0.6);
        return (5.0 / 18 * (Math.Pow(0.5 - half, m) + Math.Pow(0.5 + half, m))) + (8.0 / 18 * Math.Pow(0.5, m))
            - (1 / (m + 1));
    }

    private sealed record Draw(
        double[] Alpha, double[] Beta, double[] Boundaries, double[] Start, double[] Slant, int[] Group)
    {
        public int Layers => Boundaries.Length - 1;

        public static Gen<Draw> Any(int shapes) => Gen.Select(
            Uniform(1.2, 8.2).Array[shapes], LogUniform(0.3, 0.9).Array[shapes], LogUniform(0.1, 2).Array[1, 39],
            Gen.Frequency((1, Gen.Const(0.0)), (1, Uniform(0, 3))).Array[shapes], Uniform(1, 1.15).Array[shapes],
            (alpha, beta, thickness, start, slant) =>
            {
                double[] boundaries = new double[thickness.Length + 1];
                for (int l = 0; l < thickness.Length; l++)
                {
                    boundaries[l + 1] = boundaries[l] + thickness[l];
                }

                return new Draw(alpha, beta, boundaries, start, slant, [.. Enumerable.Range(0, thickness.Length)]);
            });

        /// <summary>Depth of a boundary after the start of the first shower.</summary>
        public double Depth(int boundary) => Math.Max(0, (Boundaries[boundary] * Slant[0]) - Start[0]);

        public (double[] Fraction, double[] Moment) Apply()
        {
            using DisposeScope scope = NewDisposeScope();
            (Tensor fraction, Tensor moment) = LongitudinalProfile.Apply(
                tensor(Alpha), tensor(Beta), tensor(Boundaries), Start, Slant, Group);
            return (fraction.Values(), moment.Values());
        }
    }
}
