namespace CoDesign.Optimization.Bayesian;

/// <summary>Length of a box around the best point, as the history of a search made it.</summary>
/// <remarks>
/// It doubles after three improvements in a row and halves after as many failures as there are variables, at least
/// four; shorter than 2^-7 it has converged, and the length starts anew. Source: Eriksson et al. (TuRBO),
/// arXiv:1910.01739. Other than there the box is a cube, whatever the length scales, and the search places it about the
/// best of all trials, after a new start too.
/// </remarks>
/// <param name="Length">Side of the box in the unit cube.</param>
/// <param name="Start">Index of the first trial of this region.</param>
/// <param name="Best">Index of the best trial of this region; -1 when there is none.</param>
internal readonly record struct TrustRegion(double Length, int Start, int Best)
{
    private const double First = 0.8, Least = 1.0 / 128, Most = 1.6;
    private const int Successes = 3;

    /// <summary>Replays a history.</summary>
    /// <param name="values">Values, infinite where a trial failed or is not feasible.</param>
    /// <param name="dimensions">Variables.</param>
    /// <param name="initial">Trials with which a region starts.</param>
    public static TrustRegion Replay(IReadOnlyList<double> values, int dimensions, int initial)
    {
        int patience = Math.Max(4, dimensions);
        (double length, int start, int best, int better, int worse) = (First, 0, -1, 0, 0);
        for (int i = 0; i < values.Count; i++)
        {
            double before = best < 0 ? double.PositiveInfinity : values[best];
            bool improves = values[i] < before;
            bool counts = double.IsInfinity(before) || values[i] < before - (1e-3 * Math.Abs(before));
            best = improves ? i : best;
            if (i - start < initial)
            {
                continue;
            }

            (better, worse) = counts ? (better + 1, 0) : (0, worse + 1);
            if (better == Successes)
            {
                (length, better) = (Math.Min(Most, 2 * length), 0);
            }
            else if (worse == patience)
            {
                (length, worse) = (length / 2, 0);
            }

            if (length < Least)
            {
                (length, start, best, better, worse) = (First, i + 1, -1, 0, 0);
            }
        }

        return new TrustRegion(length, start, best);
    }
}
