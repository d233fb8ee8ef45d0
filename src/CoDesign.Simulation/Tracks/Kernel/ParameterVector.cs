using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Five numbers of each of four tracks, in the order of <see cref="TrackParameter"/>.</summary>
internal struct ParameterVector(V p0, V p1, V p2, V p3, V p4)
{
    public V P0 = p0, P1 = p1, P2 = p2, P3 = p3, P4 = p4;

    /// <summary>Scalar product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly V Dot(in ParameterVector other) =>
        Fma(P0, other.P0, P1 * other.P1) + Fma(P2, other.P2, Fma(P3, other.P3, P4 * other.P4));

    /// <summary>Adds a multiple of another vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(V factor, in ParameterVector other)
    {
        P0 = Fma(factor, other.P0, P0);
        P1 = Fma(factor, other.P1, P1);
        P2 = Fma(factor, other.P2, P2);
        P3 = Fma(factor, other.P3, P3);
        P4 = Fma(factor, other.P4, P4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Fma(V a, V b, V c) => Vector256.FusedMultiplyAdd(a, b, c);
}
