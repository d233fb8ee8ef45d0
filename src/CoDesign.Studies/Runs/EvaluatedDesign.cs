namespace CoDesign.Studies.Runs;

/// <summary>A design with the results of all seeds.</summary>
/// <param name="Theta">Values, internal units.</param>
/// <param name="Seeds">Results with the hard readout.</param>
/// <param name="Smooth">Objectives with the smooth readout.</param>
internal sealed record EvaluatedDesign(double[] Theta, SeedResult[] Seeds, double[] Smooth)
{
    /// <summary>Objective with the hard readout, per seed.</summary>
    public double[] Objectives() => [.. Seeds.Select(s => s.Objective)];
}
