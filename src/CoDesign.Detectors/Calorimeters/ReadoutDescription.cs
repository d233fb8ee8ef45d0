using CoDesign.Detectors.Expressions;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>
/// Sensors and electronics as a file describes them; see <see cref="CalorimeterReadout"/> for the meanings.
/// </summary>
public sealed record ReadoutDescription
{
    /// <summary>How layers share channels.</summary>
    public required ReadoutDepth Depth { get; init; }

    /// <summary>Photo-electrons per visible energy [1/MeV].</summary>
    public required Expression LightYield { get; init; }

    /// <summary>Excess noise factor.</summary>
    public required Expression ExcessNoiseFactor { get; init; }

    /// <summary>Multiplication before the amplifier.</summary>
    public required Expression Gain { get; init; }

    /// <summary>Shaping time [ns].</summary>
    public required Expression ShapingTime { get; init; }

    /// <summary>Capacitance at the input.</summary>
    public required Expression Capacitance { get; init; }

    /// <summary>Leakage current before multiplication.</summary>
    public required Expression LeakageCurrent { get; init; }

    /// <summary>Parallel resistance; null if there is none.</summary>
    public Expression? ParallelResistance { get; init; }

    /// <summary>Series noise density.</summary>
    public required Expression SeriesNoise { get; init; }

    /// <summary>Coefficient of the 1/f noise.</summary>
    public required Expression FlickerNoise { get; init; }

    /// <summary>Photo-electrons at which the response saturates; null if it does not.</summary>
    public Expression? Saturation { get; init; }

    /// <summary>Upper end of the ADC range, as the energy of a shower that one channel may hold [MeV].</summary>
    public required Expression FullScale { get; init; }

    /// <summary>Bits of the ADC.</summary>
    public required Expression Bits { get; init; }

    /// <summary>Threshold in standard deviations of the noise.</summary>
    public required Expression ZeroSuppression { get; init; }

    /// <summary>Spread of the calibration per cell, rms.</summary>
    public required Expression CalibrationNonuniformity { get; init; }

    /// <summary>Attenuation length of light along the depth [mm]; null if none.</summary>
    public Expression? AttenuationLength { get; init; }
}
