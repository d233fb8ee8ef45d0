namespace CoDesign.Studies.Calorimeters;

/// <summary>Sums of a group of judged showers over all their readings and pairings.</summary>
/// <param name="Terms">Sum of the squared deviations of each term of the objective.</param>
/// <param name="TermCounts">Entries of those.</param>
/// <param name="Energy2">Sum of (E_rec/E - 1)^2.</param>
/// <param name="Position2">Sum of the squared position errors, mean of both coordinates [mm2].</param>
/// <param name="Visible">Sum of visible energy over energy.</param>
/// <param name="Count">Entries of the last three.</param>
/// <param name="Bins">Sums per energy bin.</param>
internal sealed record GroupSums(
    double[] Terms, double[] TermCounts, double Energy2, double Position2, double Visible, double Count,
    BinMoments[] Bins)
{
    /// <summary>Root mean square of a term of the objective.</summary>
    public double Term(int t) => Math.Sqrt(Terms[t] / TermCounts[t]);

    /// <summary>Relative energy resolution over the spectrum.</summary>
    public double EnergyResolution => Math.Sqrt(Energy2 / Count);

    /// <summary>Position resolution per coordinate over the spectrum [mm].</summary>
    public double PositionResolution => Math.Sqrt(Position2 / Count);

    /// <summary>Mean visible fraction.</summary>
    public double VisibleFraction => Visible / Count;

    /// <summary>Sums of groups, without their bins.</summary>
    public static GroupSums Of(IEnumerable<GroupSums> groups) => groups.Aggregate((a, b) => new GroupSums(
        [.. a.Terms.Zip(b.Terms, (x, y) => x + y)], [.. a.TermCounts.Zip(b.TermCounts, (x, y) => x + y)],
        a.Energy2 + b.Energy2, a.Position2 + b.Position2, a.Visible + b.Visible, a.Count + b.Count, []));
}
