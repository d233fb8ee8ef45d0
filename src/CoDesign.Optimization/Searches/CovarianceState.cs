using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CoDesign.Optimization.Searches;

/// <summary>Mean, step size, covariance and paths of covariance matrix adaptation.</summary>
/// <remarks>Symbols and default constants of arXiv:1604.00772, table 1, with its negative weights.</remarks>
internal sealed class CovarianceState
{
    private readonly int _n;
    private readonly double[] _weights;
    private readonly double _mass, _stepRate, _stepDamping, _pathRate, _rankOne, _rankMany, _expectedLength;
    private readonly List<double> _bests = [];
    private readonly double _firstSpread;
    private Matrix<double> _covariance;
    private Matrix<double> _axes;
    private double[] _lengths;
    private Vector<double> _stepPath;
    private Vector<double> _path;
    private double _spread;

    public CovarianceState(double[] mean, double spread, int size)
    {
        (_n, Mean, Size, _spread, _firstSpread) = (mean.Length, mean, size, spread, spread);
        double[] raw = [.. Enumerable.Range(1, size).Select(i => Math.Log((size + 1) / 2.0) - Math.Log(i))];
        (double gain, _mass) = Mass(raw.Where(w => w > 0));
        (double loss, double negativeMass) = Mass(raw.Where(w => w <= 0));
        _stepRate = (_mass + 2) / (_n + _mass + 5);
        _stepDamping = 1 + (2 * Math.Max(0, Math.Sqrt((_mass - 1) / (_n + 1)) - 1)) + _stepRate;
        _pathRate = (4 + (_mass / _n)) / (_n + 4 + (2 * _mass / _n));
        _rankOne = 2 / (((_n + 1.3) * (_n + 1.3)) + _mass);
        _rankMany = Math.Min(1 - _rankOne, 2 * (_mass - 2 + (1 / _mass)) / (((_n + 2.0) * (_n + 2)) + _mass));
        double most = Math.Min(1 + (_rankOne / _rankMany), Math.Min(
            1 + (2 * negativeMass / (_mass + 2)), (1 - _rankOne - _rankMany) / (_n * _rankMany)));
        _weights = [.. raw.Select(w => w > 0 ? w / gain : w * most / -loss)];
        _expectedLength = Math.Sqrt(_n) * (1 - (1 / (4.0 * _n)) + (1 / (21.0 * _n * _n)));
        (_covariance, _axes) = (Matrix<double>.Build.DenseIdentity(_n), Matrix<double>.Build.DenseIdentity(_n));
        _lengths = [.. Enumerable.Repeat(1.0, _n)];
        (_stepPath, _path) = (Vector<double>.Build.Dense(_n), Vector<double>.Build.Dense(_n));
    }

    public double[] Mean { get; private set; }

    public int Size { get; }

    public int Generation { get; private set; }

    /// <summary>Standard deviation along a variable.</summary>
    public double Deviation(int variable) => _spread * Math.Sqrt(_covariance[variable, variable]);

    /// <summary>A step from the mean, from standard normal numbers, [variables].</summary>
    public double[] Step(double[] normals) => (_axes * Vector<double>.Build.Dense(
        [.. normals.Select((z, i) => _spread * _lengths[i] * z)])).ToArray();

    /// <summary>Moves on.</summary>
    /// <param name="steps">Steps from the mean before widening, the best first, [size][variables].</param>
    /// <param name="widened">Factors on the steps that moved the points, [variables].</param>
    /// <param name="best">Best value of the generation, infinite when none is feasible.</param>
    public void Advance(double[][] steps, double[] widened, double best)
    {
        Vector<double>[] y = [.. steps.Select(s => Vector<double>.Build.DenseOfArray(s) / _spread)];
        Vector<double> mean = Sum(y);
        Mean = [.. Mean.Select((m, i) => Math.Clamp(m + (_spread * widened[i] * mean[i]), 0, 1))];
        _stepPath = ((1 - _stepRate) * _stepPath) + (Math.Sqrt(_stepRate * (2 - _stepRate) * _mass) * White(mean));
        double norm = _stepPath.L2Norm(), remaining = 1 - Math.Pow(1 - _stepRate, 2 * (Generation + 1));
        double stalled = norm / Math.Sqrt(remaining) < (1.4 + (2 / (_n + 1.0))) * _expectedLength ? 1 : 0;
        _path = ((1 - _pathRate) * _path) + (stalled * Math.Sqrt(_pathRate * (2 - _pathRate) * _mass) * mean);
        double kept = 1 - _rankOne - (_rankMany * _weights.Sum()) + ((1 - stalled) * _rankOne * _pathRate * (2 - _pathRate));
        _covariance = (kept * _covariance) + (_rankOne * _path.OuterProduct(_path));
        for (int i = 0; i < y.Length; i++)
        {
            double length = _weights[i] < 0 ? White(y[i]).L2Norm() : 0;
            double weight = _weights[i] < 0 ? _weights[i] * _n / (length * length) : _weights[i];
            _covariance += _rankMany * weight * y[i].OuterProduct(y[i]);
        }

        _spread *= Math.Exp(Math.Min(1, _stepRate / _stepDamping * ((norm / _expectedLength) - 1)));
        Evd<double> modes = _covariance.Evd(Symmetricity.Symmetric);
        (_axes, _lengths) = (modes.EigenVectors, [.. modes.EigenValues.Select(v => Math.Sqrt(Math.Max(v.Real, 1e-300)))]);
        _bests.Add(best);
        Generation++;
    }

    /// <summary>Whether nothing more is to be won here: values or steps no longer change, or the covariance is
    /// degenerate (the criteria of the tutorial, appendix B.3).</summary>
    public bool HasSettled()
    {
        int window = 10 + (int)Math.Ceiling(30.0 * _n / Size);
        bool flat = _bests.Count > window && _bests.TakeLast(window) is var recent
            && recent.All(double.IsFinite) && recent.Max() - recent.Min() < 1e-12;
        bool small = Enumerable.Range(0, _n).All(i => Deviation(i) < 1e-12 * _firstSpread);
        return flat || small || _lengths.Max() > 1e7 * _lengths.Min() || !double.IsFinite(_spread);
    }

    // Sum of weights and the number of equal weights of the same spread.
    private static (double Sum, double Mass) Mass(IEnumerable<double> weights) =>
        (weights.Sum(), weights.Sum() * weights.Sum() / weights.Sum(w => w * w));

    // C^(-1/2) v.
    private Vector<double> White(Vector<double> v) => _axes * Vector<double>.Build.Dense(
        [.. _axes.TransposeThisAndMultiply(v).Select((along, i) => along / _lengths[i])]);

    private Vector<double> Sum(Vector<double>[] y)
    {
        Vector<double> sum = Vector<double>.Build.Dense(_n);
        for (int i = 0; i < y.Length; i++)
        {
            sum += Math.Max(_weights[i], 0) * y[i];
        }

        return sum;
    }
}
