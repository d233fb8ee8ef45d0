namespace CoDesign.Physics.Electronics;

/// <summary>Errors of measuring in steps, and in time.</summary>
public static class Quantisation
{
    /// <summary>Error of a value known to one step only: ADC counts, TDC bins, binary strips.</summary>
    /// <param name="step">Width of a step, any unit, zero or more.</param>
    /// <returns>step/sqrt(12), the standard deviation of a uniform distribution, in the unit of the step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public static double Error(double step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return step / Math.Sqrt(12);
    }

    /// <summary>Error of noise and steps together, sqrt(noise^2 + step^2/12).</summary>
    /// <param name="noise">Standard deviation of the noise before quantisation, zero or more.</param>
    /// <param name="step">Width of a step, same unit, zero or more.</param>
    /// <returns>Standard deviation; exact in the limit of noise above half a step, too large by at most 15 %
    /// below.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public static double Error(double noise, double step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        return Math.Sqrt((noise * noise) + (step * Error(step) / Math.Sqrt(12)));
    }

    /// <summary>Step of an ADC that covers a range.</summary>
    /// <param name="range">Full range, any unit, positive.</param>
    /// <param name="bits">Number of bits, in [1, 32].</param>
    /// <returns>range/2^bits, in the unit of the range.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Step(double range, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(range);
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 32);
        return range / Math.Pow(2, bits);
    }

    /// <summary>Jitter of the time at which a signal crosses a threshold.</summary>
    /// <param name="noise">Standard deviation of the noise, any unit, zero or more.</param>
    /// <param name="slope">Slope of the signal at the threshold [unit of the noise per ns], positive.</param>
    /// <returns>noise/slope [ns].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Jitter(double noise, double slope)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(slope);
        return noise / slope;
    }

    /// <summary>Variance of a number of photo-electrons after multiplication.</summary>
    /// <param name="meanPhotoElectrons">Mean number, zero or more.</param>
    /// <param name="excessNoiseFactor">Excess noise factor, at least 1.</param>
    /// <returns>Mean times excess noise factor [photo-electrons squared].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double PhotoElectronVariance(double meanPhotoElectrons, double excessNoiseFactor = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(meanPhotoElectrons);
        ArgumentOutOfRangeException.ThrowIfLessThan(excessNoiseFactor, 1);
        return meanPhotoElectrons * excessNoiseFactor;
    }
}
