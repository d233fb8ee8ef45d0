using CoDesign.Detectors.Trackers;

namespace CoDesign.Simulation.Tracks;

/// <summary>How well a tracker measures tracks.</summary>
public interface ITrackModel
{
    /// <summary>Errors of the fitted parameters of tracks.</summary>
    /// <param name="layout">The tracker; its tensors carry the gradient.</param>
    /// <param name="tracks">The tracks.</param>
    TrackErrors Measure(TrackerLayout layout, TrackBatch tracks);
}
