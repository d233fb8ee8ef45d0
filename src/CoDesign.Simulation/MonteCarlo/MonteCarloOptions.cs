namespace CoDesign.Simulation.MonteCarlo;

/// <summary>What a user may choose about the transport.</summary>
public sealed record MonteCarloOptions
{
    /// <summary>Range cut [mm], positive: secondaries that would not get further in the material they are made in are
    /// not made; their energy stays with the track that loses it.</summary>
    public double RangeCut { get; init; } = 0.7;

    /// <summary>Worker threads, at least 1. Results do not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
