using CoDesign.Learning.Reconstruction;
using CoDesign.Studies.Objectives;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>A metric of reconstructed showers.</summary>
public abstract record ShowerMetric : Metric
{
    /// <inheritdoc/>
    public sealed override Averaging Averaging => Averaging.RootMeanSquare;

    /// <summary>Squared deviation of each event or pair from the truth, [entries], float64; the metric is the root of
    /// the mean.</summary>
    /// <param name="estimates">Reconstructed quantities.</param>
    /// <param name="sample">Truth.</param>
    /// <param name="azimuth">Uniform azimuth per event [rad], [events], for metrics that need an orientation.</param>
    public abstract Tensor SquaredDeviations(Estimates estimates, Sample sample, Tensor azimuth);
}
