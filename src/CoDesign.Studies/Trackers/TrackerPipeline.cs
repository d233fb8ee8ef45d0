using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Space;
using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Trackers;

/// <summary>Tracks from the design to the objective.</summary>
/// <param name="geometry">The tracker.</param>
/// <param name="source">Where tracks come from.</param>
/// <param name="model">What drives the gradient.</param>
/// <param name="objective">The objective, of metrics of tracks.</param>
/// <param name="reported">Metrics that are reported whatever the objective.</param>
public sealed class TrackerPipeline(
    TrackerGeometry geometry, TrackSource source, TrackModel model, Objective objective,
    IReadOnlyList<TrackMetric> reported) : IPipeline
{
    // Tracks without gradient pass in chunks, so that memory does not grow with their number.
    private const int Chunk = 8192;

    /// <inheritdoc/>
    public DetectorGeometry Geometry => geometry;

    /// <summary>Metrics of the objective's terms.</summary>
    public IReadOnlyList<TrackMetric> Metrics { get; } = [.. objective.Terms.Select(t => (TrackMetric)t.Metric)];

    /// <inheritdoc/>
    public Tensor Loss(Design design, EventStreams streams, long first, int count)
    {
        using DisposeScope scope = NewDisposeScope();
        TrackBatch tracks = source.Generate(streams, first, count);
        MeasuredTracks measured = Measure(geometry.Build(design).Layout, tracks, ResponseForm.Smooth);
        return objective.Loss(Metrics.Select(m => m.Entries(measured))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public double MeasuredShare(Design design, EventStreams streams, long first, int count)
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        TrackBatch tracks = source.Generate(streams, first, count);
        return (double)Measure(geometry.Build(design).Layout, tracks, ResponseForm.Smooth).Errors.Fitted.Length / count;
    }

    /// <inheritdoc/>
    /// <remarks>Nothing is trained: the fit of a track follows from the layout.</remarks>
    public TestedBatch Test(
        Design design, ResponseForm form, EventStreams training, int trainingEvents, EventStreams test, int testEvents)
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        TrackerLayout layout = geometry.Build(design).Layout;
        List<TestedTracks> parts = [];
        for (int first = 0; first < testEvents; first += Chunk)
        {
            using DisposeScope step = NewDisposeScope();
            TrackBatch tracks = source.Generate(test, first, Math.Min(Chunk, testEvents - first));
            parts.Add(TestedTracks.From(Measure(layout, tracks, form), Metrics, reported));
        }

        return TestedTracks.Join(parts);
    }

    /// <summary>Measures tracks with the model of the gradient.</summary>
    /// <param name="layout">The tracker.</param>
    /// <param name="tracks">The tracks.</param>
    /// <param name="form">Smooth or hard.</param>
    /// <exception cref="UnmeasuredDesignException">No track has enough hits for a fit.</exception>
    public MeasuredTracks Measure(TrackerLayout layout, TrackBatch tracks, ResponseForm form)
    {
        EfficiencyForm efficiency = form == ResponseForm.Smooth ? EfficiencyForm.Expected : EfficiencyForm.Sampled;
        ITrackModel measurement = model == TrackModel.Tracks ? new HitModel(efficiency) : new CovarianceModel(efficiency);
        TrackErrors errors = measurement.Measure(layout, tracks);
        if (errors.Fitted.Length == 0)
        {
            throw new UnmeasuredDesignException(
                $"none of {tracks.Count} tracks leaves enough hits for a fit: at three places in the bending plane (two without "
                + "a field) and at two along the field");
        }

        return new MeasuredTracks(
            layout, tracks, errors, form == ResponseForm.Smooth ? TrackAcceptance.Smooth : TrackAcceptance.Counted,
            model == TrackModel.Tracks ? SquaredErrors.Sampled : SquaredErrors.Expected);
    }
}
