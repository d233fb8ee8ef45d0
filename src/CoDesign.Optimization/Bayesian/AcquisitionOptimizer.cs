using CoDesign.Optimization.Bayesian.Acquisitions;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Spaces;

namespace CoDesign.Optimization.Bayesian;

/// <summary>Finds the point at which an acquisition is largest, exactly in integers and choices.</summary>
/// <remarks>
/// The acquisition is looked at in many points: spread over the region, and scattered around good points at all
/// distances. From the best of them quasi-Newton steps climb in the continuous variables; integers and choices stand on
/// allowed values at all times and are moved by trying: all combinations when there are few, else one variable at a
/// time, in turn with the climb, until neither gains. A finite space of moderate size is enumerated.
/// </remarks>
public sealed class AcquisitionOptimizer
{
    // So many combinations of integers and choices are all tried around a point, and in a finite space at all.
    private const double FewCombinations = 48, FewPoints = 4096;
    private const int Rounds = 6;

    private readonly SearchSpace _space;
    private readonly IAcquisition _acquisition;
    private readonly AcquisitionRequest _request;
    private readonly ExcludedPoints _excluded;
    private readonly DiscreteLevels _levels;
    private readonly double[] _lower, _upper;

    private AcquisitionOptimizer(SearchSpace space, IAcquisition acquisition, AcquisitionRequest request)
    {
        (_space, _acquisition, _request) = (space, acquisition, request);
        _lower = request.Lower ?? new double[space.Dimensions];
        _upper = request.Upper ?? [.. Enumerable.Repeat(1.0, space.Dimensions)];
        _levels = new DiscreteLevels(space, _lower, _upper);
        _excluded = new ExcludedPoints(request.Excluded);
    }

