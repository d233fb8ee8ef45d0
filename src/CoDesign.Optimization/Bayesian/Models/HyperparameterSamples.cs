using CoDesign.Optimization.Searches;

namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Draws of the posterior of hyperparameters by Hamiltonian Monte Carlo, with a fixed stream of numbers.</summary>
/// <remarks>
/// Neal, Handbook of Markov Chain Monte Carlo (2011), chapter 5, arXiv 1206.1901: unit masses, since logarithms of
/// hyperparameters have uncertainties of order 1 or less; the step grows after accepted and shrinks after refused
/// trajectories, so that about two thirds are accepted.
/// </remarks>
internal static class HyperparameterSamples
{
    private const int TrajectoriesPerDraw = 4, Leaps = 8;
    private const double FirstStep = 0.25, Growth = 1.1, Shrinkage = 0.8;

    /// <summary>Draws in logarithms, from the most probable ones on.</summary>
    public static IEnumerable<double[]> Draw(LogPosterior posterior, double[] start, int count)
    {
        double[] point = start, gradient = new double[start.Length];
        double value = posterior.Evaluate(point, gradient), step = FirstStep;
        for (int i = 0; i < count * TrajectoriesPerDraw && double.IsFinite(value); i++)
        {
            var random = new CountedRandom(1, (ulong)i);
            double[] end = [.. point], slope = [.. gradient];
            double[] momentum = [.. point.Select(_ => random.Normal())];
            double energy = value + Kinetic(momentum), jittered = step * (0.7 + (0.6 * random.Uniform()));
            double endValue = Leap(posterior, end, slope, momentum, jittered);
            bool accepted = double.IsFinite(endValue)
                && Math.Log(1 - random.Uniform()) < energy - endValue - Kinetic(momentum);
            (point, gradient, value) = accepted ? (end, slope, endValue) : (point, gradient, value);
            step *= accepted ? Growth : Shrinkage;
            if ((i + 1) % TrajectoriesPerDraw == 0)
            {
                yield return point;
            }
        }
    }

    private static double Leap(
        LogPosterior posterior, double[] point, double[] gradient, double[] momentum, double step)
    {
        double value = double.PositiveInfinity;
        for (int leap = 0; leap < Leaps; leap++)
        {
            Vectors.Add(-0.5 * step, gradient, momentum);
            Vectors.Add(step, momentum, point);
            value = posterior.Evaluate(point, gradient);
            if (!double.IsFinite(value))
            {
                return double.PositiveInfinity;
            }

            Vectors.Add(-0.5 * step, gradient, momentum);
        }

        return value;
    }

    private static double Kinetic(double[] momentum) => 0.5 * Vectors.Dot(momentum, momentum);
}
