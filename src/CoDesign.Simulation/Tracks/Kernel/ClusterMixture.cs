using System.Runtime.Intrinsics;
using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Showers;
using TorchSharp;
using static TorchSharp.torch;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Weights of hits of one strip and of two, over that of the mean square of both.</summary>
internal sealed class ClusterMixture
{
    // Of the mean square: a hit that is better counts as perfect, as a filter has digits for no more.
    private const double LeastVariance = 1e-6;

    private readonly double[] _probability, _shared, _single;

    private ClusterMixture(double[] probability, double[] shared, double[] single) =>
        (_probability, _shared, _single) = (probability, shared, single);

    /// <summary>What a layout says; null if all hits of a layer are alike.</summary>
    /// <param name="hits">Shared hits.</param>
    /// <param name="resolution">Resolution [mm], [layers].</param>
    /// <remarks>With s^2 the mean square, P and t^2 probability and variance of shared hits, those of one strip have
    /// the variance (s^2 - P t^2)/(1 - P).</remarks>
    public static ClusterMixture? Of(SharedHits? hits, Tensor resolution)
    {
        if (hits is null)
        {
            return null;
        }

        using DisposeScope scope = NewDisposeScope();
        double[] probability = Values(hits.Probability), variance = Values(hits.Variance), sigma = Values(resolution);
        if (!probability.Any(IsMixed))
        {
            return null;
        }

        double[] shared = new double[probability.Length], single = new double[probability.Length];
        for (int j = 0; j < probability.Length; j++)
        {
            (double square, double p) = (sigma[j] * sigma[j], probability[j]);
            bool isMixed = IsMixed(p);
            shared[j] = isMixed ? square / Math.Max(variance[j], LeastVariance * square) : 1;
            single[j] = isMixed ? square * (1 - p) / (square - (p * variance[j])) : 1;
        }

        return new ClusterMixture(probability, shared, single);
    }

    /// <summary>Weight of a hit of four tracks over that of the mean square.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="uniform">A uniform number of each.</param>
    public V Sharpness(int layer, V uniform) => Vector256.ConditionalSelect(
        Vector256.LessThan(uniform, Vector256.Create(_probability[layer])),
        Vector256.Create(_shared[layer]), Vector256.Create(_single[layer]));

    // Closer to certainty, the difference that is left for the other kind is rounding.
    private static bool IsMixed(double probability) => probability is > 1e-6 and < 1 - 1e-6;

    private static double[] Values(Tensor tensor) => tensor.detach().contiguous().Doubles().ToArray();
}
