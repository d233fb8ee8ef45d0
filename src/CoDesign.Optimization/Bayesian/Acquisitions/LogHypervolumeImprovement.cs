using CoDesign.Optimization.Bayesian.Models;
using CoDesign.Optimization.Pareto;

namespace CoDesign.Optimization.Bayesian.Acquisitions;

/// <summary>Logarithm of the expected hypervolume improvement of several independent models, exactly.</summary>
/// <remarks>
/// The improvement by a value y is the part of the non-dominated boxes above y, so that its expectation is
/// sum_b prod_m [e_m(u_bm) - e_m(l_bm)] with e_m(t) = E max(t - y_m, 0), l and u the corners of box b. Source: M. Emmerich,
/// A. Deutz, J. Klinkenberg, CEC 2011, p. 2147; K. Yang, M. Emmerich, A. Deutz, T. Back, J. Glob. Optim. 75 (2019) 3. All
/// is summed in logarithms, so that there is a slope to climb where the expectation underflows.
/// </remarks>
/// <param name="models">A model of every objective.</param>
/// <param name="boxes">What is not dominated yet, in units of the models.</param>
public sealed class LogHypervolumeImprovement(IReadOnlyList<GaussianProcess> models, IReadOnlyList<ObjectiveBox> boxes)
    : IAcquisition
{
    // Sides of a box below this many standard deviations: the density is taken to be even across.
    private const double Narrow = 1e-6;

    // The corners of boxes by objective, each value once; index of every box's corners, [boxes][objectives].
    private readonly double[][] _cuts = [.. models.Select((_, m) => boxes
        .SelectMany(b => new[] { b.Lower[m], b.Upper[m] }).Distinct().Order().ToArray())];

    private int[][]? _lower;
    private int[][]? _upper;

    /// <inheritdoc/>
    public double At(ReadOnlySpan<double> unit, Span<double> gradient)
    {
        Index();
        int objectives = models.Count;
        int slopes = gradient.Length;
        double[][] meanSlopes = [.. models.Select(_ => new double[slopes])];
        double[][] varianceSlopes = [.. models.Select(_ => new double[slopes])];
        var deviations = new double[objectives];
        var tails = new Tail[objectives][];
        for (int m = 0; m < objectives; m++)
        {
            (double mean, double variance) = gradient.IsEmpty
                ? models[m].At(unit) : models[m].At(unit, meanSlopes[m], varianceSlopes[m]);
            deviations[m] = Moments.Deviation(variance);
            tails[m] = Tails(_cuts[m], mean, deviations[m]);
        }

        (double value, double[] byMean, double[] byDeviation) = Sum(tails, deviations);
        for (int m = 0; m < objectives; m++)
        {
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] = (m == 0 ? 0 : gradient[i]) + (byMean[m] * meanSlopes[m][i])
                    + (byDeviation[m] * varianceSlopes[m][i] / (2 * deviations[m]));
            }
        }

        return value;
    }

    private void Index()
    {
        _lower ??= [.. boxes.Select(b => b.Lower.Select((v, m) => Array.BinarySearch(_cuts[m], v)).ToArray())];
        _upper ??= [.. boxes.Select(b => b.Upper.Select((v, m) => Array.BinarySearch(_cuts[m], v)).ToArray())];
    }

    // log of the sum over boxes, and its derivatives by the means and the standard deviations.
    private (double Value, double[] ByMean, double[] ByDeviation) Sum(Tail[][] tails, double[] deviations)
    {
        int objectives = tails.Length;
        var sides = new Side[boxes.Count * objectives];
        var logs = new double[boxes.Count];
        double most = double.NegativeInfinity;
        for (int b = 0; b < boxes.Count; b++)
        {
            for (int m = 0; m < objectives; m++)
            {
                Side side = Between(tails[m][_lower![b][m]], tails[m][_upper![b][m]], deviations[m]);
                sides[(b * objectives) + m] = side;
                logs[b] += side.Log;
            }

            most = Math.Max(most, logs[b]);
        }

        double[] byMean = new double[objectives], byDeviation = new double[objectives];
        double total = logs.Sum(l => Math.Exp(l - most));
        for (int b = 0; b < boxes.Count; b++)
        {
            double weight = Math.Exp(logs[b] - most) / total;
            for (int m = 0; m < objectives && weight > 0; m++)
            {
                byMean[m] += weight * sides[(b * objectives) + m].ByMean;
                byDeviation[m] += weight * sides[(b * objectives) + m].ByDeviation;
            }
        }

        return (most + Math.Log(total), byMean, byDeviation);
    }

    private static Tail[] Tails(double[] cuts, double mean, double deviation)
    {
        var tails = new Tail[cuts.Length];
        for (int i = 0; i < cuts.Length; i++)
        {
            double z = (cuts[i] - mean) / deviation;
            if (double.IsNegativeInfinity(cuts[i]))
            {
                tails[i] = new Tail(z, z, z, z);
                continue;
            }

            (double improvement, double ratio) = NormalTail.LogImprovement(z);
            tails[i] = new Tail(
                z, Math.Log(deviation) + improvement, Math.Log(ratio) + improvement,
                (-0.5 * z * z) - (0.5 * Math.Log(2 * Math.PI)));
        }

        return tails;
    }

    // log(e(u) - e(l)) and its derivatives: d e/d mean = -Phi(z), d e/d deviation = phi(z).
    private static Side Between(Tail lower, Tail upper, double deviation)
    {
        if (upper.Z - lower.Z < Narrow)
        {
            double z = (lower.Z + upper.Z) / 2;
            (double log, double ratio) = NormalTail.LogProbability(z);
            return new Side(
                Math.Log((upper.Z - lower.Z) * deviation) + log, -ratio / deviation, -z * ratio / deviation);
        }

        double value = Difference(upper.LogImprovement, lower.LogImprovement);
        double byMean = -Math.Exp(Difference(upper.LogProbability, lower.LogProbability) - value);
        double byDeviation = Math.Exp(upper.LogDensity - value) - Math.Exp(lower.LogDensity - value);
        return new Side(value, byMean, byDeviation);
    }

    // log(e^a - e^b), a above b.
    private static double Difference(double a, double b) =>
        double.IsNegativeInfinity(b) ? a : a + Math.Log(-double.ExpM1(Math.Min(b - a, -1e-300)));

    private readonly record struct Tail(double Z, double LogImprovement, double LogProbability, double LogDensity);

    private readonly record struct Side(double Log, double ByMean, double ByDeviation);
}
