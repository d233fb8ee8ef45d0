using CoDesign.Physics.Tests;
using CoDesign.Simulation.Showers;
using MathNet.Numerics.Integration;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Showers;

public sealed class LateralProfileTests
{
    [Fact]
    public void Apply_RandomSlices_IsTheIntegralOfTheDensity() => ForAll.Draws(10, rng =>
    {
        const int Count = 3;
        double cell = 20 + (40 * rng.NextDouble());
        Slice slice = Slice.Make(rng, cell);
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
    public void Apply_AnySlice_IsInZeroToOne() => ForAll.Draws(200, rng =>
    {
        double cell = rng.LogUniform(5, 200);
        double[] fraction = Apply(Slice.Make(rng, cell), cell, 5);
        Assert.All(fraction, f => Assert.InRange(f, 0, 1));
        Assert.InRange(fraction.Sum(), 0, 1);
    });

    [Fact]
    public void Apply_MirroredAxis_MirrorsTheCells() => ForAll.Draws(50, rng =>
    {
        const int Count = 5;
        Slice slice = Slice.Make(rng, 40);
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
    public void Apply_AllLengthsScaled_IsUnchanged() => ForAll.Draws(50, rng =>
    {
        Slice s = Slice.Make(rng, 40);
        double k = rng.LogUniform(0.1, 10);
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
    public void Apply_EveryInput_HasTheGradientOfTheDifferences() => ForAll.Draws(10, rng =>
    {
        const int Count = 3, Slices = 4;
        Slice[] slices = [.. Enumerable.Range(0, Slices).Select(_ => Slice.Make(rng, 3))];
        double[] weights = [.. Enumerable.Range(0, Slices * Count * Count).Select(_ => rng.NextDouble() - 0.5)];
        CentralDifference.Check(
            x =>
            {
                Tensor[] inputs = [.. Enumerable.Range(0, 5).Select(i => x.narrow(0, i * Slices, Slices).reshape(2, 2))];
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
        public static Slice Make(System.Random rng, double cell) => new(
            rng.LogUniform(0.2, 1) * cell, rng.LogUniform(0.5, 3) * cell, rng.NextDouble(),
            (rng.NextDouble() - 0.5) * cell, (rng.NextDouble() - 0.5) * cell);

        /// <summary>Energy per area at a point.</summary>
        public double Density(double x, double y)
        {
            double r2 = ((x - X) * (x - X)) + ((y - Y) * (y - Y));
            return (Mixture * Of(Core)) + ((1 - Mixture) * Of(Tail));

            double Of(double radius) => radius * radius / (Math.PI * Math.Pow(r2 + (radius * radius), 2));
        }
    }
}