    /// <summary>Finds the point.</summary>
    /// <param name="space">Space.</param>
    /// <param name="acquisition">What to maximise.</param>
    /// <param name="request">Where to look, and how hard.</param>
    /// <returns>The point in the unit cube, on allowed values, and the acquisition there; null when every point found
    /// is excluded.</returns>
    public static (double[] Unit, double Value)? Maximize(
        SearchSpace space, IAcquisition acquisition, AcquisitionRequest request)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(acquisition);
        ArgumentNullException.ThrowIfNull(request);
        var search = new AcquisitionOptimizer(space, acquisition, request);
        return search._levels.IsFinite && search._levels.Combinations <= FewPoints
            ? search.Best(search._levels.All(new double[space.Dimensions])) : search.Climb();
    }

    private (double[] Unit, double Value)? Climb()
    {
        List<(double[] Unit, double Value)> found = [];
        foreach ((double[] unit, double value) in Starts())
        {
            (double[] Unit, double Value) at = (unit, value);
            for (int round = 0; round < Rounds; round++)
            {
                at = Refine(at);
                if (Discrete(at) is not { } moved)
                {
                    break;
                }

                at = moved;
            }

            found.Add(at);
        }

        (double[] Unit, double Value)? best = null;
        foreach ((double[] Unit, double Value) at in found)
        {
            if (!(best?.Value >= at.Value) && !_excluded.Contains(at.Unit))
            {
                best = at;
            }
        }

        // Where every climb ended on a known point: the best point looked at on the way, or next to one.
        return best ?? Best(Candidates()) ?? Best(found.SelectMany(at => _levels.Neighbours(at.Unit)));
    }

    // The best looked-at points, no two alike, and the best of those scattered around good points.
    private List<(double[] Unit, double Value)> Starts()
    {
        List<(double[] Unit, double Value)> looked = [];
        foreach (double[] unit in Candidates())
        {
            double value = _acquisition.At(unit, []);
            if (double.IsFinite(value))
            {
                looked.Add((unit, value));
            }
        }

        List<(double[] Unit, double Value)> starts = [];
        double apart = 0.05 * Math.Sqrt(_space.Dimensions);
        foreach ((double[] Unit, double Value) at in looked.OrderByDescending(c => c.Value))
        {
            if (starts.Count < _request.Starts && starts.TrueForAll(s => Basins.Distance(s.Unit, at.Unit) > apart))
            {
                starts.Add(at);
            }
        }

        return starts;
    }

    private IEnumerable<double[]> Candidates()
    {
        PaddedSequence spread = new PaddedSequence(_space.Dimensions, SplitMix.At(_request.Seed, 1));
        for (int k = 0; k < _request.Samples; k++)
        {
            double[] uniform = spread.Point(k);
            double[] unit = _space.ToUnit(_space.Sample(uniform));
            for (int i = 0; i < unit.Length; i++)
            {
                bool isOrdered = _space.Variables[i].Kind != VariableKind.Choice;
                bool isWhole = _lower[i] == 0 && _upper[i] == 1;
                unit[i] = isOrdered && !isWhole ? _lower[i] + (uniform[i] * (_upper[i] - _lower[i])) : unit[i];
            }

            _levels.Settle(unit);
            yield return unit;
        }

        if (_request.Anchors.Count > 0)
        {
            foreach (double[] unit in Scattered())
            {
                yield return unit;
            }
        }
    }

    // Around the anchors, at distances spread evenly in the logarithm, in all variables or a few.
    private IEnumerable<double[]> Scattered()
    {
        int dimensions = _space.Dimensions;
        var random = new RandomSequence((3 * dimensions) + 2, SplitMix.At(_request.Seed, 2));
        for (int k = 0; k < _request.Samples / 2; k++)
        {
            double[] draw = random.Point(k);
            double[] unit = [.. _request.Anchors[k % _request.Anchors.Count]];
            double reach = Math.Pow(10, -4 + (3.4 * draw[^1]));
            double share = draw[^2] < 0.5 ? 1 : Math.Min(1, 2.0 / dimensions);
            for (int i = 0; i < dimensions; i++)
            {
                if (draw[3 * i] >= share)
                {
                    continue;
                }

                SearchVariable v = _space.Variables[i];
                if (v.Kind == VariableKind.Choice)
                {
                    unit[i] = draw[(3 * i) + 1] < 0.3 ? Math.Floor(draw[(3 * i) + 2] * v.Levels()) / (v.Levels() - 1) : unit[i];
                    continue;
                }

                double step = v.Kind == VariableKind.Integer ? Math.Max(reach, 0.7 / (v.Levels() - 1)) : reach;
                double normal = Math.Sqrt(-2 * Math.Log(1 - draw[(3 * i) + 1])) * Math.Cos(2 * Math.PI * draw[(3 * i) + 2]);
                unit[i] = Math.Clamp(unit[i] + (step * normal), _lower[i], _upper[i]);
            }

            _levels.Settle(unit);
            yield return unit;
        }
    }

    private (double[] Unit, double Value) Refine((double[] Unit, double Value) start)
    {
        if (_levels.IsFinite)
        {
            return start;
        }

        double[] lower = [.. _lower], upper = [.. _upper];
        foreach (int i in _levels.Coordinates)
        {
            (lower[i], upper[i]) = (start.Unit[i], start.Unit[i]);
        }

        (double[] point, double value, _) = BoundedMinimizer.Minimize(
            start.Unit, lower, upper, Negative, _request.Iterations, 1e-9);
        return -value > start.Value ? (point, -value) : start;
    }

    private double Negative(ReadOnlySpan<double> unit, Span<double> gradient)
    {
        double value = _acquisition.At(unit, gradient);
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] = -gradient[i];
        }

        return -value;
    }

    // A better combination of integers and choices at the same continuous point; null when there is none.
    private (double[] Unit, double Value)? Discrete((double[] Unit, double Value) at)
    {
        if (_levels.Coordinates.Length == 0)
        {
            return null;
        }

        bool isStuck = _levels.IsFinite && _excluded.Contains(at.Unit);
        (double[] Unit, double Value)? best = Best(
            _levels.Combinations <= FewCombinations ? _levels.All(at.Unit) : _levels.Neighbours(at.Unit));
        return best is { } b && (isStuck || b.Value > at.Value + 1e-9) ? best : null;
    }

    private (double[] Unit, double Value)? Best(IEnumerable<double[]> points)
    {
        (double[] Unit, double Value)? best = null;
        foreach (double[] unit in points)
        {
            if (_excluded.Contains(unit))
            {
                continue;
            }

            double value = _acquisition.At(unit, []);
            if (double.IsFinite(value) && !(best?.Value >= value))
            {
                best = (unit, value);
            }
        }

        return best;
    }
}
