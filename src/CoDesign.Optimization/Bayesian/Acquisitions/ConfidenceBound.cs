using CoDesign.Optimization.Bayesian.Models;

namespace CoDesign.Optimization.Bayesian.Acquisitions;

/// <summary>The negative of a lower confidence bound, -(m - k s): the optimist's value.</summary>
/// <remarks>k = 0 is the posterior mean, pure exploitation; k = 2 to 3 is common for exploring. Source: Srinivas et al.,
/// arXiv:0912.3995.</remarks>
/// <param name="model">Model of the function.</param>
/// <param name="deviations">k, number of standard deviations; negative for the upper bound, the pessimist's
/// value.</param>
public sealed class ConfidenceBound(GaussianProcess model, double deviations) : IAcquisition
{
    /// <inheritdoc/>
    public double At(ReadOnlySpan<double> unit, Span<double> gradient)
    {
        if (gradient.IsEmpty)
        {
            (double m, double v) = model.At(unit);
            return (deviations * Moments.Deviation(v)) - m;
        }

        Span<double> slope = stackalloc double[unit.Length];
        (double mean, double variance) = model.At(unit, gradient, slope);
        double sigma = Moments.Deviation(variance);
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] = (deviations * slope[i] / (2 * sigma)) - gradient[i];
        }

        return (deviations * sigma) - mean;
    }
}
