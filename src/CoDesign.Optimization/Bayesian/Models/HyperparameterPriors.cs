namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Priors and bounds of the logarithms of hyperparameters in standardised units.</summary>
/// <remarks>
/// Length scales: log-normal with location sqrt(2) + ln(d)/2 and width sqrt(3), whose mode 0.2 sqrt(d) grows with the
/// dimension as the distances between random points do (Hvarfner, Hellsten, Nardi, ICML 2024, arXiv 2402.02229), as a
/// density of the length itself. Signal, noise, errors of slopes: log-normal as densities of the logarithm; noise is small unless
/// the values tell otherwise.
/// </remarks>
internal static class HyperparameterPriors
{
    public const double LengthWidth = 1.7320508075688772;
    public static readonly Normal Signal = new(0, 1), Noise = new(Math.Log(3e-3), 2), SlopeNoise = new(Math.Log(1e-3), 2);

    public static double LengthCenter(int dimensions) => Math.Sqrt(2) + (0.5 * Math.Log(dimensions));

    /// <summary>Adds the negative logarithm of the prior of a length scale, and its slope, by log(l).</summary>
    public static double Length(double logLength, int dimensions, ref double slope)
    {
        double z = (logLength - LengthCenter(dimensions)) / LengthWidth;
        slope += (z / LengthWidth) + 1;
        return (0.5 * z * z) + logLength;
    }

    /// <summary>A normal prior of the logarithm of a standard deviation.</summary>
    public readonly record struct Normal(double Center, double Width)
    {
        public double Cost(double value, ref double slope)
        {
            double z = (value - Center) / Width;
            slope += z / Width;
            return 0.5 * z * z;
        }
    }
}
