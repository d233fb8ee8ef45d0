using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Simulation.MonteCarlo.Tables;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <summary>Transports one event after the other; one worker a thread, with memory of its own.</summary>
internal sealed partial class ShowerWorker(StackGeometry geometry, MaterialTables[] materials, EventScorer scorer)
{
    // Faces a step can end at; up and down are the change of the slab's number.
    private const int NoFace = 0;
    private const int Downstream = 1;
    private const int Upstream = -1;
    private const int SideFace = 2;

    private readonly TrackStack _stack = new();
    private TransportRandom _rng;
    private long _chargedSteps;
    private long _photonSteps;

    /// <summary>Cells of the events so far, if a grid was asked for.</summary>
    public List<CellDeposit> Cells { get; } = [];

    /// <summary>Transports an event to its end.</summary>
    /// <param name="seed">Seed of the streams.</param>
    /// <param name="eventNumber">Number of the event in them.</param>
    /// <param name="index">Number of the event in the batch.</param>
    /// <param name="primary">What enters.</param>
    /// <returns>Steps of charged particles and of photons.</returns>
    public (long Charged, long Photon) Run(ulong seed, long eventNumber, int index, in Primary primary)
    {
        _rng = new TransportRandom(seed, eventNumber);
        (_chargedSteps, _photonSteps) = (0, 0);
        Enter(primary);
        while (_stack.Count > 0)
        {
            _stack.Pop(out Track track);
            if (track.Kind == ParticleKind.Gamma)
            {
                TransportPhoton(ref track);
            }
            else
            {
                TransportLepton(ref track);
            }
        }

        scorer.End(index, Cells);
        return (_chargedSteps, _photonSteps);
    }

    private void Enter(in Primary primary)
    {
        double norm = 1 / Math.Sqrt(1 + (primary.SlopeX * primary.SlopeX) + (primary.SlopeY * primary.SlopeY));
        var track = new Track
        {
            X = primary.X,
            Y = primary.Y,
            U = primary.SlopeX * norm,
            V = primary.SlopeY * norm,
            W = norm,
            Energy = primary.Energy,
            Kind = primary.Kind,
        };
        if (Math.Max(Math.Abs(track.X), Math.Abs(track.Y)) >= geometry.HalfWidth)
        {
            scorer.Leak(track, SideFace);
            return;
        }

        _stack.Push(track);
    }

    // Takes a track over the face at the end of its step; false if it left the stack.
    private bool Cross(ref Track track, int face)
    {
        if (face == SideFace)
        {
            scorer.Leak(track, SideFace);
            return false;
        }

        track.Slab += face;
        track.Z = geometry.Edge[face > 0 ? track.Slab : track.Slab + 1];
        if ((uint)track.Slab < (uint)geometry.Count)
        {
            return true;
        }

        scorer.Leak(track, track.Slab < 0 ? 0 : 1); // front or back
        return false;
    }

    // Length along the direction to the next face of the slab or the sides.
    private double DistanceToFace(in Track track, out int face)
    {
        double distance = double.PositiveInfinity;
        face = NoFace;
        if (track.W > 0)
        {
            distance = (geometry.Edge[track.Slab + 1] - track.Z) / track.W;
            face = Downstream;
        }
        else if (track.W < 0)
        {
            distance = (geometry.Edge[track.Slab] - track.Z) / track.W;
            face = Upstream;
        }

        double side = Math.Min(ToSide(track.X, track.U), ToSide(track.Y, track.V));
        if (side < distance)
        {
            distance = side;
            face = SideFace;
        }

        return Math.Max(0, distance);
    }

    // Distance to the nearest face of the slab or the sides, in any direction.
    private double Safety(in Track track)
    {
        double along = Math.Min(track.Z - geometry.Edge[track.Slab], geometry.Edge[track.Slab + 1] - track.Z);
        double across = geometry.HalfWidth - Math.Max(Math.Abs(track.X), Math.Abs(track.Y));
        return Math.Max(0, Math.Min(along, across));
    }

    private double ToSide(double position, double direction) => direction == 0
        ? double.PositiveInfinity : ((direction > 0 ? geometry.HalfWidth : -geometry.HalfWidth) - position) / direction;
}
