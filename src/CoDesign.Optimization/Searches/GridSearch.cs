using CoDesign.Optimization.Spaces;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Searches;

/// <summary>The points of a regular grid with at most as many points as evaluations are planned.</summary>
/// <remarks>
/// Every choice is tried as long as there are evaluations for it; the variables then get a level more in turn, the ones
/// with the fewest levels first. Levels are evenly spaced with both bounds among them; a variable with one level is kept
/// in the middle. A search that is asked for more than its grid has gives nothing.
/// </remarks>
public sealed class GridSearch : ISearch
{
    private readonly SearchSpace _space;
    private readonly int[] _levels;

    /// <summary>A grid.</summary>
    /// <param name="space">The variables.</param>
    /// <param name="evaluations">Planned evaluations, positive.</param>
    public GridSearch(SearchSpace space, int evaluations)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(evaluations);
        (_space, _levels) = (space, Levels(space, evaluations));
    }

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Suggest(
        IReadOnlyList<Observation> finished, IReadOnlyList<double[]> pending, int count)
    {
        ArgumentNullException.ThrowIfNull(finished);
        ArgumentNullException.ThrowIfNull(pending);
        var tried = new HashSet<double[]>(finished.Select(o => o.Point).Concat(pending), new PointComparer());
        long points = _levels.Aggregate(1L, (a, b) => a * b);
        var wanted = new List<double[]>();
        for (long n = 0; n < points && wanted.Count < count; n++)
        {
            double[] point = Point(n);
            if (tried.Add(point))
            {
                wanted.Add(point);
            }
        }

        return wanted;
    }

    /// <inheritdoc/>
    public int Recommend(IReadOnlyList<Observation> finished) => BestTrial.Of(finished);

    private static int[] Levels(SearchSpace space, int evaluations)
    {
        int[] levels = [.. Enumerable.Repeat(1, space.Dimensions)];
        long points = 1;
        foreach (bool choices in new[] { true, false })
        {
            while (true)
            {
                int[] growable = [.. Enumerable.Range(0, levels.Length).Where(i =>
                    (!choices || space.Variables[i].Kind == VariableKind.Choice)
                    && (space.Variables[i].Kind == VariableKind.Continuous || levels[i] < space.Variables[i].Levels())
                    && points / levels[i] * (levels[i] + 1) <= evaluations)];
                if (growable.Length == 0)
                {
                    break;
                }

                int next = growable.MinBy(i => levels[i]);
                points = points / levels[next] * (levels[next] + 1);
                levels[next]++;
            }
        }

        return levels;
    }

    private double[] Point(long number)
    {
        var unit = new double[_levels.Length];
        for (int i = _levels.Length - 1; i >= 0; i--)
        {
            unit[i] = _levels[i] == 1 ? 0.5 : (double)(number % _levels[i]) / (_levels[i] - 1);
            number /= _levels[i];
        }

        return _space.FromUnit(unit);
    }
}
