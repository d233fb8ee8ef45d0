using CoDesign.Learning.Reconstruction;
using static TorchSharp.torch;

namespace CoDesign.Studies.Objectives;

/// <summary>A figure of merit in physical units; smaller is better.</summary>
public abstract record Metric
{
    /// <summary>Name in files and results.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, for the report.</summary>
    public abstract string Description { get; }

    /// <summary>Unit it is shown in.</summary>
    public abstract string Unit { get; }

    /// <summary>Size of that unit in internal units.</summary>
    public abstract double UnitValue { get; }

    /// <summary>Squared deviation of each event or pair from the truth, [entries], float64; the metric is the root of
    /// the mean.</summary>
    /// <param name="estimates">Reconstructed quantities.</param>
    /// <param name="sample">Truth.</param>
    /// <param name="azimuth">Uniform azimuth per event [rad], [events], for metrics that need an orientation.</param>
    public abstract Tensor SquaredDeviations(Estimates estimates, Sample sample, Tensor azimuth);

    /// <summary>Root of the mean squared deviation, scalar, internal units.</summary>
    public static Tensor Value(Tensor squaredDeviations) => squaredDeviations.mean().sqrt();
}
