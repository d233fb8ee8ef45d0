using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks;

namespace CoDesign.Studies.Trackers;

/// <summary>Tracks of a batch with the errors of their fits.</summary>
/// <param name="Layout">The tracker.</param>
/// <param name="Tracks">The tracks.</param>
/// <param name="Errors">Errors of those that were fitted.</param>
/// <param name="Acceptance">How the chance to be found is counted.</param>
public sealed record MeasuredTracks(
    TrackerLayout Layout, TrackBatch Tracks, TrackErrors Errors, TrackAcceptance Acceptance);
