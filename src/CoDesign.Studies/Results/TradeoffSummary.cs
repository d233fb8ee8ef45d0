namespace CoDesign.Studies.Results;

/// <summary>The objective against a limited quantity, such as resolution against cost.</summary>
public sealed record TradeoffSummary
{
    /// <summary>Name of the constraint whose limit was moved.</summary>
    public required string Constraint { get; init; }

    /// <summary>Its quantity, as an expression.</summary>
    public required string Expression { get; init; }

    /// <summary>Unit of the quantity.</summary>
    public required string Unit { get; init; }

    /// <summary>Worst values of interest: objective, and quantity in its unit.</summary>
    public required double[] Reference { get; init; }

    /// <summary>The front by gradients, one design per level, falling: the descoping ladder.</summary>
    public required FrontSummary Gradient { get; init; }

    /// <summary>The front by a search without gradients at equal cost.</summary>
    public required FrontSummary Search { get; init; }

    /// <summary>All designs that this search simulated: [quantity, objective, standard error] rows.</summary>
    public required IReadOnlyList<double[]> SearchDesigns { get; init; }
}
