namespace CoDesign.Optimization.Bayesian;

/// <summary>Whether a function gives the same value again.</summary>
internal enum Exactness
{
    /// <summary>Errors are not known and no point was tried twice.</summary>
    Unknown,

    /// <summary>Errors are 0, or a point tried twice gave the same value.</summary>
    Exact,

    /// <summary>Errors are not 0, or a point tried twice gave two values.</summary>
    Noisy,
}
