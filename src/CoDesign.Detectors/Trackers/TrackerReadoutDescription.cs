using CoDesign.Detectors.Expressions;

namespace CoDesign.Detectors.Trackers;

/// <summary>Electronics as a file describes them; expressions may also refer to pitch_u, pitch_v, thickness and
/// position of each layer.</summary>
public sealed record TrackerReadoutDescription
{
    /// <summary>Whether the charge is measured, or only whether it passes the threshold.</summary>
    public required bool MeasuresCharge { get; init; }

    /// <summary>Charge of a minimum-ionising particle [electrons].</summary>
    public required Expression Signal { get; init; }

    /// <summary>Width of the charge cloud, rms [mm].</summary>
    public required Expression ChargeWidth { get; init; }

    /// <summary>Shaping time [ns].</summary>
    public required Expression ShapingTime { get; init; }

    /// <summary>Capacitance at the input.</summary>
    public required Expression Capacitance { get; init; }

    /// <summary>Leakage current.</summary>
    public required Expression LeakageCurrent { get; init; }

    /// <summary>Parallel resistance; null if there is none.</summary>
    public Expression? ParallelResistance { get; init; }

    /// <summary>Series noise density.</summary>
    public required Expression SeriesNoise { get; init; }

    /// <summary>Coefficient of the 1/f noise.</summary>
    public required Expression FlickerNoise { get; init; }

    /// <summary>Threshold [electrons].</summary>
    public required Expression Threshold { get; init; }

    /// <summary>Bits of the ADC; null if there is none.</summary>
    public Expression? Bits { get; init; }

    /// <summary>Upper end of the ADC range [electrons]; null if there is none.</summary>
    public Expression? FullScale { get; init; }

    /// <summary>Rise time of the signal [ns].</summary>
    public required Expression RiseTime { get; init; }

    /// <summary>Step of the time stamp [ns].</summary>
    public required Expression TimeStep { get; init; }
}
