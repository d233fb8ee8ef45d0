using CoDesign.Detectors.Expressions;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>Prices as a file gives them, in one currency.</summary>
public sealed record CostDescription
{
    /// <summary>The currency of every price.</summary>
    public required string Currency { get; init; }

    /// <summary>Date of the prices.</summary>
    public required string Date { get; init; }

    /// <summary>Price per volume by name of material.</summary>
    public required IReadOnlyDictionary<string, Expression> Volume { get; init; }

    /// <summary>Price per area of each layer.</summary>
    public required Expression LayerArea { get; init; }

    /// <summary>Price of one channel.</summary>
    public required Expression PerChannel { get; init; }

    /// <summary>Price per channel of each photo-electron/MeV of light yield.</summary>
    public required Expression PhotoElectron { get; init; }

    /// <summary>Price per power.</summary>
    public required Expression Power { get; init; }

    /// <summary>Price of the rest.</summary>
    public required Expression Fixed { get; init; }
}
