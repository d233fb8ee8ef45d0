using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>What measurements and kicks at a crossing mean for the parameters at the vertex, and the adjoints of these
/// vectors.</summary>
/// <remarks>
/// <para>
/// A measurement is a row: the shift of the crossing along the surface per parameter. In u a shift across the direction
/// in the bending plane is longer by 1/cos(psi); in v the crossing also slips along the track.
/// </para>
/// <para>
/// A kick is a column: the parameters of the track behind it less those before. It turns or moves the helix as a rigid
/// body about the crossing, and the new helix is described at the foot it has on the normal through the old vertex; so
/// a turn moves the crossing by nothing. Angles have the projected width theta0 across the direction: in the bending
/// plane that is theta0 sqrt(1 + tau^2) of azimuth, in the other one theta0 (1 + tau^2) of dip at the same momentum.
/// Derived for this project and held against a numerically exact helix by the tests.
/// </para>
/// </remarks>
internal static class CrossingVectors
{
    /// <summary>Kicks of a layer: two angles, two displacements.</summary>
    public const int Kicks = 4;

    public static ParameterVector MeasurementU(in Crossing<Wide> c)
    {
        V slant = c.Slant.Value;
        return new(
            c.TurnCosine.Value * slant, c.ChordCosine.Value * slant, -c.HalfSquare.Value * slant, V.Zero, V.Zero);
    }

    public static ParameterVector MeasurementV(in Crossing<Wide> c, in Helix helix) => new(
        helix.Dip * c.SlipOffset.Value, helix.Dip * c.SlipAzimuth.Value, helix.Dip * c.SlipCurvature.Value,
        V.One, c.Arc.Value);

    /// <summary>The kicks in their order: angle in the bending plane, angle across it, displacement in the bending
    /// plane, displacement across it.</summary>
    public static ParameterVector Kick(int kick, in Crossing<Wide> c, in Helix helix)
    {
        V b = c.ChordCosine.Value, e = c.TurnCosine.Value, r = c.HalfSquare.Value;
        V k = helix.Curvature, t = helix.Dip, n = helix.Norm, kt = k * t;
        return kick switch
        {
            0 => new(-n * b, n * e, V.Zero, n * kt * r, V.Zero),
            1 => new(-kt * r, kt * b, kt, -c.Arc.Value - (t * t * b), n * n),
            2 => new(e, k * k * b, V.Zero, -kt * b, V.Zero),
            _ => new(kt * b / n, -kt * e / n, V.Zero, (V.One + (t * t * e)) / n, V.Zero),
        };
    }

    public static void BackU(in ParameterVector h, in Crossing<Wide> c, ref CrossingAdjoint bar)
    {
        V slant = c.Slant.Value;
        bar.TurnCosine += slant * h.P0;
        bar.ChordCosine += slant * h.P1;
        bar.HalfSquare -= slant * h.P2;
        bar.Slant += (c.TurnCosine.Value * h.P0) + (c.ChordCosine.Value * h.P1) - (c.HalfSquare.Value * h.P2);
    }

    public static void BackV(in ParameterVector h, in Helix helix, ref CrossingAdjoint bar)
    {
        bar.SlipOffset += helix.Dip * h.P0;
        bar.SlipAzimuth += helix.Dip * h.P1;
        bar.SlipCurvature += helix.Dip * h.P2;
        bar.Arc += h.P4;
    }

    public static void BackKick(
        int kick, in ParameterVector g, in Crossing<Wide> c, in Helix helix, ref CrossingAdjoint bar)
    {
        V b = c.ChordCosine.Value, e = c.TurnCosine.Value, r = c.HalfSquare.Value;
        V k = helix.Curvature, t = helix.Dip, n = helix.Norm, kt = k * t;
        switch (kick)
        {
            case 0:
                bar.ChordCosine -= n * g.P0;
                bar.TurnCosine += n * g.P1;
                bar.HalfSquare += n * kt * g.P3;
                bar.Curvature += n * t * r * g.P3;
                break;
            case 1:
                bar.HalfSquare -= kt * g.P0;
                bar.ChordCosine += (kt * g.P1) - (t * t * g.P3);
                bar.Arc -= g.P3;
                bar.Curvature += t * ((b * g.P1) - (r * g.P0) + g.P2);
                break;
            case 2:
                bar.TurnCosine += g.P0;
                bar.ChordCosine += k * ((k * g.P1) - (t * g.P3));
                bar.Curvature += b * ((k * g.P1 * 2) - (t * g.P3));
                break;
            default:
                bar.ChordCosine += kt * g.P0 / n;
                bar.TurnCosine += t * ((t * g.P3) - (k * g.P1)) / n;
                bar.Curvature += t * ((b * g.P0) - (e * g.P1)) / n;
                break;
        }
    }
}
