using CoDesign.Optimization.Bayesian.Models;
using static TorchSharp.torch;

namespace CoDesign.Optimization.Tests.Bayesian.Models;

/// <summary>The plain Gaussian process: the covariance entry by entry, all derivatives by autograd.</summary>
internal sealed class ReferenceProcess
{
    private readonly ModelRows _rows;
    private readonly Tensor _lengths, _variance, _noise, _slopeNoise, _covariance, _weights;
    private readonly Tensor[] _points;

    public ReferenceProcess(ModelRows rows, double[] logs)
    {
        _rows = rows;
        Logs = tensor(logs, dtype: ScalarType.Float64).requires_grad_(true);
        int d = rows.Dimensions, next = d + 1;
        _lengths = Logs.narrow(0, 0, d).exp();
        _variance = (2 * Logs[d]).exp();
        _noise = rows.NoiseIsKnown ? zeros(1, dtype: ScalarType.Float64)[0] : (2 * Logs[next++]).exp();
        _slopeNoise = rows.HasSlopes ? (2 * Logs[next]).exp() : zeros(1, dtype: ScalarType.Float64)[0];
        _points = [.. Enumerable.Range(0, rows.Points).Select(i => tensor(
            Enumerable.Range(0, d).Select(k => rows.Unit[(k * rows.Stride) + i]).ToArray(), dtype: ScalarType.Float64)
            .requires_grad_(true))];
        _covariance = Assemble();
        _weights = linalg.solve(_covariance, Targets.unsqueeze(1)).squeeze(1);
    }

    public Tensor Logs { get; }

    private Tensor Targets => tensor(_rows.Targets, dtype: ScalarType.Float64);

    public Tensor NegativeLogPosterior()
    {
        Tensor value = (0.5 * (Targets * _weights).sum()) + (0.5 * linalg.slogdet(_covariance).Item2);
        int d = _rows.Dimensions, next = d + 1;
        Tensor z = (Logs.narrow(0, 0, d) - (Math.Sqrt(2) + (0.5 * Math.Log(d)))) / Math.Sqrt(3);
        value = value + (0.5 * z * z).sum() + Logs.narrow(0, 0, d).sum() + Cost(d, HyperparameterPriors.Signal);
        value = _rows.NoiseIsKnown ? value : value + Cost(next++, HyperparameterPriors.Noise);
        return _rows.HasSlopes ? value + Cost(next, HyperparameterPriors.SlopeNoise) : value;
    }

    public (Tensor Mean, Tensor Variance) At(Tensor unit)
    {
        var row = new Tensor[_rows.Rows];
        for (int b = 0; b < _points.Length; b++)
        {
            Tensor k = Correlation(unit, _points[b]) * _variance;
            row[_rows.ValueRow[b]] = k + KernelParameters.MeanVariance;
            if (_rows.FirstSlope[b] >= 0)
            {
                Tensor g = autograd.grad([k], [_points[b]], retain_graph: true, create_graph: true)[0];
                Place(g, row, _rows.FirstSlope[b]);
            }
        }

        Tensor cross = stack(row);
        Tensor variance = _variance + KernelParameters.MeanVariance
            - (cross * linalg.solve(_covariance, cross.unsqueeze(1)).squeeze(1)).sum();
        return (_rows.Shift + (_rows.Scale * (cross * _weights).sum()), variance * (_rows.Scale * _rows.Scale));
    }

    private Tensor Cost(int index, HyperparameterPriors.Normal prior)
    {
        Tensor z = (Logs[index] - prior.Center) / prior.Width;
        return 0.5 * z * z;
    }

    private Tensor Correlation(Tensor x, Tensor y)
    {
        Tensor sum = zeros(1, dtype: ScalarType.Float64)[0];
        for (int k = 0; k < _rows.Dimensions; k++)
        {
            Tensor d = x[k] - y[k];
            Tensor square = !_rows.IsChoice[k] ? d * d
                : tensor(Math.Abs(d.item<double>()) < 1e-9 ? 0.0 : 1.0, dtype: ScalarType.Float64);
            sum = sum + (square / (_lengths[k] * _lengths[k]));
        }

        if (sum.item<double>() == 0)
        {
            // The root has no derivative here; those of the correlation are 0.
            return 1 + (0 * (x.sum() + y.sum()));
        }

        Tensor q = (5 * sum).sqrt();
        return (1 + q + (5 * sum / 3)) * (-q).exp();
    }

    private void Place(Tensor gradient, Tensor[] row, int first)
    {
        for (int i = 0; i < _rows.Sloped.Length; i++)
        {
            row[first + i] = gradient[_rows.Sloped[i]];
        }
    }

    private Tensor Assemble()
    {
        int n = _rows.Rows;
        var rows = new Tensor[n][];
        for (int i = 0; i < n; i++)
        {
            rows[i] = new Tensor[n];
        }

        for (int a = 0; a < _rows.Points; a++)
        {
            for (int b = 0; b < _rows.Points; b++)
            {
                AddPair(rows, a, b);
            }
        }

        return stack(rows.Select(r => stack(r)));
    }

    private void AddPair(Tensor[][] rows, int a, int b)
    {
        // A point of its own, so that derivatives by both arguments differ when a = b.
        Tensor x = _points[a].detach().requires_grad_(true), y = _points[b].detach().requires_grad_(true);
        Tensor k = _variance * Correlation(x, y), jitter = KernelParameters.Jitter * _variance;
        int va = _rows.ValueRow[a], vb = _rows.ValueRow[b], sa = _rows.FirstSlope[a], sb = _rows.FirstSlope[b];
        rows[va][vb] = k + KernelParameters.MeanVariance + (a == b ? _rows.Noise[va] + _noise + jitter : 0 * k);
        if (sb >= 0)
        {
            Place(autograd.grad([k], [y], retain_graph: true, create_graph: true)[0], rows[va], sb);
        }

        Tensor? gradient = sa >= 0 ? autograd.grad([k], [x], retain_graph: true, create_graph: true)[0] : null;
        for (int i = 0; sa >= 0 && i < _rows.Sloped.Length; i++)
        {
            int c = _rows.Sloped[i];
            rows[sa + i][vb] = gradient![c];
            if (sb >= 0 && a != b)
            {
                Place(autograd.grad([gradient[c]], [y], retain_graph: true, create_graph: true)[0], rows[sa + i], sb);
            }

            for (int j = 0; a == b && j < _rows.Sloped.Length; j++)
            {
                Tensor prior = 5.0 / 3 * _variance / (_lengths[c] * _lengths[c]);
                rows[sa + i][sb + j] = i == j ? prior * (1 + _slopeNoise + KernelParameters.Jitter) : 0 * prior;
            }
        }
    }
}
