using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.Tracks;

/// <summary>Charged particles of a range of events, all arrays [tracks], and the streams their later randomness comes
/// from.</summary>
/// <remarks>
/// The field axis is y for planes and z for a barrel, with or without a field. A track bends in the plane across it,
/// along an arc of length s from its vertex: direction angle a(s) = Azimuth - Charge c B s / TransverseMomentum, and moves
/// by Dip s along the axis. For planes the angle is counted in the x-z plane from z towards x, for a barrel in the x-y plane
/// from x towards y; the sign of the field is such that positive charges turn to smaller angles.
/// </remarks>
public sealed record TrackBatch
{
    /// <summary>Planes or barrel: which plane is the bending plane.</summary>
    public required TrackerShape Shape { get; init; }

    /// <summary>Random streams of these tracks.</summary>
    public required EventStreams Streams { get; init; }

    /// <summary>Number of the first track in its stream.</summary>
    public required long First { get; init; }

    /// <summary>Mass [MeV].</summary>
    public required double Mass { get; init; }

    /// <summary>Charge, +1 or -1.</summary>
    public required double[] Charge { get; init; }

    /// <summary>Momentum across the field axis [MeV].</summary>
    public required double[] TransverseMomentum { get; init; }

    /// <summary>Momentum along the field axis over that across it: cot(theta) in a barrel, dy/ds of planes.</summary>
    public required double[] Dip { get; init; }

    /// <summary>Direction at the vertex in the bending plane [rad].</summary>
    public required double[] Azimuth { get; init; }

    /// <summary>Vertex, x [mm].</summary>
    public required double[] VertexX { get; init; }

    /// <summary>Vertex, y [mm].</summary>
    public required double[] VertexY { get; init; }

    /// <summary>Vertex, z [mm].</summary>
    public required double[] VertexZ { get; init; }

    /// <summary>How many tracks.</summary>
    public int Count => Charge.Length;

    /// <summary>Momentum of a track [MeV].</summary>
    /// <param name="track">Its number in the batch.</param>
    public double Momentum(int track) => TransverseMomentum[track] * Math.Sqrt(1 + (Dip[track] * Dip[track]));

    /// <summary>Speed v/c of a track.</summary>
    /// <param name="track">Its number in the batch.</param>
    public double Beta(int track)
    {
        double p = Momentum(track);
        return p / Math.Sqrt((p * p) + (Mass * Mass));
    }
}
