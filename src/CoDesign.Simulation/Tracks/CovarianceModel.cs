using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks.Kernel;

namespace CoDesign.Simulation.Tracks;

/// <summary>Variances of the track parameters by exact propagation of the errors of all hits and of scattering in all
/// material, in the helix linearised about each track. No hits are sampled.</summary>
/// <param name="efficiency">How lost hits enter.</param>
/// <remarks>
/// <para>
/// <see cref="TrackErrors.Squared"/> is the diagonal of the covariance matrix of the weighted least-squares fit with
/// the full covariance of the hits (<see cref="TrackKernel{TModel}"/>); scattering by Highland's formula with momentum
/// and speed after the mean energy loss in earlier layers. Differentiable in positions, resolutions, material,
/// thickness, energy loss and field, and with <see cref="EfficiencyForm.Expected"/> in the efficiencies; not in which
/// layers a track crosses, so extents have no gradient.
/// </para>
/// <para>
/// A track that passes outside a layer has neither hit nor material there. It needs three hits in u (two without a
/// field, where the curvature is known) and two in v; if the layout has fewer layers that measure v, offset and dip
/// along the field are taken as known, and likewise for u.
/// </para>
/// </remarks>
public sealed class CovarianceModel(EfficiencyForm efficiency = EfficiencyForm.Expected) : ITrackModel
{
    /// <inheritdoc/>
    public TrackErrors Measure(TrackerLayout layout, TrackBatch tracks)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(tracks);
        return TrackMeasurement.Of<CovarianceFit>(layout, tracks, efficiency);
    }
}
