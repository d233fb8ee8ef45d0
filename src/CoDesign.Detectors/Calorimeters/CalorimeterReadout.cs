using TorchSharp;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>
/// Sensors and electronics of one channel; every quantity is a float64 scalar that carries the gradient.
/// </summary>
public sealed record CalorimeterReadout
{
    /// <summary>How layers share channels.</summary>
    public required ReadoutDepth Depth { get; init; }

    /// <summary>Photo-electrons per energy deposited in the active material [1/MeV], positive.</summary>
    public required torch.Tensor LightYield { get; init; }

    /// <summary>Excess noise factor F: the variance of the photo-electrons is F times their mean; at least 1.</summary>
    public required torch.Tensor ExcessNoiseFactor { get; init; }

    /// <summary>Multiplication before the amplifier, positive.</summary>
    public required torch.Tensor Gain { get; init; }

    /// <summary>Shaping time tau of the CR-RC shaper [ns], positive.</summary>
    public required torch.Tensor ShapingTime { get; init; }

    /// <summary>Capacitance C at the input of the amplifier [e^2/MeV].</summary>
    public required torch.Tensor Capacitance { get; init; }

    /// <summary>Leakage current before multiplication [e/ns].</summary>
    /// <remarks>Its shot noise, in photo-electrons squared, is 2 F I F_i tau, as it is multiplied like the
    /// signal.</remarks>
    public required torch.Tensor LeakageCurrent { get; init; }

    /// <summary>Parallel resistance [MeV ns/e^2]; null if there is none.</summary>
    public torch.Tensor? ParallelResistance { get; init; }

    /// <summary>Series noise density e_n, one-sided [MeV/e sqrt(ns)].</summary>
    public required torch.Tensor SeriesNoise { get; init; }

    /// <summary>Coefficient A_f of the 1/f noise [(MeV/e)^2].</summary>
    public required torch.Tensor FlickerNoise { get; init; }

    /// <summary>Photo-electrons at which the response saturates; null if it does not.</summary>
    public torch.Tensor? Saturation { get; init; }

    /// <summary>Upper end of the ADC range [MeV], positive: energy of a shower that one channel may hold; times the visible
    /// fraction of the stack and the light yield it is the range in photo-electrons.</summary>
    public required torch.Tensor FullScale { get; init; }

    /// <summary>Bits of the ADC; relaxed to a real number.</summary>
    public required torch.Tensor Bits { get; init; }

    /// <summary>Threshold in standard deviations of the noise.</summary>
    public required torch.Tensor ZeroSuppression { get; init; }

    /// <summary>Spread of the calibration per cell, rms, as a fraction.</summary>
    public required torch.Tensor CalibrationNonuniformity { get; init; }

    /// <summary>Length over which collected light falls by 1/e along the depth [mm]; null if it does not.</summary>
    public torch.Tensor? AttenuationLength { get; init; }
}
