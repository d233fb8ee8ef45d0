using CoDesign.Studies.Judging;
using CoDesign.Studies.Objectives;

namespace CoDesign.Studies.Trackers;

/// <summary>Tracks of a judge at one design in groups, as the journal keeps them: sums, from which any metric follows
/// with its error.</summary>
/// <param name="Terms">Sum of what is averaged of the entries of each term of the objective, [groups][terms].</param>
/// <param name="TermCounts">Numbers of those, [groups][terms].</param>
/// <param name="Reported">The same of each reported metric, [groups] by name.</param>
/// <param name="Fitted">Fitted tracks, [groups].</param>
/// <param name="Tracks">Tracks, [groups].</param>
/// <param name="Wrong">Hits of noise in fits, all groups.</param>
/// <param name="Bins">Sums of the curves.</param>
internal sealed record TrackGroups(
    double[][] Terms, double[][] TermCounts, IReadOnlyDictionary<string, double[]> Reported, double[] Fitted,
    double[] Tracks, double Wrong, IReadOnlyDictionary<string, double[]> Bins)
{
    private int Groups => Fitted.Length;

    /// <summary>Groups one after the other; their curves add up.</summary>
    /// <param name="parts">The groups, one or more.</param>
    public static TrackGroups Join(IReadOnlyList<TrackGroups> parts) => new(
        [.. parts.SelectMany(p => p.Terms)], [.. parts.SelectMany(p => p.TermCounts)],
        parts[0].Reported.Keys.ToDictionary(name => name, name => parts.SelectMany(p => p.Reported[name]).ToArray()),
        [.. parts.SelectMany(p => p.Fitted)], [.. parts.SelectMany(p => p.Tracks)], parts.Sum(p => p.Wrong),
        parts[0].Bins.Keys.ToDictionary(
            name => name,
            name => parts.Select(p => p.Bins[name]).Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)])));

    /// <summary>The objective and its error.</summary>
    public (double Value, double Error) Objective(Objective objective) =>
        Jackknife.Of(Groups, without => Objective(objective, without));

    /// <summary>Gain over a baseline with the same tracks, 1 - objective / objective of the baseline.</summary>
    public (double Value, double Error) GainOver(TrackGroups baseline, Objective objective) => Jackknife.Of(
        Groups, without => 1 - (Objective(objective, without) / baseline.Objective(objective, without)));

    /// <summary>A term of the objective, internal units.</summary>
    public (double Value, double Error) Term(Metric metric, int term) =>
        Jackknife.Of(Groups, without => Term(metric, term, without));

    /// <summary>A reported metric, internal units.</summary>
    public (double Value, double Error) Metric(TrackMetric metric) => Jackknife.Of(
        Groups, without => metric.Value(Sum(Reported[metric.Name], without) / Sum(Fitted, without)));

    /// <summary>Share of the tracks that were fitted.</summary>
    public (double Value, double Error) MeasureFitted() =>
        Jackknife.Of(Groups, without => Sum(Fitted, without) / Sum(Tracks, without));

    private double Objective(Objective objective, int? without) =>
        objective.Value([.. objective.Terms.Select((t, i) => Term(t.Metric, i, without))]);

    private double Term(Metric metric, int term, int? without) => metric.Value(
        Sum([.. Terms.Select(g => g[term])], without) / Sum([.. TermCounts.Select(g => g[term])], without));

    private static double Sum(double[] groups, int? without) => groups.Where((_, g) => g != without).Sum();
}
