namespace CoDesign.Studies.Results;

/// <summary>Fit of sigma/E = a/sqrt(E) (+) b (+) c/E, E in GeV, terms in per cent.</summary>
public sealed record ResolutionFitSummary
{
    /// <summary>Stochastic term a [% sqrt(GeV)].</summary>
    public required MetricSummary Stochastic { get; init; }

    /// <summary>Constant term b [%].</summary>
    public required MetricSummary Constant { get; init; }

    /// <summary>Noise term c [% GeV].</summary>
    public required MetricSummary Noise { get; init; }

    /// <summary>Chi-square of the fit.</summary>
    public required double ChiSquare { get; init; }

    /// <summary>Degrees of freedom.</summary>
    public required int DegreesOfFreedom { get; init; }
}
