using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks;

namespace CoDesign.Studies.Trackers;

/// <summary>Tracks of a batch with the errors of their fits.</summary>
/// <param name="Layout">The tracker.</param>
/// <param name="Tracks">The tracks.</param>
/// <param name="Errors">Errors of those that were fitted.</param>
/// <param name="Acceptance">How the chance to be found is counted.</param>
/// <param name="Squares">What the squared errors are.</param>
public sealed record MeasuredTracks(
    TrackerLayout Layout, TrackBatch Tracks, TrackErrors Errors, TrackAcceptance Acceptance,
    SquaredErrors Squares)
{
    // E[ln z^2] = -(gamma + ln 2) for a standard normal z: Euler's constant, from the digamma function at 1/2.
    private const double LogOfSquare = -1.2703628454614782;

    /// <summary>What squared errors are multiplied by so that their geometric mean is that of the variances.</summary>
    public double GeometricFactor => Squares == SquaredErrors.Sampled ? Math.Exp(-LogOfSquare) : 1;
}
