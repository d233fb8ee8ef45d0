namespace CoDesign.Simulation.Tracks;

/// <summary>Signal and electronics of a strip; charges in electrons.</summary>
/// <param name="Signal">Mean charge of a particle at normal incidence.</param>
/// <param name="Noise">Equivalent noise charge, rms.</param>
/// <param name="Threshold">Threshold.</param>
/// <param name="MeasuresCharge">Whether the charge is measured, or only whether it passes the threshold.</param>
/// <param name="ChargeStep">Step of the ADC; zero does not round.</param>
public sealed record StripChain(double Signal, double Noise, double Threshold, bool MeasuresCharge, double ChargeStep)
{
    /// <summary>What the electronics says of a charge above the threshold: positive.</summary>
    /// <param name="charge">The charge.</param>
    public double Digitised(double charge)
    {
        if (!MeasuresCharge)
        {
            return 1;
        }

        return ChargeStep > 0 ? Math.Max(1, Math.Round(charge / ChargeStep)) * ChargeStep : charge;
    }
}
