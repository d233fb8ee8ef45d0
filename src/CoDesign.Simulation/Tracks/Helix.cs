using CoDesign.Detectors.Trackers;

namespace CoDesign.Simulation.Tracks;

/// <summary>A particle on its way through a uniform field: position, direction and curvature.</summary>
/// <param name="First">First coordinate of the bending plane [mm]: x in a barrel, z of planes.</param>
/// <param name="Second">Second coordinate of the bending plane [mm]: y in a barrel, x of planes.</param>
/// <param name="Along">Coordinate along the field axis [mm]: z in a barrel, y of planes.</param>
/// <param name="Azimuth">Direction in the bending plane, from the first axis towards the second [rad].</param>
/// <param name="Curvature">Turn per arc length in the bending plane [1/mm]; positive turns to smaller angles, zero is a
/// straight line.</param>
/// <param name="Dip">Way along the axis per arc length.</param>
/// <remarks>
/// Crossings are closed forms in the chord rho to the crossing, which are exact and have the straight line as their
/// limit: a chord makes the angle a/2 with the tangent when the arc turns by a, and rho = 2 sin(a/2)/kappa.
/// </remarks>
public readonly record struct Helix(
    double First, double Second, double Along, double Azimuth, double Curvature, double Dip)
{
    /// <summary>Distance from the field axis [mm].</summary>
    public double Radius => Math.Sqrt((First * First) + (Second * Second));

    /// <summary>The same helix at an arc length from here.</summary>
    /// <param name="arc">Arc length in the bending plane [mm], of any sign.</param>
    public Helix Moved(double arc)
    {
        double half = Curvature * arc / 2;
        double chord = Math.Abs(half) < 1e-4 ? arc * (1 - (half * half / 6)) : 2 * Math.Sin(half) / Curvature;
        return Advanced(chord, arc);
    }

    /// <summary>Moves to the next crossing of a surface on which the particle goes outward: across the first axis for
    /// planes, a cylinder around the field axis for a barrel.</summary>
    /// <param name="shape">Planes or barrel.</param>
    /// <param name="position">Position of the surface [mm].</param>
    /// <param name="crossing">The helix at the crossing.</param>
    /// <param name="arc">Arc length to it [mm]; slightly negative when the particle stands just behind it.</param>
    /// <returns>Whether there is such a crossing within half a turn.</returns>
    public bool TryCross(TrackerShape shape, double position, out Helix crossing, out double arc)
    {
        if (shape == TrackerShape.Barrel ? TryCylinder(position, out double chord) : TryPlane(position, out chord))
        {
            double x = Curvature * chord / 2;
            arc = chord * (Math.Abs(x) < 1e-4 ? 1 + (x * x / 6) : Math.Asin(Math.Clamp(x, -1, 1)) / x);
            crossing = Advanced(chord, arc);
            return CosineToNormal(shape, crossing) > 0;
        }

        (crossing, arc) = (default, 0);
        return false;
    }

    /// <summary>Cosine between the direction in the bending plane and the outward normal of the surface here.</summary>
    /// <param name="shape">Planes or barrel.</param>
    /// <param name="at">The helix on the surface.</param>
    internal static double CosineToNormal(TrackerShape shape, in Helix at)
    {
        (double sin, double cos) = Math.SinCos(at.Azimuth);
        return shape == TrackerShape.Planes ? cos : ((at.First * cos) + (at.Second * sin)) / at.Radius;
    }

    private Helix Advanced(double chord, double arc)
    {
        (double sin, double cos) = Math.SinCos(Azimuth - (Curvature * arc / 2));
        return this with
        {
            First = First + (chord * cos),
            Second = Second + (chord * sin),
            Along = Along + (Dip * arc),
            Azimuth = Azimuth - (Curvature * arc),
        };
    }

    // sin(azimuth) falls linearly with the way across the plane.
    private bool TryPlane(double position, out double chord)
    {
        (double sin, double cos) = Math.SinCos(Azimuth);
        double way = position - First, sinThere = sin - (Curvature * way);
        if (cos <= 0 || Math.Abs(sinThere) >= 1)
        {
            chord = 0;
            return false;
        }

        // The chord has the mean of the two directions; its cosine by half angles keeps all digits.
        double there = Math.Asin(sinThere), here = Math.Atan2(sin, cos);
        chord = way / Math.Cos((here + there) / 2);
        return true;
    }

    // |r + chord|^2 = R^2 with chord = rho (cos(a/2) t - sin(a/2) n), sin(a/2) = kappa rho/2: quadratic in rho^2.
    private bool TryCylinder(double radius, out double chord)
    {
        (double sin, double cos) = Math.SinCos(Azimuth);
        double along = (First * cos) + (Second * sin), across = (Second * cos) - (First * sin);
        double e = 1 - (Curvature * across), bend = Curvature * along;
        double d = (radius - Radius) * (radius + Radius), kd = Curvature * d / 2;
        double root2 = (along * along) + (d * e) - (kd * kd);
        chord = 0;
        if (root2 < 0 || d + (along * along) <= 0)
        {
            return false;
        }

        double a = (e * e) + (bend * bend), b = (d * e) + (2 * along * along), root = 2 * Math.Sqrt(root2);
        if (along >= 0)
        {
            double squared = d * d / (b + (along * root));
            chord = Math.CopySign(Math.Sqrt(Math.Max(0, squared)), d);
            return squared >= 0;
        }

        double far = (b - (along * root)) / a;
        chord = Math.Sqrt(Math.Max(0, far));
        return d > 0 && far >= 0;
    }
}
