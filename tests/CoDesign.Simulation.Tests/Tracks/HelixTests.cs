using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Simulation.Tests.Tracks;

public sealed class HelixTests
{
    [Theory]
    [InlineData(TrackerShape.Planes)]
    [InlineData(TrackerShape.Barrel)]
    public void TryCross_RandomHelix_StandsOnTheSurfaceWhereSmallStepsLead(TrackerShape shape) =>
        Gen.Select(
            Uniform(-20, 20), Uniform(-20, 20), Uniform(-50, 50), Uniform(-0.6, 0.6),
            Gen.Select(LogUniform(1e-9, 1.2e-3), Uniform(-1, 1), (size, share) => size * share), Uniform(-2, 2),
            (x, y, along, azimuth, curvature, dip) => new Helix(x, y, along, azimuth, curvature, dip))
            .Select(Uniform(30, 630)).Check(60, (helix, position) =>
        {
            Assert.True(helix.TryCross(shape, position, out Helix at, out double arc));

            double place = shape == TrackerShape.Planes ? at.First : at.Radius;
            Assert.InRange(place - position, -1e-12 * position, 1e-12 * position);
            Helix expected = SmallSteps(helix, arc, 2000);
            Assert.Equal(expected.First, at.First, 1e-9);
            Assert.Equal(expected.Second, at.Second, 1e-9);
            Assert.Equal(expected.Along, at.Along, 1e-9);
            Assert.Equal(expected.Azimuth, at.Azimuth, 1e-12);
        });

    [Theory]
    [InlineData(TrackerShape.Planes)]
    [InlineData(TrackerShape.Barrel)]
    public void TryCross_RandomHelix_FindsTheFirstCrossing(TrackerShape shape) =>
        Gen.Select(
            Uniform(-20, 20), Uniform(-20, 20), Uniform(-1, 1), Uniform(-2e-3, 2e-3), Uniform(40, 140))
            .Check(40, (x, y, turn, curvature, position) =>
        {
            // In any direction from inside a barrel, forward from before a plane.
            double angle = turn * (shape == TrackerShape.Barrel ? Math.PI : 0.7);
            var helix = new Helix(x, y, 0, angle, curvature, 1);

            Assert.True(helix.TryCross(shape, position, out _, out double arc));

            for (int i = 0; i < 100; i++)
            {
                Helix before = helix.Moved(arc * i / 100);
                Assert.True((shape == TrackerShape.Planes ? before.First : before.Radius) < position);
            }
        });

    [Theory]
    [InlineData(TrackerShape.Planes)]
    [InlineData(TrackerShape.Barrel)]
    public void TryCross_BehindTheSurfaceByLittle_GoesBack(TrackerShape shape)
    {
        var helix = new Helix(100.001, 3, 0, 0.1, 1e-3, 0.5);

        Assert.True(helix.TryCross(shape, 100, out Helix at, out double arc));

        Assert.Equal(100, shape == TrackerShape.Planes ? at.First : at.Radius, 1e-11);
        Assert.InRange(arc, -0.06, 0);
    }

    [Theory]
    [InlineData(TrackerShape.Planes)]
    [InlineData(TrackerShape.Barrel)]
    public void TryCross_CurlsBefore_HasNoCrossing(TrackerShape shape)
    {
        // Radius of the circle 100 mm: it reaches 100 mm across planes and 200 mm from the axis.
        var helix = new Helix(0, 0, 0, 0, 0.01, 0);
        double reach = shape == TrackerShape.Planes ? 100 : 200;

        Assert.True(helix.TryCross(shape, reach - 1e-3, out _, out _));
        Assert.False(helix.TryCross(shape, reach + 1e-3, out _, out _));
    }

    [Fact]
    public void TryCross_WithoutCurvature_IsAStraightLine()
    {
        var helix = new Helix(1, -2, 3, 0.3, 0, 0.7);

        Assert.True(helix.TryCross(TrackerShape.Planes, 101, out Helix at, out double arc));

        Assert.Equal(100 / Math.Cos(0.3), arc, 1e-12);
        Assert.Equal(-2 + (100 * Math.Tan(0.3)), at.Second, 1e-12);
        Assert.Equal(3 + (0.7 * arc), at.Along, 1e-12);
    }

    // Runge-Kutta of fourth order of x' = cos(a), y' = sin(a), z' = dip, a' = -curvature.
    private static Helix SmallSteps(Helix helix, double arc, int steps)
    {
        (double x, double y, double z, double a) = (helix.First, helix.Second, helix.Along, helix.Azimuth);
        double h = arc / steps;
        for (int i = 0; i < steps; i++)
        {
            double middle = a - (helix.Curvature * h / 2), end = a - (helix.Curvature * h);
            x += h / 6 * (Math.Cos(a) + (4 * Math.Cos(middle)) + Math.Cos(end));
            y += h / 6 * (Math.Sin(a) + (4 * Math.Sin(middle)) + Math.Sin(end));
            z += helix.Dip * h;
            a = end;
        }

        return helix with { First = x, Second = y, Along = z, Azimuth = a };
    }
}
