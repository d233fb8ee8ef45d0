using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Pareto;

/// <summary>Which of several vectors of objectives, all to be minimised, are better than others.</summary>
public static class Dominance
{
    /// <summary>Whether a is at most b in every objective and less in one.</summary>
    /// <param name="a">[objectives].</param>
    /// <param name="b">[objectives].</param>
    public static bool Dominates(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        bool less = false;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > b[i])
            {
                return false;
            }

            less |= a[i] < b[i];
        }

        return less;
    }

    /// <summary>Indices of the vectors that no other dominates, ascending; of equal ones the first alone.</summary>
    /// <param name="points">[points][objectives], finite.</param>
    public static int[] NonDominated(IReadOnlyList<double[]> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        // In the order of the first objective (and the next at ties) no later point dominates an earlier one.
        int[] order = [.. Enumerable.Range(0, points.Count)];
        Array.Sort(order, (a, b) => Lexicographic(points[a], points[b]) is var c and not 0 ? c : a.CompareTo(b));
        var kept = new List<int>();
        foreach (int candidate in order)
        {
            double[] p = points[candidate];
            if (!kept.Exists(k => AtMost(points[k], p)))
            {
                kept.Add(candidate);
            }
        }

        kept.Sort();
        return [.. kept];
    }

    /// <summary>Indices of the trials that make the front: feasible and not dominated by a feasible one.</summary>
    /// <param name="finished">Finished trials.</param>
    public static int[] Front(IReadOnlyList<Observation> finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        int[] feasible = [.. Enumerable.Range(0, finished.Count).Where(i => finished[i].IsFeasible())];
        return [.. NonDominated([.. feasible.Select(i => finished[i].Objectives)]).Select(k => feasible[k])];
    }

    /// <summary>Rank of every trial: 0 for the front, 1 for the front without those, and so on; infeasible trials follow by
    /// the sum of their violations, failed ones come last.</summary>
    /// <remarks>Source: K. Deb et al., IEEE Trans. Evol. Comput. 6 (2002) 182.</remarks>
    /// <param name="trials">Finished trials.</param>
    public static int[] Ranks(IReadOnlyList<Observation> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var ranks = new int[trials.Count];
        List<int> left = [.. Enumerable.Range(0, trials.Count).Where(i => trials[i].IsFeasible())];
        int rank = 0;
        for (; left.Count > 0; rank++)
        {
            // Equal vectors share a rank.
            int[] front = [.. left.Where(i => !left.Exists(j => Dominates(trials[j].Objectives, trials[i].Objectives)))];
            foreach (int i in front)
            {
                ranks[i] = rank;
                left.Remove(i);
            }
        }

        foreach (IGrouping<double, int> equal in Enumerable.Range(0, trials.Count).Where(i => !trials[i].IsFeasible())
            .GroupBy(i => Violation(trials[i])).OrderBy(g => g.Key))
        {
            foreach (int i in equal)
            {
                ranks[i] = rank;
            }

            rank++;
        }

        return ranks;
    }

    /// <summary>Sum of what the constraints exceed 0 by; infinite for a failed trial.</summary>
    /// <param name="trial">A finished trial.</param>
    public static double Violation(Observation trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return trial.Failed() ? double.PositiveInfinity : trial.Constraints.Sum(c => Math.Max(c, 0));
    }

    private static bool AtMost(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > b[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Lexicographic(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i].CompareTo(b[i]) is var c and not 0)
            {
                return c;
            }
        }

        return 0;
    }
}
