using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Where four helices cross a layer, in the quantities that measurements and kicks there are made
/// of.</summary>
/// <remarks>
/// In the bending plane a track of curvature kappa turns by a over an arc s with the chord rho: sin(a/2) = x =
/// kappa rho/2. The chord makes the angle m with the normal of the surface; the track there makes psi = m - a/2 with
/// it. In a barrel around the vertex m = 0 and rho = r. A plane at the distance Z from the vertex is reached in the
/// direction chi with sin chi = sin chi0 - kappa Z, so m = (chi0 + chi)/2 and rho = Z/cos m. Vertices off the axis of a
/// barrel are taken as on it: beam spots are small against the radii.
/// </remarks>
internal readonly struct Crossing<T>(T chordCosine, T turnCosine, T halfSquare, T arc)
    where T : struct, IWide<T>
{
    /// <summary>rho cos(a/2) [mm].</summary>
    public T ChordCosine { get; } = chordCosine;

    /// <summary>cos a.</summary>
    public T TurnCosine { get; } = turnCosine;

    /// <summary>rho^2/2 [mm2].</summary>
    public T HalfSquare { get; } = halfSquare;

    /// <summary>Arc s from the vertex [mm].</summary>
    public T Arc { get; } = arc;

    /// <summary>1/cos(psi).</summary>
    public T Slant { get; init; }

    /// <summary>Change of the arc at the crossing per offset d0.</summary>
    public T SlipOffset { get; init; }

    /// <summary>Change of the arc at the crossing per azimuth [mm].</summary>
    public T SlipAzimuth { get; init; }

    /// <summary>Change of the arc at the crossing per curvature [mm2].</summary>
    public T SlipCurvature { get; init; }

    /// <summary>Crossing of a barrel's layer.</summary>
    /// <param name="radius">Radius r [mm].</param>
    /// <param name="curvature">Curvature kappa [1/mm], |kappa| r/2 below 1.</param>
    public static Crossing<T> Barrel(T radius, T curvature) =>
        At(radius, curvature, T.Constant(V.Zero), T.Constant(V.One));

    /// <summary>Crossing of a plane.</summary>
    /// <param name="distance">Distance Z from the vertex [mm].</param>
    /// <param name="curvature">Curvature kappa [1/mm].</param>
    /// <param name="sine">sin chi0; |sin chi0 - kappa Z| below 1.</param>
    /// <param name="cosine">cos chi0, positive.</param>
    public static Crossing<T> Plane(T distance, T curvature, V sine, V cosine)
    {
        T one = T.Constant(V.One), start = T.Constant(sine);
        T there = start - (curvature * distance);
        T tangent = (start + there) * Inverse(T.Constant(cosine) + Root(one - (there * there)));
        T secant = Root(one + (tangent * tangent));
        return At(distance * secant, curvature, tangent, secant);
    }

    // tangent and secant are those of m. 1/cos(psi) = secant/(cos(a/2) + tangent x).
    private static Crossing<T> At(T rho, T curvature, T tangent, T secant)
    {
        T one = T.Constant(V.One), x = curvature * rho * Vector256.Create(0.5), w = x * x;
        T c = Root(one - w), square = rho * rho;
        var ratio = ArcRatio.At(w.Value);
        T inverse = Inverse(c + (tangent * x));
        T slope = w.Chain(ratio.First, ratio.Second);
        return new Crossing<T>(
            rho * c, one - (w * Vector256.Create(2.0)), square * Vector256.Create(0.5),
            rho * w.Chain(ratio.Value, ratio.First))
        {
            Slant = secant * inverse,
            SlipOffset = ((tangent * c) + x) * inverse,
            SlipAzimuth = rho * tangent * inverse,
            SlipCurvature = square * ((x * slope) - (tangent * inverse * Inverse(c) * Vector256.Create(0.5))),
        };
    }

    private static T Root(T x)
    {
        V root = Vector256.Sqrt(x.Value);
        return x.Chain(root, Vector256.Create(0.5) / root);
    }

    private static T Inverse(T x)
    {
        V inverse = V.One / x.Value;
        return x.Chain(inverse, -(inverse * inverse));
    }
}
