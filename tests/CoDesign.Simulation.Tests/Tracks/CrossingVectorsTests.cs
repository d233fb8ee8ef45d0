using System.Runtime.Intrinsics;
using CoDesign.Simulation.Tracks.Kernel;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>The linear form of the helix against differences of an exact one.</summary>
public sealed class CrossingVectorsTests
{
    // Difference quotients are good to about 1e-8 with steps of 1e-4 in units of the typical size of a parameter.
    private const double Tolerance = 2e-7;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Measurement_RandomHelix_IsTheShiftOfTheCrossing(bool barrel) => Draw.Any(barrel).Check(200, draw =>
    {
        (double[] u, double[] v) = (Lanes(CrossingVectors.MeasurementU(draw.Crossing)),
            Lanes(CrossingVectors.MeasurementV(draw.Crossing, draw.Helix)));
        for (int i = 0; i < 5; i++)
        {
            double step = 1e-4 * draw.Sizes[i];
            (double u1, double v1) = Hit(draw, i, step);
            (double u0, double v0) = Hit(draw, i, -step);
            double scale = draw.Distance / draw.Sizes[i];
            Assert.Equal((u1 - u0) / (2 * step), u[i], Tolerance * scale);
            Assert.Equal((v1 - v0) / (2 * step), v[i], Tolerance * scale);
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Kick_RandomHelix_IsTheChangeAtTheVertex(bool barrel) => Draw.Any(barrel).Check(200, draw =>
    {
        for (int kick = 0; kick < CrossingVectors.Kicks; kick++)
        {
            double[] g = Lanes(CrossingVectors.Kick(kick, draw.Crossing, draw.Helix));
            double step = kick < 2 ? 1e-4 : 1e-4 * draw.Distance, size = kick < 2 ? 1 : draw.Distance;
            double[] plus = Kicked(draw, kick, step), minus = Kicked(draw, kick, -step);
            for (int i = 0; i < 5; i++)
            {
                double scale = draw.Sizes[i] / size * (1 + (draw.Parameters[4] * draw.Parameters[4]));
                Assert.Equal((plus[i] - minus[i]) / (2 * step), g[i], Tolerance * scale);
            }
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Kick_Angle_DoesNotMoveItsOwnCrossing(bool barrel) => Draw.Any(barrel).Check(100, draw =>
    {
        ParameterVector u = CrossingVectors.MeasurementU(draw.Crossing);
        ParameterVector v = CrossingVectors.MeasurementV(draw.Crossing, draw.Helix);
        for (int kick = 0; kick < 2; kick++)
        {
            ParameterVector g = CrossingVectors.Kick(kick, draw.Crossing, draw.Helix);
            double size = draw.Distance * (1 + (draw.Parameters[4] * draw.Parameters[4]));
            Assert.Equal(0, u.Dot(g)[0], 1e-11 * size);
            Assert.Equal(0, v.Dot(g)[0], 1e-10 * size);
        }
    });

    private static (double U, double V) Hit(Draw draw, int parameter, double step)
    {
        double[] moved = [.. draw.Parameters];
        moved[parameter] += step;
        ExactHelix hit = ExactHelix.Of(draw.Parameters[1], moved).Cross(draw.Barrel, draw.Distance, draw.Arc);
        ExactHelix at = ExactHelix.Of(draw.Parameters[1], draw.Parameters)
            .Cross(draw.Barrel, draw.Distance, draw.Arc);
        double angle = Math.Atan2((at.X * hit.Y) - (at.Y * hit.X), (at.X * hit.X) + (at.Y * hit.Y));
        return (draw.Barrel ? draw.Distance * angle : hit.Y, hit.W);
    }

    private static double[] Kicked(Draw draw, int kick, double step)
    {
        double phi = draw.Parameters[1];
        ExactHelix at = ExactHelix.Of(phi, draw.Parameters).Cross(draw.Barrel, draw.Distance, draw.Arc);
        ExactHelix behind = kick < 2 ? at.Turn(step, kick == 1) : at.Shift(step, kick == 3);
        return behind.Parameters(phi, -draw.Arc);
    }

    private static double[] Lanes(ParameterVector p) => [p.P0[0], p.P1[0], p.P2[0], p.P3[0], p.P4[0]];

    /// <summary>A helix and its crossing with one layer.</summary>
    private sealed record Draw(
        bool Barrel, double Distance, double[] Parameters, Crossing<Wide> Crossing, Helix Helix)
    {
        public double Arc => Crossing.Arc.Value[0];

        // What moves a crossing by about its distance.
        public double[] Sizes => [Distance, 1, 1 / Distance, Distance, 1];

        public static Gen<Draw> Any(bool barrel) => Gen.Select(
            LogUniform(1, 1000), Uniform(-2, 2), barrel ? Uniform(0, 6) : Uniform(-0.5, 0.5), Gen.OneOf(1, -1),
            LogUniform(1e-6, 1),
            (distance, dip, phi, sign, turn) => Of(barrel, distance, dip, phi, sign * turn));

        private static Draw Of(bool barrel, double distance, double dip, double phi, double turn)
        {
            double curvature = (barrel ? 1.7 : 0.4) * turn / distance;
            var helix = new Helix
            {
                Curvature = Vector256.Create(curvature),
                Dip = Vector256.Create(dip),
                Norm = Vector256.Create(Math.Sqrt(1 + (dip * dip))),
            };
            Wide at = new(Vector256.Create(distance)), kappa = new(helix.Curvature);
            Crossing<Wide> crossing = barrel
                ? Crossing<Wide>.Barrel(at, kappa)
                : Crossing<Wide>.Plane(at, kappa, Vector256.Create(Math.Sin(phi)), Vector256.Create(Math.Cos(phi)));
            return new Draw(barrel, distance, [0, phi, curvature, 0, dip], crossing, helix);
        }
    }
}
