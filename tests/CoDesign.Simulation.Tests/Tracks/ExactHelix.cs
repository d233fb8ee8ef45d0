namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>A helix without approximations, one point at a time: the reference for its linear form.</summary>
/// <remarks>Plane coordinates (X, Y) across the field and W along it; for planes X is the beam axis and Y is
/// u.</remarks>
internal readonly record struct ExactHelix(
    double X, double Y, double W, double Angle, double Curvature, double Dip)
{
    /// <summary>A helix with these parameters at a vertex at the origin, in the nominal direction phi0.</summary>
    public static ExactHelix Of(double phi0, double[] p) => new(
        -Math.Sin(phi0) * p[0], Math.Cos(phi0) * p[0], p[3], p[1], p[2], p[4]);

    /// <summary>The state at the arc s from here.</summary>
    public ExactHelix Move(double s)
    {
        double half = Curvature * s / 2, chord = s * (Math.Abs(half) < 1e-9 ? 1 : Math.Sin(half) / half);
        return this with
        {
            X = X + (chord * Math.Cos(Angle - half)),
            Y = Y + (chord * Math.Sin(Angle - half)),
            W = W + (Dip * s),
            Angle = Angle - (Curvature * s),
        };
    }

    /// <summary>Moves to where a function of the state vanishes, by the secant method.</summary>
    public ExactHelix To(Func<ExactHelix, double> surface, double start)
    {
        double a = start, b = start + 1e-3;
        double fa = surface(Move(a)), fb = surface(Move(b));
        for (int i = 0; i < 60 && fa != fb; i++)
        {
            (a, b, fa) = (b, b - (fb * (b - a) / (fb - fa)), fb);
            fb = surface(Move(b));
        }

        return Move(b);
    }

    /// <summary>Crossing with a barrel's layer or a plane.</summary>
    public ExactHelix Cross(bool barrel, double position, double start) => barrel
        ? To(h => Math.Sqrt((h.X * h.X) + (h.Y * h.Y)) - position, start)
        : To(h => h.X - position, start);

    /// <summary>The five parameters at the foot on the normal through the origin of the direction phi0.</summary>
    public double[] Parameters(double phi0, double start)
    {
        (double sine, double cosine) = Math.SinCos(phi0);
        ExactHelix foot = To(h => (h.X * cosine) + (h.Y * sine), start);
        return [(foot.Y * cosine) - (foot.X * sine), foot.Angle, foot.Curvature, foot.W, foot.Dip];
    }

    /// <summary>Turned by an angle at the same momentum, in the bending plane or across it; in space.</summary>
    public ExactHelix Turn(double angle, bool across)
    {
        double lambda = Math.Atan(Dip);
        (double[] direction, double[] inPlane, double[] up) = Axes(lambda);
        double[] side = across ? up : inPlane;
        double[] turned = [.. direction.Zip(side, (d, e) => (Math.Cos(angle) * d) + (Math.Sin(angle) * e))];
        double transverse = Math.Sqrt((turned[0] * turned[0]) + (turned[1] * turned[1]));
        double change = Math.Atan2(
            (Math.Cos(Angle) * turned[1]) - (Math.Sin(Angle) * turned[0]),
            (Math.Cos(Angle) * turned[0]) + (Math.Sin(Angle) * turned[1]));
        return this with
        {
            Angle = Angle + change,
            Dip = turned[2] / transverse,
            Curvature = Curvature * Math.Cos(lambda) / transverse,
        };
    }

    /// <summary>Moved across its direction, in the bending plane or across it.</summary>
    public ExactHelix Shift(double by, bool across)
    {
        (_, double[] inPlane, double[] up) = Axes(Math.Atan(Dip));
        double[] side = across ? up : inPlane;
        return this with { X = X + (by * side[0]), Y = Y + (by * side[1]), W = W + (by * side[2]) };
    }

    private (double[] Direction, double[] InPlane, double[] Up) Axes(double lambda)
    {
        (double sine, double cosine) = Math.SinCos(Angle);
        (double sl, double cl) = Math.SinCos(lambda);
        return ([cl * cosine, cl * sine, sl], [-sine, cosine, 0], [-sl * cosine, -sl * sine, cl]);
    }
}
