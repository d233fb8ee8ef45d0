namespace CoDesign.Studies.Runs.Outer;

/// <summary>All structures that were tried.</summary>
/// <param name="Trials">The trials in order.</param>
/// <param name="Best">Number of the recommended one, which finished.</param>
internal sealed record StructureResult(IReadOnlyList<StructureTrial> Trials, int Best)
{
    /// <summary>Simulated events of all trials.</summary>
    public long Events() => Trials.Sum(t => t.Events);

    /// <summary>The recommended design, internal units.</summary>
    public double[] Theta() => Trials[Best].Theta;
}
