namespace CoDesign.Simulation.Readout;

/// <summary>Poisson counts as a monotone function of a standard normal number, so that designs share random
/// numbers.</summary>
internal static class PoissonQuantile
{
    // From here the Cornish-Fisher expansion is right to a few 1e-3 of a count; below, the distribution is summed.
    private const double ExpansionFrom = 30;

    /// <summary>Count at a normal number.</summary>
    /// <param name="mean">Mean, at least 0.</param>
    /// <param name="z">Standard normal number.</param>
    /// <remarks>Cornish-Fisher with the Poisson cumulants (all equal to the mean): Abramowitz, Stegun
    /// 26.2.49.</remarks>
    public static double At(double mean, double z)
    {
        if (mean >= ExpansionFrom)
        {
            // Rounding to whole counts adds 1/12 to the variance (Sheppard), which is taken off before.
            double root = Math.Sqrt(mean - (1.0 / 12));
            double x = mean + (root * z) + (((z * z) - 1) / 6) + ((z - (z * z * z)) / (72 * root));
            return Math.Max(0, Math.Floor(x + 0.5));
        }

        double probability = 0.5 * MathNet.Numerics.SpecialFunctions.Erfc(-z / Math.Sqrt(2));
        double term = Math.Exp(-mean), sum = term;
        int count = 0;
        while (sum < probability && count < 1000)
        {
            count++;
            term *= mean / count;
            sum += term;
        }

        return count;
    }
}
