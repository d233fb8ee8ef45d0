using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Negative logarithm of the posterior of the hyperparameters, and its gradient.</summary>
/// <remarks>
/// -log p = a'y/2 + log det(K)/2 + priors, a = K^-1 y; its derivative by a hyperparameter is -tr((a a' - K^-1) dK)/2
/// (Rasmussen and Williams, eq. 5.9). Hyperparameters in order: log l of each variable, log of the standard deviation of
/// the signal, of the noise where it is not known, of errors of slopes where there are any.
/// </remarks>
internal sealed class LogPosterior
{
    private readonly ModelRows _rows;
    private readonly Kernel _kernel;
    private readonly TriangularMatrix _matrix, _inverse, _slopes;
    private readonly double[] _weights, _ones;
    private readonly Vector256<double>[] _sums;

    public LogPosterior(ModelRows rows)
    {
        _rows = rows;
        _kernel = new Kernel(rows);
        (_matrix, _inverse) = (new TriangularMatrix(rows.Rows), new TriangularMatrix(rows.Rows));
        _slopes = new TriangularMatrix(rows.Points);
        (_weights, _ones) = (new double[_matrix.Padded], new double[_matrix.Padded]);
        _sums = new Vector256<double>[rows.Dimensions];
    }

    public int Count => _rows.Dimensions + 1 + (_rows.NoiseIsKnown ? 0 : 1) + (_rows.HasSlopes ? 1 : 0);

    public KernelParameters Parameters(ReadOnlySpan<double> logs)
    {
        int d = _rows.Dimensions, next = d + 1;
        var lengths = new double[d];
        for (int k = 0; k < d; k++)
        {
            lengths[k] = Math.Exp(logs[k]);
        }

        double noise = _rows.NoiseIsKnown ? 0 : Math.Exp(2 * logs[next++]);
        return new KernelParameters(lengths, Math.Exp(2 * logs[d]), noise, _rows.HasSlopes ? Math.Exp(2 * logs[next]) : 0);
    }

    /// <summary>Value and gradient; positive infinity where the matrix cannot be factored.</summary>
    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        gradient.Clear();
        _kernel.Set(Parameters(logs));
        _kernel.Fill(_matrix, _slopes);
        if (!Cholesky.TryFactor(_matrix))
        {
            return double.PositiveInfinity;
        }

        double value = 0;
        for (int i = 0; i < _rows.Rows; i++)
        {
            value += Math.Log(_matrix[i, i]);
        }

        Array.Clear(_weights);
        _rows.Targets.CopyTo(_weights.AsSpan());
        Array.Clear(_ones);
        _ones.AsSpan(0, _rows.Points).Fill(1);
        Cholesky.SolveForward(_matrix, _ones);
        Cholesky.SolveForward(_matrix, _weights);
        value += 0.5 * Vectors.Dot(_weights, _weights);
        Cholesky.SolveBackward(_matrix, _weights);
        Cholesky.InvertTransposed(_matrix, _inverse);
        Cholesky.Square(_inverse, _matrix);
        AddLengths(gradient);
        new SlopePosterior(_rows, _kernel, _matrix, _weights).AddLengths(gradient);
        AddVariances(gradient);
        return value + Priors(logs, gradient);
    }

    private double Priors(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        int d = _rows.Dimensions, next = d + 1;
        double value = HyperparameterPriors.Signal.Cost(logs[d], ref gradient[d]);
        for (int k = 0; k < d; k++)
        {
            value += HyperparameterPriors.Length(logs[k], d, ref gradient[k]);
        }

        if (!_rows.NoiseIsKnown)
        {
            value += HyperparameterPriors.Noise.Cost(logs[next], ref gradient[next]);
            next++;
        }

        return _rows.HasSlopes ? value + HyperparameterPriors.SlopeNoise.Cost(logs[next], ref gradient[next]) : value;
    }

    // Values: the derivative of a covariance by log(l_k) is -2 V m' w_k (x_k - y_k)^2.
    private void AddLengths(Span<double> gradient)
    {
        Array.Clear(_sums);
        ref double weights = ref _weights[0];
        for (int a = 1; a < _rows.Points; a++)
        {
            int width = TriangularMatrix.Pad(a);
            Span<double> slope = _slopes.Row(a);
            slope[a..width].Clear();
            ref double inverse = ref MemoryMarshal.GetReference(_matrix.Row(a)), m1 = ref slope[0];
            Vector256<double> here = Vector256.Create(_weights[a]);
            for (int b = 0; b < width; b += 4)
            {
                ((here * Vectors.Load(ref weights, b) - Vectors.Load(ref inverse, b)) * Vectors.Load(ref m1, b))
                    .StoreUnsafe(ref m1, (nuint)b);
            }

            AddRow(a, slope[..width]);
        }

        for (int k = 0; k < gradient.Length && k < _rows.Dimensions; k++)
        {
            gradient[k] += 2 * Vector256.Sum(_sums[k]) * (_rows.IsChoice[k] ? _kernel.Inverse[k] * _kernel.Inverse[k] : 1);
        }
    }

    private void AddRow(int a, ReadOnlySpan<double> factors)
    {
        ref double f = ref MemoryMarshal.GetReference(factors);
        for (int k = 0; k < _rows.Dimensions; k++)
        {
            ReadOnlySpan<double> scaled = _kernel.Scaled(k);
            ref double x = ref MemoryMarshal.GetReference(scaled);
            Vector256<double> here = Vector256.Create(scaled[a]), sum = _sums[k];
            if (_rows.IsChoice[k])
            {
                Vector256<double> small = Vector256.Create(1e-9);
                for (int b = 0; b < factors.Length; b += 4)
                {
                    Vector256<double> same = Vector256.LessThan(Vector256.Abs(here - Vectors.Load(ref x, b)), small);
                    sum += Vector256.AndNot(Vectors.Load(ref f, b), same);
                }
            }
            else
            {
                for (int b = 0; b < factors.Length; b += 4)
                {
                    Vector256<double> d = here - Vectors.Load(ref x, b);
                    sum = Vector256.FusedMultiplyAdd(d * d, Vectors.Load(ref f, b), sum);
                }
            }

            _sums[k] = sum;
        }
    }

    // By the identity tr(K^-1 K) = rows, what scales with the signal is all but noise and mean.
    private void AddVariances(Span<double> gradient)
    {
        int d = _rows.Dimensions;
        KernelParameters p = _kernel.Parameters;
        double noise = 0, rest = 0, sum = 0, fit = 0;
        for (int i = 0; i < _rows.Points; i++)
        {
            double w = (_weights[i] * _weights[i]) - _matrix[i, i];
            noise += w;
            rest += w * (_rows.Noise[i] + p.Noise);
            sum += _weights[i];
        }

        for (int i = 0; i < _rows.Rows; i++)
        {
            fit += _weights[i] * _rows.Targets[i];
        }

        rest += KernelParameters.MeanVariance * ((sum * sum) - Vectors.Dot(_ones, _ones));
        gradient[d] -= fit - _rows.Rows - rest;
        if (!_rows.NoiseIsKnown)
        {
            gradient[d + 1] -= noise * p.Noise;
        }
    }
}
