using MathNet.Numerics.Integration;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Trackers;

/// <summary>Position resolution of strips or pixels, from their pitch p, the width s of the charge cloud and the
/// threshold as a fraction f of the signal; tensors float64 of one shape, differentiable.</summary>
/// <remarks>
/// A particle crosses at normal incidence, uniformly over the pitch; its charge has a Gaussian projection of width s,
/// so that a strip whose border is d away collects the fraction Phi(-d/s). It fires if that is above f, for d below s z
/// with z = Phi^-1(1 - f): two strips fire in a zone of width w = 2 s z around each border, one strip in the rest. The
/// zone is clamped to [0, p]: f at or above 1/2 never fires two, and more than two strips, for s z beyond p/2, are not
/// described. A pixel shares in each coordinate as if it did not in the other. Known to one of the two zones, the
/// position is uniform in it. The two kinds of hits are kept apart, as a fit may weigh them by how many strips fired; their
/// mean square is in a binary readout sigma^2 = ((p - w)^3 + w^3)/(12 p), p^2/12 for w = 0 and the best, p^2/48, for
/// w = p/2. Source of charge sharing and its noise: Spieler, Semiconductor Detector Systems (2005), chapter 1; the
/// binary case, Rossi, Fischer, Rohe, Wermes, Pixel Detectors (2006), chapter 2.
/// </remarks>
internal static class StripResponse
{
    private const double SmallestFraction = 1e-9; // z = 6.0
    private const double SmallestCloud = 1e-9; // mm; the zone of no cloud has no width, whatever z

    private static readonly GaussLegendreRule Rule = new(0, 1, 8);

    /// <summary>Variance of the position where only the strips that fired are known [mm2], of hits of one strip and of
    /// those that two share.</summary>
    public static (Tensor Single, SharedHits Shared) Binary(Tensor pitch, Tensor cloud, Tensor fraction)
    {
        var zone = 2 * cloud * Reach(pitch, cloud, fraction);
        return ((pitch - zone).square() / 12, new SharedHits(zone / pitch, zone.square() / 12));
    }

    /// <summary>Variance of the position where charge is measured [mm2], of hits of one strip and of those that two
    /// share.</summary>
    /// <param name="pitch">Pitch [mm], positive.</param>
    /// <param name="cloud">Width of the cloud, rms [mm].</param>
    /// <param name="fraction">Threshold over signal.</param>
    /// <param name="error">Error of one strip's charge, noise and quantisation, over the signal.</param>
    /// <remarks>
    /// Two strips share the charge as r : 1 - r with r = Phi(x/s) at x from the border, measured with variance
    /// q^2 (r^2 + (1 - r)^2), which the slope phi(x/s)/s turns into one of x. Together with the knowledge that x lies
    /// in the zone, of variance w^2/12, the information adds; the mean over the zone is taken by quadrature. Landau
    /// fluctuations drop out of the ratio.
    /// </remarks>
    public static (Tensor Single, SharedHits Shared) Analogue(Tensor pitch, Tensor cloud, Tensor fraction, Tensor error)
    {
        var reach = Reach(pitch, cloud, fraction);
        var shared = 2 * cloud * reach;
        var mean = zeros_like(pitch);
        for (var i = 0; i < Rule.Order; i++)
        {
            var z = reach * Rule.GetAbscissa(i);
            var share = special.ndtr(z);
            var slope2 = (-z.square()).exp() / (2 * Math.PI);
            var charge = error.square() * (share.square() + (1 - share).square()) / slope2;
            var zone = reach.square() / 3; // (2 z)^2/12
            mean = mean + (Rule.GetWeight(i) * charge * zone / (charge + zone));
        }

        return ((pitch - shared).square() / 12, new SharedHits(shared / pitch, cloud.square() * mean));
    }

    /// <summary>z, clamped so that the zone is not wider than the pitch.</summary>
    private static Tensor Reach(Tensor pitch, Tensor cloud, Tensor fraction)
    {
        var reach = Math.Sqrt(2) * special.erfinv(1 - (2 * fraction.clamp(SmallestFraction, 0.5)));
        return minimum(reach, pitch / (2 * cloud.clamp_min(SmallestCloud)));
    }
}
