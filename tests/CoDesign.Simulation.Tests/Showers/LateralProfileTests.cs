using CoDesign.Simulation.Showers;
using CsCheck;
using MathNet.Numerics.Integration;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Showers;

public sealed class LateralProfileTests
{
    [Fact]
    public void Apply_RandomSlices_IsTheIntegralOfTheDensity() =>
        (
            from cell in Uniform(20, 60)
            from slice in Slice.Any(cell)
            select (cell, slice)).Check(10, (cell, slice) =>
        {
            const int Count = 3;
            double[] fraction = Apply(slice, cell, Count);
            for (int c = 0; c < fraction.Length; c++)
            {
                double x = ((c % Count) - 1.5) * cell, y = ((c / Count) - 1.5) * cell;
                // The density has poles R off the real axis: with R above a fifth of the cell, order 128 is exact to
                // rounding.
                double expected = GaussLegendreRule.Integrate(slice.Density, x, x + cell, y, y + cell, 128);
                Assert.Equal(expected, fraction[c], 1e-10);
            }
        });

    [Fact]
    public void Apply_HugeGrid_HoldsAllEnergy()
    {
        // Outside a half-side L lies less than (R_tail / L)^2 of a radial density; the grid is a little more than its
        // circle.
        double[] fraction = Apply(new Slice(5, 30, 0.7, 3, -4), 40, 501);
        double bound = Math.Pow(30 / (250.5 * 40), 2);
        Assert.InRange(1 - fraction.Sum(), 0, bound);
    }

    [Fact]
    public void Apply_AnySlice_IsInZeroToOne() =>
        (
            from cell in LogUniform(5, 200)
            from slice in Slice.Any(cell)
            select (cell, slice)).Check(200, (cell, slice) =>
        {
            double[] fraction = Apply(slice, cell, 5);
            Assert.All(fraction, f => Assert.InRange(f, 0, 1));
            Assert.InRange(fraction.Sum(), 0, 1);
        });

    [Fact]
    public void Apply_MirroredAxis_MirrorsTheCells() => Slice.Any(40).Check(50, slice =>
    {
        const int Count = 5;
        double[] fraction = Apply(slice, 40, Count);
        double[] mirrored = Apply(slice with { X = -slice.X }, 40, Count);
        double[] exchanged = Apply(slice with { X = slice.Y, Y = slice.X }, 40, Count);
        for (int j = 0; j < Count; j++)
        {
            for (int i = 0; i < Count; i++)
            {
                Assert.Equal(fraction[i + (Count * j)], mirrored[Count - 1 - i + (Count * j)], 1e-14);
                Assert.Equal(fraction[i + (Count * j)], exchanged[j + (Count * i)], 1e-14);
            }
        }
    });

    [Fact]
    public void Apply_AllLengthsScaled_IsUnchanged() =>
        Gen.Select(Slice.Any(40), LogUniform(0.1, 10)).Check(50, (s, k) =>
        {
            double[] expected = Apply(s, 40, 5);
            double[] actual = Apply(new Slice(k * s.Core, k * s.Tail, s.Mixture, k * s.X, k * s.Y), k * 40, 5);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        });

    [Fact]
    public void Apply_CellMovedByItsSide_MovesTheCells()
    {
        var slice = new Slice(4, 25, 0.6, 7, 3);
        double[] at = Apply(slice, 40, 5), moved = Apply(slice with { X = slice.X + 40 }, 40, 5);
        Assert.Equal(at[12], moved[13], 1e-14);
    }

    [Fact]
    public void Apply_EveryInput_HasTheGradientOfTheDifferences() =>
        Gen.Select(Slice.Any(3).Array[4], Uniform(-0.5, 0.5).Array[4 * 9]).Check(10, (slices, weights) =>
        {
            const int Count = 3, Slices = 4;
            CentralDifference.Check(
                x =>
                {
                    Tensor[] inputs =
                        [.. Enumerable.Range(0, 5).Select(i => x.narrow(0, i * Slices, Slices).reshape(2, 2))];
                    Tensor fraction = LateralProfile.Apply(
                        inputs[0], inputs[1], inputs[2], inputs[3], inputs[4], x.select(0, 5 * Slices), Count);
                    return (fraction.reshape(-1) * tensor(weights)).sum();
                },
                [
                    .. slices.Select(s => s.Core), .. slices.Select(s => s.Tail), .. slices.Select(s => s.Mixture),
                    .. slices.Select(s => s.X), .. slices.Select(s => s.Y), 3,
                ]);
        });

    private static double[] Apply(Slice s, double cell, int count)
    {
        using DisposeScope scope = NewDisposeScope();
        return LateralProfile.Apply(
            One(s.Core), One(s.Tail), One(s.Mixture), One(s.X), One(s.Y), tensor(
                cell, ScalarType.Float64), count).Values();

        static Tensor One(double value) => tensor([value]).reshape(1, 1);
    }

    private sealed record Slice(double Core, double Tail, double Mixture, double X, double Y)
    {
        public static Gen<Slice> Any(double cell) => Gen.Select(
            LogUniform(0.2, 1), LogUniform(0.5, 3), Uniform(0, 1), Uniform(-0.5, 0.5), Uniform(-0.5, 0.5),
            (core, tail, mixture, x, y) => new Slice(core * cell, tail * cell, mixture, x * cell, y * cell));

        /// <summary>Energy per area at a point.</summary>
        public double Density(double x, double y)
        {
            double r2 = ((x - X) * (x - X)) + ((y - Y) * (y - Y));
            return (Mixture * Of(Core)) + ((1 - Mixture) * Of(Tail));

            double Of(double radius) => radius * radius / (Math.PI * Math.Pow(r2 + (radius * radius), 2));
        }
    }
}
