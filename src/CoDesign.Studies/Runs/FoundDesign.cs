namespace CoDesign.Studies.Runs;

/// <summary>What an optimisation found, and what it cost.</summary>
/// <param name="Theta">Values, [parameters] internal units.</param>
/// <param name="Events">Simulated events.</param>
internal sealed record FoundDesign(double[] Theta, long Events);
