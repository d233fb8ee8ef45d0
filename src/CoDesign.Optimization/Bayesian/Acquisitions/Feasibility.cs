using CoDesign.Optimization.Bayesian.Models;

namespace CoDesign.Optimization.Bayesian.Acquisitions;

/// <summary>Logarithm of the probability that all constraints hold, added to another acquisition.</summary>
/// <remarks>log a(x) + sum_k log P(c_k(x) at most 0), the constraints independent, a Gaussian process each. Source:
/// Gardner et al., ICML 2014; alone it looks for a first feasible point. Where failing is likelier than not its
/// logarithm counts many times: a failed trial teaches less than one that violates a constraint, and improvement that
/// falls by orders of magnitude around a found optimum would outweigh any probability.</remarks>
/// <param name="weighted">Logarithm of an acquisition; null for the probability alone.</param>
/// <param name="constraints">Models of the constraint functions.</param>
/// <param name="failing">Model of failing, above 0 where it is likelier than not; null when nothing fails.</param>
public sealed class Feasibility(
    IAcquisition? weighted, IReadOnlyList<GaussianProcess> constraints, GaussianProcess? failing = null) : IAcquisition
{
    private const double Aversion = 20;
    private static readonly double LogHalf = Math.Log(0.5);

    /// <inheritdoc/>
    public double At(ReadOnlySpan<double> unit, Span<double> gradient)
    {
        double sum = 0;
        gradient.Clear();
        if (weighted is not null)
        {
            sum = weighted.At(unit, gradient);
        }

        Span<double> part = stackalloc double[gradient.Length];
        for (int k = 0; k <= constraints.Count; k++)
        {
            GaussianProcess? model = k < constraints.Count ? constraints[k] : failing;
            if (model is null)
            {
                break;
            }

            double value = LogProbability(model, unit, part);
            bool isRepelled = k == constraints.Count && value < LogHalf;
            sum += isRepelled ? LogHalf + (Aversion * (value - LogHalf)) : value;
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] += isRepelled ? Aversion * part[i] : part[i];
            }
        }

        return sum;
    }

    private static double LogProbability(GaussianProcess model, ReadOnlySpan<double> unit, Span<double> gradient)
    {
        Span<double> byVariance = stackalloc double[gradient.Length];
        (double mean, double variance) = gradient.IsEmpty ? model.At(unit) : model.At(unit, gradient, byVariance);
        double sigma = Moments.Deviation(variance);
        (double value, double derivative) = NormalTail.LogProbability(-mean / sigma);
        for (int i = 0; i < gradient.Length; i++)
        {
            // z = -m/s, dz = -dm/s + m dv / 2 s^3.
            gradient[i] = derivative / sigma * ((mean * byVariance[i] / (2 * sigma * sigma)) - gradient[i]);
        }

        return value;
    }
}
