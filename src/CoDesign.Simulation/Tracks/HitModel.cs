using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks.Kernel;

namespace CoDesign.Simulation.Tracks;

/// <summary>Squared deviations of fits to sampled hits: kicks by scattering and errors of measurement drawn in the
/// helix linearised about each track, and the weighted fit that <see cref="CovarianceModel"/> propagates.</summary>
/// <remarks>
/// The mean square of the deviations is the variance of the other model with <see cref="EfficiencyForm.Sampled"/>. The
/// normal numbers belong to track, layer and purpose, so two designs see common random numbers and the gradient is that
/// of the deviations at fixed numbers; it is the gradient of the variance in the mean. With
/// <see cref="EfficiencyForm.Sampled"/> a hit is lost where a uniform number exceeds the efficiency of its layer, and
/// shared by two strips where another is below the share of such hits: that has no gradient. With
/// <see cref="EfficiencyForm.Expected"/>, for gradients, no hit is lost but its variance is divided by its efficiency, and
/// every hit has the mean square of the layer's resolution. Otherwise as <see cref="CovarianceModel"/>.
/// </remarks>
/// <param name="efficiency">How lost hits enter.</param>
public sealed class HitModel(EfficiencyForm efficiency = EfficiencyForm.Sampled) : ITrackModel
{
    /// <inheritdoc/>
    public TrackErrors Measure(TrackerLayout layout, TrackBatch tracks)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(tracks);
        return TrackMeasurement.Of<HitFit>(layout, tracks, efficiency);
    }
}
