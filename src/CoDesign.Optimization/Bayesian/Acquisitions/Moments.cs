namespace CoDesign.Optimization.Bayesian.Acquisitions;

/// <summary>Mean and variance of a model as acquisitions need them.</summary>
internal static class Moments
{
    // Models of searches have values of unit size; where a variance is lost in rounding, so is what it is worth.
    private const double LeastVariance = 1e-16;

    /// <summary>Standard deviation, never 0.</summary>
    public static double Deviation(double variance) => Math.Sqrt(Math.Max(variance, LeastVariance));
}
