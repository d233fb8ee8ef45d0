namespace CoDesign.Optimization.Bayesian;

/// <summary>Minimises a smooth function in a box: projected quasi-Newton steps of limited memory.</summary>
/// <remarks>
/// Variables at a bound whose gradient points outwards are held; the others step along the direction of the two-loop
/// recursion (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 7.4) restricted to them, and the path is
/// projected on the box (Bertsekas, SIAM J. Control Optim. 20 (1982) 221). The step satisfies Armijo's condition; one
/// that ends while the function still falls steeply is doubled. Deterministic.
/// </remarks>
public sealed class BoundedMinimizer
{
    private const int Memory = 10;
    private const double Decrease = 1e-4, Curvature = 0.9;

    private readonly GradientFunction _function;
    private readonly double[] _lower, _upper;
    private readonly List<(double[] Step, double[] Change)> _pairs = [];
    private double[] _point, _gradient, _trial, _trialGradient;
    private readonly double[] _direction;
    private readonly bool[] _held;
    private double _value;
    private int _evaluations;

    private BoundedMinimizer(double[] start, double[] lower, double[] upper, GradientFunction function)
    {
        (_function, _lower, _upper) = (function, lower, upper);
        int n = start.Length;
        (_point, _gradient, _trial, _trialGradient) = (new double[n], new double[n], new double[n], new double[n]);
        (_direction, _held) = (new double[n], new bool[n]);
        for (int i = 0; i < n; i++)
        {
            _point[i] = Math.Clamp(start[i], lower[i], upper[i]);
        }

        _value = Evaluate(_point, _gradient);
    }

    /// <summary>Minimises a function from a start.</summary>
    /// <param name="start">Start, [variables]; moved into the box.</param>
    /// <param name="lower">Lower bounds.</param>
    /// <param name="upper">Upper bounds, not below the lower ones.</param>
    /// <param name="function">Function; a value or gradient that is not finite shortens the step.</param>
    /// <param name="maximumIterations">Most steps.</param>
    /// <param name="precision">Ends when two steps in a row gained less than this share of max(1, |value|).</param>
    /// <returns>The best point, its value (positive infinity when the start had none), and how often the function was
    /// called.</returns>
    public static (double[] Point, double Value, int Evaluations) Minimize(
        double[] start,
        double[] lower,
        double[] upper,
        GradientFunction function,
        int maximumIterations,
        double precision = 1e-12)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNotEqual(lower.Length, start.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(upper.Length, start.Length);
        var search = new BoundedMinimizer(start, lower, upper, function);
        search.Run(maximumIterations, precision);
        return (search._point, search._value, search._evaluations);
    }

    private void Run(int maximumIterations, double precision)
    {
        int small = 0;
        for (int i = 0; i < maximumIterations && double.IsFinite(_value) && small < 2 && Hold() > 0; i++)
        {
            double before = _value;
            bool moved = Direct() && Step();
            if (!moved && _pairs.Count > 0)
            {
                // The model of the curvature misled: once more along the gradient.
                _pairs.Clear();
                moved = Direct() && Step();
            }

            if (!moved)
            {
                return;
            }

            small = before - _value <= precision * Math.Max(1, Math.Abs(_value)) ? small + 1 : 0;
        }
    }

    private double Evaluate(double[] point, double[] gradient)
    {
        _evaluations++;
        double value = _function(point, gradient);
        return double.IsFinite(value) && Array.TrueForAll(gradient, double.IsFinite) ? value : double.PositiveInfinity;
    }

    // Marks the variables at rest; returns the largest component of the gradient of the others.
    private double Hold()
    {
        double largest = 0;
        for (int i = 0; i < _held.Length; i++)
        {
            double g = _gradient[i];
            _held[i] = (g >= 0 && _point[i] <= _lower[i]) || (g <= 0 && _point[i] >= _upper[i]);
            largest = _held[i] ? largest : Math.Max(largest, Math.Abs(g));
        }

        return largest;
    }

