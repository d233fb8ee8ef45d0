namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Effort of a fit.</summary>
public sealed record ModelOptions
{
    /// <summary>Starts of the search for hyperparameters, 1 to 4.</summary>
    public int Starts { get; init; } = 4;

    /// <summary>Most steps of the search from the best start.</summary>
    public int Iterations { get; init; } = 60;

    /// <summary>Most rows (values and derivatives) to which hyperparameters are fitted; of more data an evenly spaced part
    /// is used. Predictions use all.</summary>
    public int FitRows { get; init; } = 1000;

    /// <summary>Sets of hyperparameters that predictions average over: the most probable one and draws of their
    /// posterior.</summary>
    public int Samples { get; init; } = 8;

    /// <summary>Most rows for which this is done; more tell the hyperparameters well enough.</summary>
    public int SampledRows { get; init; } = 200;
}
