using CoDesign.Optimization.Bayesian.Models;

namespace CoDesign.Optimization.Bayesian.Acquisitions;

/// <summary>Logarithm of the probability that all constraints hold, added to another acquisition.</summary>
/// <remarks>log a(x) + sum_k log P(c_k(x) at most 0), the constraints independent, a Gaussian process each. Source:
/// Gardner et al., ICML 2014; alone it looks for a first feasible point.</remarks>
/// <param name="weighted">Logarithm of an acquisition; null for the probability alone.</param>
/// <param name="constraints">Models of the constraint functions.</param>
public sealed class Feasibility(IAcquisition? weighted, IReadOnlyList<GaussianProcess> constraints) : IAcquisition
{
    /// <inheritdoc/>
    public double At(ReadOnlySpan<double> unit, Span<double> gradient)
    {
        double sum = 0;
        gradient.Clear();
        if (weighted is not null)
        {
            sum = weighted.At(unit, gradient);
        }

        Span<double> byMean = stackalloc double[gradient.Length];
        Span<double> byVariance = stackalloc double[gradient.Length];
        foreach (GaussianProcess constraint in constraints)
        {
            (double mean, double variance) = gradient.IsEmpty
                ? constraint.At(unit) : constraint.At(unit, byMean, byVariance);
            double sigma = Moments.Deviation(variance);
            (double value, double derivative) = NormalTail.LogProbability(-mean / sigma);
            sum += value;
            for (int i = 0; i < gradient.Length; i++)
            {
                // z = -m/s, dz = -dm/s + m dv / 2 s^3.
                gradient[i] += derivative / sigma * ((mean * byVariance[i] / (2 * sigma * sigma)) - byMean[i]);
            }
        }

        return sum;
    }
}
