using CoDesign.Physics;
using CoDesign.Physics.Electronics;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Electronics;

/// <summary>What sets the noise of a charge-sensitive amplifier and its CR-RC shaper; tensors float64 of one shape that
/// carry the gradient of a design.</summary>
/// <remarks>
/// At the amplifier ENC^2 = (2 q I + 4 k T / R) F_i tau + e_n^2 C^2 F_v / tau + F_vf A_f C^2, F_i = F_v = e^2/8 and
/// F_vf = e^2/2 for CR-RC, in units where q = 1. Source: Spieler, Semiconductor Detector Systems (2005), section
/// 4.3. A leakage current that flows before a multiplication M has the shot noise M^2 F 2 q I F_i tau (McIntyre,
/// IEEE Trans. Electron Devices 13 (1966) 164); all is divided by M^2. With M = F = 1 the textbook form remains.
/// </remarks>
public sealed record AmplifierNoise
{
    private const double BoltzmannTimesRoom = PhysicalConstants.Boltzmann * 293.15; // at 20 C

    /// <summary>Shaping time tau [ns], positive.</summary>
    public required Tensor ShapingTime { get; init; }

    /// <summary>Capacitance C at the input [e^2/MeV].</summary>
    public required Tensor Capacitance { get; init; }

    /// <summary>Leakage current I before multiplication [e/ns].</summary>
    public required Tensor LeakageCurrent { get; init; }

    /// <summary>Parallel resistance R [MeV ns/e^2]; null if there is none.</summary>
    public Tensor? ParallelResistance { get; init; }

    /// <summary>Series noise density e_n, one-sided [MeV/e sqrt(ns)].</summary>
    public required Tensor SeriesNoise { get; init; }

    /// <summary>Coefficient A_f of the 1/f noise [(MeV/e)^2].</summary>
    public required Tensor FlickerNoise { get; init; }

    /// <summary>Multiplication M before the amplifier; null if there is none.</summary>
    public Tensor? Gain { get; init; }

    /// <summary>Excess noise factor F of the multiplication; null for 1.</summary>
    public Tensor? ExcessNoiseFactor { get; init; }

    /// <summary>Equivalent noise charge, rms [primary electrons].</summary>
    public Tensor EquivalentCharge()
    {
        var shaping = ShapingFactors.CrRc;
        var gain2 = Gain?.square();
        var capacitance2 = Capacitance.square();
        var current = ExcessNoiseFactor is { } excess ? 2 * excess * LeakageCurrent : 2 * LeakageCurrent;
        if (ParallelResistance is { } resistance)
        {
            current = current + (4 * BoltzmannTimesRoom / (gain2 is null ? resistance : resistance * gain2));
        }

        var amplifier = (shaping.Series * SeriesNoise.square() * capacitance2 / ShapingTime)
            + (shaping.Flicker * FlickerNoise * capacitance2);
        var squared = (shaping.Parallel * current * ShapingTime) + (gain2 is null ? amplifier : amplifier / gain2);
        // 1e-6 electrons: a noiseless amplifier has no slope there, and a sigmoid cut needs a width.
        return (squared + 1e-12).sqrt();
    }
}
