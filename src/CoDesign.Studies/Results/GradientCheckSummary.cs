namespace CoDesign.Studies.Results;

/// <summary>The gradient check.</summary>
/// <param name="Analytic">Directional derivative by autograd.</param>
/// <param name="Difference">The same by central differences with common random numbers.</param>
/// <param name="RelativeDifference">(difference - analytic) / analytic.</param>
/// <param name="Error">Standard error of the relative difference over batches.</param>
public sealed record GradientCheckSummary(double Analytic, double Difference, double RelativeDifference, double Error);
