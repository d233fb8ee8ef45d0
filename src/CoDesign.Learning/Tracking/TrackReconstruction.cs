using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;

namespace CoDesign.Learning.Tracking;

/// <summary>The whole chain for tracks without gradient: exact helix with scattering and loss, hard readout, choice of
/// hits, Kalman fit. What the models that carry a gradient are held to.</summary>
/// <remarks>Track i draws from its own stream, so results are the same bit for bit whatever the threads and
/// batches.</remarks>
public sealed class TrackReconstruction
{
    private const int Chunk = 64;

    private readonly TrackerSurfaces _surfaces;
    private readonly HardHitReadout _readout;
    private readonly int _threads;

    /// <summary>Copies the numbers of a layout.</summary>
    /// <param name="layout">The tracker.</param>
    /// <param name="threads">Threads, 1 or more.</param>
    public TrackReconstruction(TrackerLayout layout, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _surfaces = new TrackerSurfaces(layout);
        _readout = new HardHitReadout(layout, _surfaces);
        _threads = threads;
    }

    /// <summary>Samples and fits tracks.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="cancellation">Stops between two chunks of tracks.</param>
    /// <exception cref="ArgumentException">The tracks are for the other shape of tracker.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ReconstructedTracks Reconstruct(TrackBatch tracks, CancellationToken cancellation = default)
    {
        if (tracks.Shape != _surfaces.Shape)
        {
            throw new ArgumentException("the tracks are for another shape of tracker", nameof(tracks));
        }

        ReconstructedTracks result = ReconstructedTracks.Empty(tracks.Count);
        int chunks = (tracks.Count + Chunk - 1) / Chunk, next = 0;
        Together(Math.Clamp(chunks, 1, _threads), () =>
        {
            var worker = new Worker(_surfaces, _readout, tracks, result);
            for (int c; (c = Interlocked.Increment(ref next) - 1) < chunks;)
            {
                cancellation.ThrowIfCancellationRequested();
                for (int t = c * Chunk; t < Math.Min(tracks.Count, (c + 1) * Chunk); t++)
                {
                    worker.Run(t);
                }
            }
        });
        return result;
    }

    // Threads of their own, so that all run at once however busy the pool is.
    private static void Together(int threads, Action action)
    {
        if (threads == 1)
        {
            action();
            return;
        }

        Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)))
            .GetAwaiter().GetResult();
    }

    /// <summary>One thread's arrays.</summary>
    private sealed class Worker(
        TrackerSurfaces surfaces, HardHitReadout readout, TrackBatch tracks, ReconstructedTracks result)
    {
        private readonly TrackSampler _sampler = new(surfaces, tracks.Mass);
        private readonly TrackPath _truth = new(surfaces.Count);
        private readonly MeasuredHits _hits = new(surfaces.Count);
        private readonly LinearisedTrack _track = new(surfaces);
        private readonly KalmanFilter _filter = new(surfaces.Count);
        private readonly NoiseHits _noise = new(surfaces, readout);

        public void Run(int t)
        {
            var random = new TransportRandom(tracks.Streams.Seed, tracks.First + t);
            _sampler.Follow(tracks, t, _track.Nominal);
            _sampler.Sample(tracks, t, ref random, _truth);
            readout.Read(_truth, ref random, _hits);
            _track.Linearise(tracks.Mass);
            _noise.Begin(random);
            TrackFit? fit = _filter.Fit(_track, _hits, _noise.Exist ? _noise : null);
            result.HitsU[t] = _hits.SigmaU.Count(s => s > 0);
            result.HitsV[t] = _hits.SigmaV.Count(s => s > 0);
            if (fit is null)
            {
                return;
            }

            result.Fitted[t] = true;
            result.WrongHits[t] = _hits.IsNoise.Count(n => n);
            (result.ChiSquared[t], result.DegreesOfFreedom[t]) = (fit.ChiSquared, fit.DegreesOfFreedom);
            for (int p = 0; p < ReconstructedTracks.Parameters; p++)
            {
                result.Deviation[(t * ReconstructedTracks.Parameters) + p] = fit.Deviation[p];
                result.Variance[(t * ReconstructedTracks.Parameters) + p] = fit.Variance((TrackParameter)p);
            }
        }
    }
}
