using CoDesign.Detectors.Expressions;

namespace CoDesign.Detectors.Trackers;

/// <summary>Prices of a tracker as a file gives them, in one currency.</summary>
public sealed record TrackerCostDescription
{
    /// <summary>The currency of every price.</summary>
    public required string Currency { get; init; }

    /// <summary>Date of the prices.</summary>
    public required string Date { get; init; }

    /// <summary>Price per area of sensors.</summary>
    public required Expression SensorArea { get; init; }

    /// <summary>Price of one channel.</summary>
    public required Expression PerChannel { get; init; }

    /// <summary>Price of one layer that measures.</summary>
    public required Expression PerLayer { get; init; }

    /// <summary>Price per power.</summary>
    public required Expression Power { get; init; }

    /// <summary>Price of the rest.</summary>
    public required Expression Fixed { get; init; }
}
