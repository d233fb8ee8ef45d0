using System.Runtime.CompilerServices;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Five numbers of each of four tracks, in the order of <see cref="TrackParameter"/>.</summary>
internal struct ParameterVector(V p0, V p1, V p2, V p3, V p4)
{
    public V P0 = p0, P1 = p1, P2 = p2, P3 = p3, P4 = p4;

    /// <summary>Scalar product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly V Dot(in ParameterVector other) =>
        ((P0 * other.P0) + (P1 * other.P1)) + ((P2 * other.P2) + (P3 * other.P3)) + (P4 * other.P4);

    /// <summary>Adds a multiple of another vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(V factor, in ParameterVector other)
    {
        P0 += factor * other.P0;
        P1 += factor * other.P1;
        P2 += factor * other.P2;
        P3 += factor * other.P3;
        P4 += factor * other.P4;
    }
}
