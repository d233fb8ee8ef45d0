namespace CoDesign.Studies.Configuration;

/// <summary>Settings of the gradient optimisation.</summary>
public sealed record OptimizerSettings
{
    /// <summary>Steps of each optimisation.</summary>
    public required int Steps { get; init; }

    /// <summary>Events per step.</summary>
    public required int Batch { get; init; }

    /// <summary>Learning rate in unconstrained units.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Penalty of a violated constraint.</summary>
    public required double Penalty { get; init; }

    /// <summary>Repeated optimisations.</summary>
    public required int Replicas { get; init; }

    /// <summary>Spread of the starts.</summary>
    public required double StartSpread { get; init; }
}
