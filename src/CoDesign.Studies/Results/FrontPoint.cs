namespace CoDesign.Studies.Results;

/// <summary>A design of a trade-off.</summary>
public sealed record FrontPoint
{
    /// <summary>Its limit as a share of the study's limit; null for a design that a search without gradients
    /// found.</summary>
    public double? Level { get; init; }

    /// <summary>The limited quantity, in its unit.</summary>
    public required double Quantity { get; init; }

    /// <summary>Objective on fresh events, hard readout.</summary>
    public required double Objective { get; init; }

    /// <summary>Its standard error.</summary>
    public required double ObjectiveError { get; init; }

    /// <summary>Relative rise of the objective over the study's optimum, on common events.</summary>
    public required double Loss { get; init; }

    /// <summary>Its standard error.</summary>
    public required double LossError { get; init; }

    /// <summary>Relative rise of the objective over the design of the level above, on common events; null for the
    /// highest level and for designs of a search.</summary>
    public double? StepLoss { get; init; }

    /// <summary>Its standard error.</summary>
    public double? StepLossError { get; init; }

    /// <summary>Whether the design keeps its limit and all other constraints.</summary>
    public required bool Kept { get; init; }

    /// <summary>Values of the parameters in their units; the index for a choice.</summary>
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }

    /// <summary>The same as shown, with units or words.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }
}
