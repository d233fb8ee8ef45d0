namespace CoDesign.Physics.Electronics;

/// <summary>Noise of a charge-sensitive amplifier and shaper, as equivalent noise charge.</summary>
/// <remarks>
/// ENC^2 = (2 q I + 4 k T/R_p) F_i tau + e_n^2 C^2 F_v/tau + F_vf A_f C^2. Source: PDG, Review of Particle Physics
/// 2022, chapter 35; Spieler (2005), chapter 4. All in the system of units (20 pF is
/// <c>20e-12 * Units.Farad</c>), so that results are in electrons.
/// </remarks>
public sealed record ElectronicNoise
{
    /// <summary>Total capacitance at the input C [e2/MeV, from Units.Farad], positive.</summary>
    public required double Capacitance
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    }

    /// <summary>Leakage current I [e/ns, from Units.Ampere], zero or more.</summary>
    public required double LeakageCurrent
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Series voltage noise e_n [MeV/e sqrt(ns), from Units.Volt / sqrt(Units.Hz)], positive.</summary>
    public required double VoltageNoise
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    }

    /// <summary>Resistance parallel to the input R_p [from Units.Ohm], positive; infinite by default.</summary>
    public double ParallelResistance
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = double.PositiveInfinity;

    /// <summary>Temperature of the resistor T [K], positive; 293.15 by default.</summary>
    public double Temperature
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 293.15 * Units.Kelvin;

    /// <summary>Coefficient of 1/f noise A_f [MeV2/e2, from Units.Volt squared], zero or more; zero by
    /// default.</summary>
    public double FlickerCoefficient
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Shape factors; CR-RC by default.</summary>
    public ShapingFactors Shaping { get; init; } = ShapingFactors.CrRc;

    /// <summary>Shaping time of least noise, C e_n sqrt(F_v/F_i)/sqrt(2 q I + 4 k T/R_p) [ns].</summary>
    /// <remarks>Infinite without parallel noise. The 1/f term does not move it.</remarks>
    public double OptimalShapingTime =>
        Capacitance * VoltageNoise * Math.Sqrt(Shaping.Series / Shaping.Parallel / ParallelDensity);

    /// <summary>Noise at the optimal shaping time [electrons].</summary>
    public double MinimumNoiseCharge => Math.Sqrt(
        (2 * Capacitance * VoltageNoise * Math.Sqrt(Shaping.Series * Shaping.Parallel * ParallelDensity))
        + (Shaping.Flicker * FlickerCoefficient * Capacitance * Capacitance));

    // 2 q I + 4 k T/R_p with q = 1 [e2/ns].
    private double ParallelDensity =>
        (2 * Units.ElementaryCharge * LeakageCurrent)
        + (4 * PhysicalConstants.Boltzmann * Temperature / ParallelResistance);

    /// <summary>Equivalent noise charge.</summary>
    /// <param name="shapingTime">Shaping time tau [ns], positive.</param>
    /// <returns>ENC, a standard deviation [electrons].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public double NoiseCharge(double shapingTime)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shapingTime);
        var series = VoltageNoise * Capacitance;
        return Math.Sqrt(
            (ParallelDensity * Shaping.Parallel * shapingTime)
            + (series * series * Shaping.Series / shapingTime)
            + (Shaping.Flicker * FlickerCoefficient * Capacitance * Capacitance));
    }
}
