namespace CoDesign.Studies.Runs;

/// <summary>What one seed says of a design.</summary>
/// <param name="Objective">Objective.</param>
/// <param name="Terms">Metrics of the objective's terms, internal units.</param>
/// <param name="Metrics">Further metrics by name, internal units.</param>
/// <param name="Bins">Sums per bin of the kind's curves, by name, each [bins]; they add up over seeds.</param>
internal sealed record SeedResult(
    double Objective, double[] Terms, IReadOnlyDictionary<string, double> Metrics,
    IReadOnlyDictionary<string, double[]> Bins);
