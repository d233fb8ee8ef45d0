namespace CoDesign.Studies.Judging;

/// <summary>Error of any function of averages over independent groups of events, by leaving out each group in
/// turn.</summary>
/// <remarks>
/// var = (G - 1) / G sum_g (theta_(g) - mean theta_(.))^2 with theta_(g) the estimate without group g (Efron and Stein,
/// Ann. Statist. 9 (1981) 586). It takes the groups as they are: what is correlated inside a group, such as several
/// readings of one shower or the pairs it enters, is counted right, and what two designs share cancels in their ratio.
/// </remarks>
internal static class Jackknife
{
    /// <summary>Value on all groups, and its standard error.</summary>
    /// <param name="groups">How many groups, at least two.</param>
    /// <param name="estimate">The estimate without a group; with all of them when it is null.</param>
    public static (double Value, double Error) Of(int groups, Func<int?, double> estimate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        double[] without = [.. Enumerable.Range(0, groups).Select(g => estimate(g))];
        double mean = without.Average();
        double variance = without.Sum(t => (t - mean) * (t - mean)) * (groups - 1) / groups;
        return (estimate(null), Math.Sqrt(variance));
    }
}
