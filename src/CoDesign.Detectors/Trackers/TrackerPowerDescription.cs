using CoDesign.Detectors.Expressions;

namespace CoDesign.Detectors.Trackers;

/// <summary>Power and cooling of the layers that measure, as a file describes them.</summary>
public sealed record TrackerPowerDescription
{
    /// <summary>Power of one channel [MeV/ns].</summary>
    public required Expression PerChannel { get; init; }

    /// <summary>Power per area of sensors [MeV/(ns mm2)].</summary>
    public required Expression PerArea { get; init; }

    /// <summary>Material of cooling, with its thickness for each power per area; null if there is none.</summary>
    public LayerMaterial? Cooling { get; init; }
}
