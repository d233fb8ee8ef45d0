namespace CoDesign.Optimization.Bayesian.Acquisitions;

/// <summary>What an evaluation at a point is worth: the search evaluates where it is largest.</summary>
public interface IAcquisition
{
    /// <summary>Value at a point of the unit cube, and its gradient.</summary>
    /// <param name="unit">Point, [variables].</param>
    /// <param name="gradient">Receives the gradient, [variables]; empty when it is not wanted. Entries of choices mean
    /// nothing.</param>
    double At(ReadOnlySpan<double> unit, Span<double> gradient);
}
