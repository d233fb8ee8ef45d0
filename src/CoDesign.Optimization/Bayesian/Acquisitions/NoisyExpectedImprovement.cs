using CoDesign.Optimization.Bayesian.Models;
using CoDesign.Optimization.Searches;

namespace CoDesign.Optimization.Bayesian.Acquisitions;

/// <summary>Logarithm of the expected improvement below the best of observed points whose values are uncertain.</summary>
/// <remarks>
/// The true values at the observed points are drawn from their joint posterior; each draw has a least value, and the
/// improvement is averaged over these. The correlation of a new point with the least value is left out, as in Picheny et
/// al., Struct. Multidiscip. Optim. 48 (2013) 607, section 3; the full average is that of Letham et al.,
/// arXiv:1706.07094.
/// </remarks>
public sealed class NoisyExpectedImprovement : IAcquisition
{
    private const int Draws = 8;
    private readonly LogExpectedImprovement[] _draws;

    /// <summary>Draws least values.</summary>
    /// <param name="model">Model of the function.</param>
    /// <param name="observed">Points that may be the best, [points][variables] in the unit cube, one or more.</param>
    /// <param name="seed">Seed of the draws.</param>
    public NoisyExpectedImprovement(GaussianProcess model, IReadOnlyList<double[]> observed, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(observed);
        (double[] means, double[,] covariance) = model.Joint(observed);
        double[,] factor = Factor(covariance);
        var random = new RandomSequence(2 * means.Length, seed);
        _draws = [.. Enumerable.Range(0, Draws).Select(d =>
            new LogExpectedImprovement(model, Least(means, factor, random.Point(d))))];
    }

    /// <inheritdoc/>
    public double At(ReadOnlySpan<double> unit, Span<double> gradient)
    {
        // log (1/n) sum exp a_i, with the largest taken out; the gradient is the mean weighted by exp a_i.
        Span<double> values = stackalloc double[Draws], slope = stackalloc double[gradient.Length];
        double largest = double.NegativeInfinity, sum = 0;
        for (int d = 0; d < Draws; d++)
        {
            values[d] = _draws[d].At(unit, []);
            largest = Math.Max(largest, values[d]);
        }

        foreach (double value in values)
        {
            sum += Math.Exp(value - largest);
        }

        gradient.Clear();
        for (int d = 0; d < Draws && !gradient.IsEmpty; d++)
        {
            double weight = Math.Exp(values[d] - largest) / sum;
            if (weight > 1e-12)
            {
                _draws[d].At(unit, slope);
                for (int i = 0; i < gradient.Length; i++)
                {
                    gradient[i] += weight * slope[i];
                }
            }
        }

        return largest + Math.Log(sum / Draws);
    }

    private static double Least(double[] means, double[,] factor, double[] uniform)
    {
        double least = double.PositiveInfinity;
        var normal = new double[means.Length];
        for (int i = 0; i < means.Length; i++)
        {
            normal[i] = Math.Sqrt(-2 * Math.Log(1 - uniform[2 * i])) * Math.Cos(2 * Math.PI * uniform[(2 * i) + 1]);
            double value = means[i];
            for (int j = 0; j <= i; j++)
            {
                value += factor[i, j] * normal[j];
            }

            least = Math.Min(least, value);
        }

        return least;
    }

    // Cholesky factor of a covariance that may be singular: a variance lost in rounding counts as none.
    private static double[,] Factor(double[,] covariance)
    {
        int n = covariance.GetLength(0);
        var factor = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            double rest = covariance[j, j];
            for (int k = 0; k < j; k++)
            {
                rest -= factor[j, k] * factor[j, k];
            }

            if (rest <= 1e-12 * covariance[j, j])
            {
                continue;
            }

            factor[j, j] = Math.Sqrt(rest);
            for (int i = j + 1; i < n; i++)
            {
                double sum = covariance[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= factor[i, k] * factor[j, k];
                }

                factor[i, j] = sum / factor[j, j];
            }
        }

        return factor;
    }
}
