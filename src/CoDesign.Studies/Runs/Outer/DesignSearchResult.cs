using CoDesign.Optimization.Trials;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>What a search over all parameters without gradients found.</summary>
/// <param name="Events">Events spent.</param>
/// <param name="EventsPerDesign">Events of each design.</param>
/// <param name="Suggestions">Designs suggested, those that violate a constraint among them.</param>
/// <param name="Measured">The simulated ones.</param>
/// <param name="Recommended">Number of the recommended suggestion; negative when there is none.</param>
/// <param name="Observed">All that the search knew at the end.</param>
internal sealed record DesignSearchResult(
    long Events, int EventsPerDesign, int Suggestions, IReadOnlyList<DesignSearch.Candidate> Measured, int Recommended,
    IReadOnlyList<Observation> Observed)
{
    /// <summary>The recommended design, internal units; null when there is none.</summary>
    public double[]? Best() => Recommended < 0 ? null : Observed[Recommended].Point;
}
