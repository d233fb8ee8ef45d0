namespace CoDesign.Optimization.Searches;

/// <summary>Searches that need no gradient.</summary>
public enum SearchMethod
{
    /// <summary>Bayesian optimisation with Gaussian processes.</summary>
    Bayesian,

    /// <summary>Independent uniform points.</summary>
    Random,

    /// <summary>Points of a Sobol sequence.</summary>
    Sobol,

    /// <summary>A regular grid.</summary>
    Grid,

    /// <summary>Covariance matrix adaptation.</summary>
    CmaEs,

    /// <summary>A genetic algorithm for many objectives.</summary>
    Nsga2,
}
