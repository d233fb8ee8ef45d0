using CoDesign.Simulation.MonteCarlo.Processes;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Simulation.Tests.MonteCarlo.Processes;

public sealed class CurvedPathTests
{
    [Fact]
    public void Short_AnyLength_IsTheIntegral() =>
        Gen.Select(LogUniform(1e-3, 1e3), LogUniform(1e-5, 5)).Check(200, (path, steps) =>
        {
            double length = path * steps;
            Assert.Equal(Integral(length, _ => path), CurvedPath.Short(length, path).Straight, 1e-6 * length);
        });

    // lambda falls linearly over the step.
    [Fact]
    public void Falling_AnyLength_IsTheIntegral() =>
        Gen.Select(LogUniform(1e-2, 1e2), Uniform(0.05, 0.99), LogUniform(1e-3, 2)).Check(200, (path, left, steps) =>
        {
            double end = path * left, length = path * steps;
            double expected = Integral(length, s => path - ((path - end) * s / length));
            Assert.Equal(expected, CurvedPath.Falling(length, path, end).Straight, 1e-5 * length);
        });

    // lambda falls linearly to zero at the end of the range.
    [Fact]
    public void ToRest_AndParts_AreTheIntegral() =>
        Gen.Select(LogUniform(1e-2, 1e2), LogUniform(0.01, 3), Uniform(0.05, 0.95)).Check(200, (path, paths, share) =>
        {
            double range = path * paths, length = range * share;
            CurvedPath whole = CurvedPath.ToRest(range, path);
            Assert.Equal(range / (1 + (range / path)), whole.Straight, 1e-12 * range);
            double expected = Integral(length, s => path * (1 - (s / range)));
            Assert.Equal(expected, whole.Part(length).Straight, 1e-5 * length);
        });

    [Fact]
    public void LengthTo_OfAStraightLength_IsTheInverse() =>
        Gen.Select(
            LogUniform(1e-2, 1e2), LogUniform(1e-4, 1), Uniform(0, 1), Gen.Bool, Uniform(0.1, 0.9))
            .Check(300, (path, steps, share, isShort, left) =>
        {
            double length = path * steps;
            CurvedPath curved = isShort
                ? CurvedPath.Short(length, path)
                : CurvedPath.Falling(length, path, path * left);
            Assert.True(curved.Straight <= length);
            double part = curved.LengthTo(share * curved.Straight, length);
            Assert.InRange(part, share * curved.Straight, length);
            Assert.Equal(length, curved.LengthTo(curved.Straight, length), 1e-4 * length);
            CurvedPath plain = CurvedPath.Short(length, path);
            double piece = plain.LengthTo(share * plain.Straight, length);
            Assert.Equal(share * plain.Straight, CurvedPath.Short(piece, path).Straight, 1e-6 * length);
        });

    // z = integral over the step of exp(-integral of ds/lambda).
    private static double Integral(double length, Func<double, double> path)
    {
        const int Steps = 20_000;
        double h = length / Steps, depth = 0, sum = 0;
        for (int i = 0; i < Steps; i++)
        {
            double here = h / path((i + 0.5) * h);
            sum += h * Math.Exp(-(depth + (here / 2)));
            depth += here;
        }

        return sum;
    }
}
