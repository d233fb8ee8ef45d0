using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Searches;

/// <summary>Runs a <see cref="IPopulation"/> as a function of the trials: its generations are gone through again from the
/// results that were told.</summary>
/// <remarks>
/// A candidate is known by its point. A generation ends with the trial that brings the last result it needs, in the
/// order in which trials were told; a point that was tried before is not asked again.
/// </remarks>
internal sealed class PopulationSearch(Func<IPopulation> start) : ISearch
{
    // Generations without a new point until the space counts as used up.
    private const int MostKnown = 60;

    private readonly List<Observation> _seen = [];
    private readonly Dictionary<double[], int> _told = new(new PointComparer());
    private IPopulation? _population;
    private List<double[]> _candidates = [];
    private int _from;
    private int _known;

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Suggest(
        IReadOnlyList<Observation> finished, IReadOnlyList<double[]> pending, int count)
    {
        Catch(finished);
        IPopulation population = Replay();
        var asked = new HashSet<double[]>(pending, new PointComparer());
        var points = new List<double[]>();
        for (int k = 0; points.Count < count && k < Spares(population) && _known < MostKnown; k++)
        {
            double[] point = Candidate(population, k);
            if (!_told.ContainsKey(point) && asked.Add(point))
            {
                points.Add(point);
            }
        }

        return points;
    }

    /// <inheritdoc/>
    public int Recommend(IReadOnlyList<Observation> finished) => BestTrial.Of(finished);

    private static int Spares(IPopulation population) => (2 * population.Size) + 32;

    // Takes what is new; begins again when the trials are not those seen before.
    private void Catch(IReadOnlyList<Observation> finished)
    {
        if (finished.Count < _seen.Count || _seen.Where((o, i) => !ReferenceEquals(o, finished[i])).Any())
        {
            (_population, _from, _known, _candidates) = (null, 0, 0, []);
            _seen.Clear();
            _told.Clear();
        }

        for (int i = _seen.Count; i < finished.Count; i++)
        {
            _seen.Add(finished[i]);
            _told.TryAdd(finished[i].Point, i);
        }
    }

    private IPopulation Replay()
    {
        IPopulation population = _population ??= start();
        while (_known < MostKnown)
        {
            (int Number, int Told)[] results =
            [
                .. Enumerable.Range(0, Spares(population))
                    .Select(k => (k, _told.TryGetValue(Candidate(population, k), out int told) ? told : -1))
                    .Where(r => r.Item2 >= 0).OrderBy(r => r.Item2).ThenBy(r => r.k).Take(population.Size),
            ];
            if (results.Length < population.Size)
            {
                break;
            }

            int end = Math.Max(_from, results[^1].Told + 1);
            _known = end == _from ? _known + 1 : 0;
            population.Advance(
                [.. results.Select(r => r.Number)], [.. results.Select(r => _seen[r.Told])], _seen[_from..end]);
            (_from, _candidates) = (end, []);
        }

        return population;
    }

    private double[] Candidate(IPopulation population, int number)
    {
        while (_candidates.Count <= number)
        {
            _candidates.Add(population.Candidate(_candidates.Count));
        }

        return _candidates[number];
    }
}
