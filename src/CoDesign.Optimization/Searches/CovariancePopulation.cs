using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Spaces;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Searches;

/// <summary>Covariance matrix adaptation in the unit cube, restarted with twice the population when it has settled.</summary>
/// <remarks>
/// Source: N. Hansen, The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772; restarts: A. Auger, N. Hansen, CEC 2005,
/// p. 1769. Points outside the cube are drawn again, at last moved to its side. Whole numbers and choices (in their order)
/// are rounded, and the spread along them is kept so large that a value changes with a probability of 1/(size variables)
/// or more: the margin of R. Hamano et al., GECCO 2022, for a mean in the middle of its value. Trials are ranked by their
/// value, infeasible ones after them by their violation, failed ones last.
/// </remarks>
internal sealed class CovariancePopulation : IPopulation
{
    private const int MostDraws = 100;
    private const int MostDoublings = 9;
    private const double FirstSpread = 0.3;
    private readonly SearchSpace _space;
    private readonly ulong _seed;
    private readonly double[] _spacing;
    private readonly Dictionary<int, double[]> _drawn = [];
    private CovarianceState _state;
    private double[] _widened;
    private int _restarts;

    public CovariancePopulation(SearchProblem problem)
    {
        (_space, _seed) = (problem.Space, problem.Seed);
        _spacing = [.. _space.Variables.Select(
            v => v.Kind == VariableKind.Continuous ? 0 : 1.0 / (v.Levels() - 1))];
        int size = 4 + (int)(3 * Math.Log(_space.Dimensions));
        _state = new CovarianceState([.. Enumerable.Repeat(0.5, _space.Dimensions)], FirstSpread, size);
        _widened = Widened();
    }

    public int Size => _state.Size;

    public double[] Candidate(int number)
    {
        var random = new CountedRandom(
            SplitMix.At(_seed, (ulong)_restarts), ((ulong)_state.Generation << 20) + (ulong)number);
        double[] unit = [];
        for (int draw = 0; draw < MostDraws; draw++)
        {
            double[] step = _state.Step([.. _spacing.Select(_ => random.Normal())]);
            unit = [.. _state.Mean.Select((m, i) => m + (_widened[i] * step[i]))];
            if (unit.All(u => u is >= 0 and <= 1))
            {
                break;
            }
        }

        for (int i = 0; i < unit.Length; i++)
        {
            unit[i] = Math.Clamp(unit[i], 0, 1);
        }

        _drawn[number] = unit;
        return _space.FromUnit(unit);
    }

    public void Advance(IReadOnlyList<int> numbers, IReadOnlyList<Observation> results, IEnumerable<Observation> told)
    {
        int[] best = [.. Enumerable.Range(0, numbers.Count)
            .OrderBy(i => Dominance.Violation(results[i])).ThenBy(i => !results[i].HasResult() ? 0 : results[i].Objectives[0])];
        double[][] steps = [.. best.Select(i => _drawn[numbers[i]].Select(
            (u, d) => (u - _state.Mean[d]) / _widened[d]).ToArray())];
        Observation first = results[best[0]];
        _state.Advance(steps, _widened, first.IsFeasible() ? first.Objectives[0] : double.PositiveInfinity);
        _drawn.Clear();
        if (_state.HasSettled())
        {
            _restarts++;
            _state = new CovarianceState(
                new RandomSequence(_space.Dimensions, SplitMix.At(_seed, ulong.MaxValue)).Point(_restarts), FirstSpread,
                _restarts <= MostDoublings ? 2 * _state.Size : _state.Size);
        }

        _widened = Widened();
    }

    // Factors on the steps along whole numbers, 1 where the spread is large enough.
    private double[] Widened()
    {
        double probability = 1.0 / (_state.Size * _space.Dimensions);
        double leaving = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 1 - (probability / 2));
        return [.. _spacing.Select((s, i) => Math.Max(1, s / 2 / leaving / _state.Deviation(i)))];
    }
}
