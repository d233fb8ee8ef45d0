namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>How much less positrons scatter than electrons, as a factor on the thickness.</summary>
/// <remarks>Source: Geant4 Physics Reference Manual, "Multiple scattering" (Urban's fit to the ratio of the transport
/// cross sections).</remarks>
/// <param name="z">Mean atomic number.</param>
internal sealed class PositronCorrection(double z)
{
    private const double Low = 0.6;
    private const double High = 0.9;
    private const double Steepness = 113.0;

    private readonly double _a = 0.994 - (4.08e-3 * z);
    private readonly double _b = 7.16 + ((52.6 + (365 / z)) / z);
    private readonly double _c = 1 - (4.47e-3 * z);
    private readonly double _d = 1.21e-3 * z;
    private readonly double _scale = 1 + (z * ((1.84035e-4 * z) - 1.86427e-2)) + 0.41125;

    /// <summary>The factor.</summary>
    /// <param name="tau">Kinetic energy over the electron mass.</param>
    public double Factor(double tau)
    {
        double beta = Math.Sqrt(tau * (tau + 2)) / (tau + 1);
        if (beta < Low)
        {
            return _scale * _a * (1 - Math.Exp(-_b * beta));
        }

        if (beta > High)
        {
            return _scale * (_c + (_d * Math.Exp(Steepness * (beta - 1))));
        }

        double low = _a * (1 - Math.Exp(-_b * Low)), high = _c + (_d * Math.Exp(Steepness * (High - 1)));
        return _scale * (low + ((high - low) * (beta - Low) / (High - Low)));
    }
}