    // The direction of descent of the free variables; false when there is none.
    private bool Direct()
    {
        Span<double> weights = stackalloc double[Memory];
        for (int i = 0; i < _direction.Length; i++)
        {
            _direction[i] = _held[i] ? 0 : -_gradient[i];
        }

        double scale = 0;
        for (int k = _pairs.Count - 1; k >= 0; k--)
        {
            (double[] s, double[] y) = _pairs[k];
            double sy = FreeDot(s, y), yy = FreeDot(y, y);
            // Positive on all variables, it may not be on the free ones.
            weights[k] = sy > 1e-12 * yy ? FreeDot(s, _direction) / sy : double.NaN;
            if (!double.IsNaN(weights[k]))
            {
                scale = scale == 0 ? sy / yy : scale;
                Add(-weights[k], y);
            }
        }

        scale = scale == 0 ? 1 / Math.Max(1, Math.Sqrt(FreeDot(_gradient, _gradient))) : scale;
        for (int i = 0; i < _direction.Length; i++)
        {
            _direction[i] *= scale;
        }

        for (int k = 0; k < _pairs.Count; k++)
        {
            (double[] s, double[] y) = _pairs[k];
            if (!double.IsNaN(weights[k]))
            {
                Add(weights[k] - (FreeDot(y, _direction) / FreeDot(s, y)), s);
            }
        }

        return FreeDot(_gradient, _direction) < 0;
    }

    // Goes along the projected direction; false when no step descends.
    private bool Step()
    {
        double slope = FreeDot(_gradient, _direction), length = 1;
        bool shortened = false;
        double[] best = new double[_point.Length], bestGradient = new double[_point.Length];
        double bestValue = double.PositiveInfinity;
        for (int i = 0; i < 40; i++)
        {
            double predicted = 0;
            for (int k = 0; k < _point.Length; k++)
            {
                _trial[k] = Math.Clamp(_point[k] + (length * _direction[k]), _lower[k], _upper[k]);
                predicted += _gradient[k] * (_trial[k] - _point[k]);
            }

            double value = predicted < 0 ? Evaluate(_trial, _trialGradient) : double.PositiveInfinity;
            if (value <= _value + (Decrease * predicted) && value < bestValue && value < _value)
            {
                (bestValue, best, _trial) = (value, _trial, best);
                (bestGradient, _trialGradient) = (_trialGradient, bestGradient);
                if (shortened || FreeDot(bestGradient, _direction) >= Curvature * slope)
                {
                    break;
                }

                length *= 2;
            }
            else if (double.IsFinite(bestValue) || predicted >= 0)
            {
                break;
            }
            else
            {
                shortened = true;
                // Minimum of the parabola through value and slope at the start and the value here.
                double parabola = -0.5 * slope * length * length / (value - _value - (slope * length));
                length = double.IsFinite(value) ? Math.Clamp(parabola, 0.1 * length, 0.5 * length) : 0.1 * length;
            }
        }

        return double.IsFinite(bestValue) && Accept(best, bestGradient, bestValue);
    }

    private bool Accept(double[] point, double[] gradient, double value)
    {
        double[] step = _pairs.Count == Memory ? _pairs[0].Step : new double[point.Length];
        double[] change = _pairs.Count == Memory ? _pairs[0].Change : new double[point.Length];
        double sy = 0, yy = 0;
        for (int i = 0; i < point.Length; i++)
        {
            sy += (point[i] - _point[i]) * (gradient[i] - _gradient[i]);
            yy += (gradient[i] - _gradient[i]) * (gradient[i] - _gradient[i]);
        }

        if (sy > 1e-12 * yy)
        {
            for (int i = 0; i < point.Length; i++)
            {
                (step[i], change[i]) = (point[i] - _point[i], gradient[i] - _gradient[i]);
            }

            if (_pairs.Count == Memory)
            {
                _pairs.RemoveAt(0);
            }

            _pairs.Add((step, change));
        }

        (_point, _gradient, _value) = (point, gradient, value);
        return true;
    }

    private double FreeDot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += _held[i] ? 0 : a[i] * b[i];
        }

        return sum;
    }

    private void Add(double factor, double[] vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            _direction[i] += _held[i] ? 0 : factor * vector[i];
        }
    }
}
