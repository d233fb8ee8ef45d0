namespace CoDesign.Optimization.Bayesian;

/// <summary>Choices of a Bayesian search; the defaults are what comparisons favoured.</summary>
public sealed record BayesianOptions
{
    /// <summary>Every how many trials one is chosen near the best point alone; 0 for never.</summary>
    public int LocalEvery { get; init; } = 2;

    /// <summary>Whether values are bent where that makes them likelier.</summary>
    public bool Warp { get; init; } = true;

    /// <summary>Trials before there is a model, per variable and one more.</summary>
    public double InitialFactor { get; init; } = 2;
}
