using CoDesign.Optimization.Spaces;

namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>What a model of a function is fitted to.</summary>
public sealed record ModelData
{
    /// <summary>The variables.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Points, [observations][variables] values of the space; repeated points are allowed.</summary>
    public required IReadOnlyList<double[]> Points { get; init; }

    /// <summary>Observed values, [observations], finite.</summary>
    public required double[] Values { get; init; }

    /// <summary>Variances of the noise of the values, [observations], 0 for exact ones; null when they are not known: then
    /// one level is fitted that is taken to be small unless the values tell otherwise.</summary>
    public double[]? Variances { get; init; }

    /// <summary>Gradients by the values of the points, [observations][variables], null where there is none; entries of
    /// integers and choices are not used.</summary>
    public IReadOnlyList<double[]?>? Gradients { get; init; }
}
