namespace CoDesign.Optimization.Bayesian;

/// <summary>A function and its gradient at a point.</summary>
/// <param name="point">Point, [variables].</param>
/// <param name="gradient">Receives the gradient, [variables].</param>
/// <returns>The value; not a number or infinite where the function is not defined.</returns>
public delegate double GradientFunction(ReadOnlySpan<double> point, Span<double> gradient);
