using static TorchSharp.torch;

namespace CoDesign.Detectors.Trackers;

/// <summary>Segmentation and electronics of one layer at a design; scalars float64 that carry the gradient.</summary>
public sealed record TrackerReadout
{
    /// <summary>Pitch in u [mm], positive.</summary>
    public required Tensor PitchU { get; init; }

    /// <summary>Pitch in v [mm], positive; of strips along v it is their length.</summary>
    public required Tensor PitchV { get; init; }

    /// <summary>Whether the resolution in u follows from it, or is given.</summary>
    public bool GivesU { get; init; } = true;

    /// <summary>Whether the resolution in v follows from it, or is given.</summary>
    public bool GivesV { get; init; } = true;

    /// <summary>Signal of a minimum-ionising particle at normal incidence [electrons], positive; the most probable
    /// one unless the file gives another.</summary>
    public required Tensor Signal { get; init; }

    /// <summary>Equivalent noise charge of a channel, rms [electrons].</summary>
    public required Tensor Noise { get; init; }

    /// <summary>Threshold of a channel [electrons].</summary>
    public required Tensor Threshold { get; init; }

    /// <summary>Width of the charge cloud by diffusion, rms [mm], zero or more.</summary>
    public required Tensor ChargeWidth { get; init; }

    /// <summary>Whether the charge is measured (ADC), or only whether it passes the threshold.</summary>
    public required bool MeasuresCharge { get; init; }

    /// <summary>Smallest step of the ADC [electrons]; without meaning for a binary readout.</summary>
    public required Tensor ChargeStep { get; init; }

    /// <summary>Error of the time stamp, rms [ns].</summary>
    public required Tensor TimeResolution { get; init; }

    /// <summary>Probability that noise alone fires a channel in one event.</summary>
    public required Tensor NoiseOccupancy { get; init; }
}
