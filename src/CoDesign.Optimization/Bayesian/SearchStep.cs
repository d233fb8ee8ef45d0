namespace CoDesign.Optimization.Bayesian;

/// <summary>Where and by what a search looks for its next point.</summary>
internal enum SearchStep
{
    /// <summary>Improvement anywhere.</summary>
    Anywhere,

    /// <summary>Improvement within the trust region, by a model of the trials next to the best one.</summary>
    Near,

    /// <summary>The least lower confidence bound anywhere.</summary>
    Bound,

    /// <summary>Improvement on a good point away from the best one, next to it.</summary>
    OtherBasin,
}
