namespace CoDesign.Studies.Results;

/// <summary>The gradient check, along one direction halfway between baseline and optimum in unconstrained
/// numbers.</summary>
/// <param name="Analytic">Directional derivative by autograd.</param>
/// <param name="Difference">The same by central differences with common random numbers.</param>
/// <param name="RelativeDifference">(difference - analytic) / analytic; not a number where both are below 1e-9 of the
/// objective.</param>
/// <param name="Error">Standard error of the relative difference over batches; not a number there, too.</param>
public sealed record GradientCheckSummary(double Analytic, double Difference, double RelativeDifference, double Error)
{
    /// <summary>Whether the gradient vanishes along the direction, so that there is nothing to compare.</summary>
    public bool Vanishes => double.IsNaN(RelativeDifference);
}
