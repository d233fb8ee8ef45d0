namespace CoDesign.Studies.Calorimeters;

/// <summary>Pairings of the members of a group such that no two meet twice.</summary>
/// <remarks>
/// The circle method of tournaments. A pair's quantity from one pairing of n showers wastes what the other n - 2
/// partners would tell: where it is a sum of two independent deviations, all pairings together halve the variance of
/// its mean square.
/// </remarks>
internal static class RoundRobin
{
    /// <summary>Members in an order whose neighbours (0, 1), (2, 3), ... are the pairs of a round.</summary>
    /// <param name="members">How many, even.</param>
    /// <param name="round">Round in [0, members - 1).</param>
    public static int[] Round(int members, int round)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(members % 2, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(round, Math.Max(1, members - 1));
        int circle = members - 1;
        return
        [
            circle, round,
            .. Enumerable.Range(1, (members / 2) - 1)
                .SelectMany(k => new[] { (round + k) % circle, (round - k + circle) % circle }),
        ];
    }
}
