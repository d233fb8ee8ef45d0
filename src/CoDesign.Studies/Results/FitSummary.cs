namespace CoDesign.Studies.Results;

/// <summary>A fit to the points of a curve.</summary>
public sealed record FitSummary
{
    /// <summary>The function, as "σ/E = a/√E ⊕ b ⊕ c/E, E in GeV".</summary>
    public required string Formula { get; init; }

    /// <summary>Its terms by name, such as "stochastic"; not finite for what the points cannot tell.</summary>
    public required IReadOnlyDictionary<string, MetricSummary> Terms { get; init; }

    /// <summary>Chi-square of the fit.</summary>
    public required double ChiSquare { get; init; }

    /// <summary>Degrees of freedom.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>The function in the curve's units, pairs of x and value, for drawing; empty where nothing was
    /// fitted.</summary>
    public required IReadOnlyList<double[]> Line { get; init; }
}
