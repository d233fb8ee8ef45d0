using MathNet.Numerics;

namespace CoDesign.Optimization.Bayesian.Acquisitions;

/// <summary>Logarithms of integrals of the normal density, exact in the far tails.</summary>
internal static class NormalTail
{
    private const double HalfLogTwoPi = 0.91893853320467274178;
    private static readonly double RootHalfPi = Math.Sqrt(Math.PI / 2);

    /// <summary>log h(z), h(z) = phi(z) + z Phi(z), the expected improvement of a unit normal; and its derivative
    /// Phi(z) / h(z).</summary>
    /// <remarks>
    /// With m = Phi(z) / phi(z) (Mills' ratio, by the scaled complementary error function) there are three branches:
    /// for z above -1 nothing cancels, and h is summed as it stands. Below, phi(z) underflows from -38 on, so its
    /// logarithm is taken apart: log h = log phi + log(1 - |z| m), where the bracket loses z^2 epsilon by
    /// cancellation. Below -100 the bracket is its asymptotic series (1 - 3/z^2 + 15/z^4 - 105/z^6) / z^2, good to
    /// 945/z^8 = 1e-13. Idea of the branches: Ament et al., arXiv:2310.20708, section 4.1; series: Abramowitz, Stegun
    /// (1964), 26.2.12.
    /// </remarks>
    public static (double Value, double Derivative) LogImprovement(double z)
    {
        if (z > -1)
        {
            double cdf = 0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2);
            double h = Math.Exp((-0.5 * z * z) - HalfLogTwoPi) + (z * cdf);
            return (Math.Log(h), cdf / h);
        }

        double logDensity = (-0.5 * z * z) - HalfLogTwoPi;
        if (z > -100)
        {
            double mills = Mills(-z);
            double bracket = 1 + (z * mills);
            return (logDensity + Math.Log(bracket), mills / bracket);
        }

        double w = 1 / (z * z);
        double series = 1 - (3 * w * (1 - (5 * w * (1 - (7 * w)))));
        double ratio = (1 - (w * (1 - (3 * w * (1 - (5 * w)))))) / series;
        return (logDensity + Math.Log(series) - (2 * Math.Log(-z)), -z * ratio);
    }

    /// <summary>log Phi(z), the probability that a unit normal is below z; and its derivative phi(z) / Phi(z).</summary>
    public static (double Value, double Derivative) LogProbability(double z)
    {
        double logDensity = (-0.5 * z * z) - HalfLogTwoPi;
        if (z > -1)
        {
            double cdf = 0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2);
            return (Math.Log(cdf), Math.Exp(logDensity) / cdf);
        }

        double mills = Mills(-z);
        return (logDensity + Math.Log(mills), 1 / mills);
    }

    /// <summary>Mills' ratio (1 - Phi(x)) / phi(x), x at least 1.</summary>
    /// <remarks>By the complementary error function up to 5, from there on by Laplace's continued fraction
    /// 1/(x + 1/(x + 2/(x + 3/(x + ...)))) (Abramowitz, Stegun 26.2.14), whose 60 terms are exact to rounding.</remarks>
    private static double Mills(double x)
    {
        if (x < 5)
        {
            return RootHalfPi * Math.Exp(0.5 * x * x) * SpecialFunctions.Erfc(x / Constants.Sqrt2);
        }

        double fraction = x;
        for (int k = 60; k >= 1; k--)
        {
            fraction = x + (k / fraction);
        }

        return 1 / fraction;
    }
}
