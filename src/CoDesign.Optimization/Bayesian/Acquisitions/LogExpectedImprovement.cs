using CoDesign.Optimization.Bayesian.Models;

namespace CoDesign.Optimization.Bayesian.Acquisitions;

/// <summary>Logarithm of the expected improvement below a value.</summary>
/// <remarks>
/// EI(x) = E max(best - f(x), 0) = s h((best - m) / s), m and s mean and standard deviation of the model. Its logarithm
/// has a gradient where EI itself underflows, so that a search can climb from there. Source: Ament et al.,
/// arXiv:2310.20708.
/// </remarks>
/// <param name="model">Model of the function.</param>
/// <param name="best">Value to improve on, in units of the model.</param>
public sealed class LogExpectedImprovement(GaussianProcess model, double best) : IAcquisition
{
    /// <inheritdoc/>
    public double At(ReadOnlySpan<double> unit, Span<double> gradient)
    {
        if (gradient.IsEmpty)
        {
            (double m, double v) = model.At(unit);
            double deviation = Moments.Deviation(v);
            return Math.Log(deviation) + NormalTail.LogImprovement((best - m) / deviation).Value;
        }

        Span<double> slope = stackalloc double[unit.Length];
        (double mean, double variance) = model.At(unit, gradient, slope);
        double sigma = Moments.Deviation(variance);
        double z = (best - mean) / sigma;
        (double value, double derivative) = NormalTail.LogImprovement(z);

        // d log EI = ds/s + (log h)'(z) dz, dz = -(dm + z ds)/s, ds = dv / 2s.
        double bySigma = (1 - (derivative * z)) / (2 * sigma * sigma);
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] = (bySigma * slope[i]) - (derivative / sigma * gradient[i]);
        }

        return Math.Log(sigma) + value;
    }
}
