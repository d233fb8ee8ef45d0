namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Hyperparameters in standardised units.</summary>
/// <param name="LengthScales">Length scales, [variables].</param>
/// <param name="Variance">Variance of the signal.</param>
/// <param name="Noise">Variance of the fitted noise of values.</param>
/// <param name="SlopeNoise">Variance of errors of derivatives, relative to the prior variance of derivatives.</param>
internal sealed record KernelParameters(double[] LengthScales, double Variance, double Noise, double SlopeNoise)
{
    /// <summary>Prior variance of the constant mean, which is integrated over; the values have variance 1.</summary>
    public const double MeanVariance = 1;

    /// <summary>Share of its prior variance by which every row is uncertain for the sake of rounding: with 1000 rows the
    /// smallest eigenvalue stays well above the rounding of the largest.</summary>
    public const double Jitter = 1e-9;

    /// <summary>Prior variance of the value at a point, with its mean.</summary>
    public double PriorVariance => Variance + MeanVariance;
}
