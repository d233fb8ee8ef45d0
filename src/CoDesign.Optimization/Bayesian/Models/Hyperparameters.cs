namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Fitted properties of a Gaussian process.</summary>
public sealed record Hyperparameters
{
    /// <summary>Length scale of each variable in units of its range on its scale; of a choice the distance between two
    /// different values is 1.</summary>
    public required double[] LengthScales { get; init; }

    /// <summary>Standard deviation of the function about its mean, in units of the values.</summary>
    public required double SignalDeviation { get; init; }

    /// <summary>Standard deviation of the fitted noise, in units of the values; 0 when the noise is known.</summary>
    public required double NoiseDeviation { get; init; }

    /// <summary>Standard deviation of errors of gradients, relative to that of the gradients themselves; 0 without
    /// gradients.</summary>
    public required double GradientNoise { get; init; }

    /// <summary>Expected mean of the function, in units of the values.</summary>
    public required double Mean { get; init; }
}
