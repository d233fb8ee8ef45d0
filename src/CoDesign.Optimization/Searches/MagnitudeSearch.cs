using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Searches;

/// <summary>Shows a search numbers whose squares and products are numbers too: objectives and constraints of 1e200 or 1e-200
/// are divided by a power of two; all others are left as they are.</summary>
internal sealed class MagnitudeSearch : ISearch
{
    private const double Largest = 1e100, Least = 1e-100;
    private readonly SearchProblem _problem;
    private readonly Func<SearchProblem, ISearch> _make;
    private readonly ISearch _plain;

    /// <summary>A search.</summary>
    /// <param name="problem">Problem.</param>
    /// <param name="make">Makes the search of a problem.</param>
    public MagnitudeSearch(SearchProblem problem, Func<SearchProblem, ISearch> make)
    {
        (_problem, _make, _plain) = (problem, make, make(problem));
    }

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Suggest(
        IReadOnlyList<Observation> finished, IReadOnlyList<double[]> pending, int count)
    {
        (ISearch search, IReadOnlyList<Observation> trials) = Scaled(finished);
        return search.Suggest(trials, pending, count);
    }

    /// <inheritdoc/>
    public int Recommend(IReadOnlyList<Observation> finished)
    {
        (ISearch search, IReadOnlyList<Observation> trials) = Scaled(finished);
        return search.Recommend(trials);
    }

    private (ISearch Search, IReadOnlyList<Observation> Trials) Scaled(IReadOnlyList<Observation> finished)
    {
        double[] objectives = Scales(finished, o => o.Objectives), constraints = Scales(finished, o => o.Constraints);
        if (objectives.Concat(constraints).All(s => s == 1))
        {
            return (_plain, finished);
        }

        double[]? reference = _problem.ReferencePoint is { } given ? Divided(given, objectives) : null;
        return (_make(_problem with { ReferencePoint = reference }), [.. finished.Select(o => o with
        {
            Objectives = Divided(o.Objectives, objectives),
            Errors = o.Errors is { } errors ? Divided(errors, objectives) : null,
            Constraints = Divided(o.Constraints, constraints),
            Gradients = o.Gradients is { } g ? [.. g.Select((row, m) => row.Select(x => x / objectives[m]).ToArray())] : null,
        })]);
    }

    // By the largest of all trials; 1 where it needs none.
    private static double[] Scales(IReadOnlyList<Observation> finished, Func<Observation, double[]> values)
    {
        double[] most = [];
        foreach (double[] row in finished.Where(o => !o.Failed()).Select(values))
        {
            if (most.Length < row.Length)
            {
                Array.Resize(ref most, row.Length);
            }

            for (int m = 0; m < row.Length; m++)
            {
                most[m] = Math.Max(most[m], Math.Abs(row[m]));
            }
        }

        return [.. most.Select(v => v == 0 || v is >= Least and <= Largest ? 1 : Math.ScaleB(1, Math.Max(Math.ILogB(v), -1022)))];
    }

    private static double[] Divided(double[] values, double[] scales) =>
        values.Length > scales.Length ? values : [.. values.Select((v, m) => v / scales[m])];
}
