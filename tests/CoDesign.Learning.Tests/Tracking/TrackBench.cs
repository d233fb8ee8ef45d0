using CoDesign.Learning.Tracking;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tests.Tracks;
using CoDesign.Simulation.Tracks;
using static TorchSharp.torch;

namespace CoDesign.Learning.Tests.Tracking;

/// <summary>Sampled tracks in a tracker with the pieces of their fit.</summary>
internal sealed class TrackBench
{
    private readonly TrackSampler _sampler;
    private readonly HardHitReadout _readout;

    public TrackBench(PlainTracker tracker, int count, params double[] momenta)
    {
        using var scope = NewDisposeScope();
        Surfaces = new TrackerSurfaces(tracker.Layout());
        _readout = new HardHitReadout(tracker.Layout(), Surfaces);
        Tracks = tracker.Source(momenta).Generate(new EventStreams(11), 0, count);
        _sampler = new TrackSampler(Surfaces, Tracks.Mass);
        Linear = new LinearisedTrack(Surfaces);
        Truth = new TrackPath(Surfaces.Count);
        Hits = new MeasuredHits(Surfaces.Count);
    }

    public TrackerSurfaces Surfaces { get; }

    public TrackBatch Tracks { get; }

    public LinearisedTrack Linear { get; }

    public TrackPath Truth { get; }

    public MeasuredHits Hits { get; }

    /// <summary>Samples a track.</summary>
    public void Sample(int track)
    {
        var random = new TransportRandom(13, track);
        _sampler.Follow(Tracks, track, Linear.Nominal);
        Linear.Linearise(Tracks.Mass);
        _sampler.Sample(Tracks, track, ref random, Truth);
        _readout.Read(Truth, ref random, Hits);
    }

    /// <summary>The nominal way of a track whose parameters at the vertex are changed.</summary>
    public TrackPath Changed(int track, TrackParameter parameter, double change)
    {
        TrackBatch one = Only(track);
        (double sin, double cos) = Math.SinCos(one.Azimuth[0]);
        bool barrel = Surfaces.Shape == CoDesign.Detectors.Trackers.TrackerShape.Barrel;
        switch (parameter)
        {
            case TrackParameter.TransverseOffset:
                (barrel ? one.VertexX : one.VertexZ)[0] -= change * sin;
                (barrel ? one.VertexY : one.VertexX)[0] += change * cos;
                break;
            case TrackParameter.Azimuth:
                one.Azimuth[0] += change;
                break;
            case TrackParameter.Curvature:
                double curvature = _sampler.Start(one, 0).Curvature;
                one.TransverseMomentum[0] *= curvature / (curvature + change);
                break;
            case TrackParameter.LongitudinalOffset:
                (barrel ? one.VertexZ : one.VertexY)[0] += change;
                break;
            default:
                one.Dip[0] += change;
                break;
        }

        var path = new TrackPath(Surfaces.Count);
        _sampler.Follow(one, 0, path);
        return path;
    }

    private TrackBatch Only(int t) => Tracks with
    {
        Charge = [Tracks.Charge[t]],
        TransverseMomentum = [Tracks.TransverseMomentum[t]],
        Dip = [Tracks.Dip[t]],
        Azimuth = [Tracks.Azimuth[t]],
        VertexX = [Tracks.VertexX[t]],
        VertexY = [Tracks.VertexY[t]],
        VertexZ = [Tracks.VertexZ[t]],
    };
}
