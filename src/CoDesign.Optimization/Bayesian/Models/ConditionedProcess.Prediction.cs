using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoDesign.Optimization.Bayesian.Models;

internal sealed partial class ConditionedProcess
{
    // The least variance, relative to that before all data: below, rounding decides.
    private const double LeastVariance = 1e-12;

    /// <summary>Joint distribution of the function at several points, without noise.</summary>
    /// <param name="units">Points in the unit cube, [points][variables].</param>
    /// <returns>Means, [points], and covariances, [points, points].</returns>
    public unsafe (double[] Means, double[,] Covariance) Joint(IReadOnlyList<double[]> units)
    {
        int count = units.Count, padded = TriangularMatrix.Pad(count), width = _factor.Padded;
        var means = new double[count];
        var covariance = new double[count, count];
        double[] whitened = new double[padded * width], between = new double[count];
        for (int i = 0; i < count; i++)
        {
            Span<double> row = whitened.AsSpan(i * width, width);
            Cross(units[i], row[.._rows.Rows]);
            means[i] = _rows.Shift + (_rows.Scale * Vectors.Dot(row, _weights));
            Cholesky.SolveForward(_factor, row);
        }

        double* sums = stackalloc double[16];
        fixed (double* v = whitened)
        {
            for (int a = 0; a < count; a += TriangularMatrix.Tile)
            {
                for (int b = 0; b <= a; b += TriangularMatrix.Tile)
                {
                    TriangularMatrix.Products(v + (a * width), width, v + (b * width), width, width, sums);
                    for (int t = 0; t < 16; t++)
                    {
                        int i = a + (t / 4), j = b + (t % 4);
                        if (i < count && j <= i)
                        {
                            double c = _varianceScale * (Prior(units[i], units[j]) - sums[t]);
                            covariance[i, j] = i == j ? Math.Max(c, Least()) : c;
                            covariance[j, i] = covariance[i, j];
                        }
                    }
                }
            }
        }

        return (means, covariance);
    }

    private double Least() => LeastVariance * _kernel.Parameters.PriorVariance * _varianceScale;

    private double Prior(double[] a, double[] b)
    {
        double s = 0;
        for (int k = 0; k < a.Length; k++)
        {
            double d = (a[k] - b[k]) * _kernel.Inverse[k];
            s += !_rows.IsChoice[k] ? d * d : Math.Abs(a[k] - b[k]) < 1e-9 ? 0 : _kernel.Inverse[k] * _kernel.Inverse[k];
        }

        return (_kernel.Parameters.Variance * MaternProfile.At(s).Value) + KernelParameters.MeanVariance;
    }

    /// <summary>Mean and variance of the function without noise, with their gradients unless the spans are empty.</summary>
    /// <param name="unit">Point in the unit cube, [variables].</param>
    /// <param name="meanGradient">Receives the gradient of the mean by unit coordinates, 0 for choices.</param>
    /// <param name="varianceGradient">Receives the gradient of the variance.</param>
    public (double Mean, double Variance) At(
        ReadOnlySpan<double> unit, Span<double> meanGradient, Span<double> varianceGradient)
    {
        int rows = _factor.Padded, points = _rows.Stride;
        double[] scratch = ArrayPool<double>.Shared.Rent(rows + (4 * points));
        try
        {
            Span<double> k = scratch.AsSpan(0, rows), first = scratch.AsSpan(rows, points);
            Span<double> squared = scratch.AsSpan(rows + points, points), work = scratch.AsSpan(rows + (2 * points), 2 * points);
            Cross(unit, k, squared, first, work[..points]);
            k[_rows.Rows..].Clear();
            double mean = Vectors.Dot(k, _weights);
            Cholesky.SolveForward(_factor, k);
            double variance = _kernel.Parameters.PriorVariance - Vectors.Dot(k, k);
            if (!meanGradient.IsEmpty)
            {
                Cholesky.SolveBackward(_factor, k);
                Gradient(unit, _weights, first, squared, work, _rows.Scale, meanGradient);
                Gradient(unit, k, first, squared, work, -2 * _varianceScale, varianceGradient);
            }

            return (_rows.Shift + (_rows.Scale * mean), Math.Max(variance * _varianceScale, Least()));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }

    private void Cross(ReadOnlySpan<double> unit, Span<double> covariances)
    {
        int points = _rows.Stride;
        double[] scratch = ArrayPool<double>.Shared.Rent(3 * points);
        Span<double> all = scratch.AsSpan(0, 3 * points);
        Cross(unit, covariances, all[..points], all.Slice(points, points), all.Slice(2 * points, points));
        ArrayPool<double>.Shared.Return(scratch);
    }

    // Covariances of the value at a point with all rows; squared distances and V m' of all points.
    private void Cross(
        ReadOnlySpan<double> unit, Span<double> covariances, Span<double> squared, Span<double> first, Span<double> values)
    {
        Span<double> here = stackalloc double[_rows.Dimensions];
        for (int i = 0; i < here.Length; i++)
        {
            here[i] = _kernel.Scale(i, unit[i]);
        }

        _kernel.Distances(here, squared);
        MaternProfile.Fill(squared, values, first, _kernel.Parameters.Variance);
        for (int b = 0; b < _rows.Points; b++)
        {
            covariances[_rows.ValueRow[b]] = values[b] + KernelParameters.MeanVariance;
            for (int j = 0; _rows.FirstSlope[b] >= 0 && j < _rows.Sloped.Length; j++)
            {
                int k = _rows.Sloped[j];
                double u = (here[k] - _kernel.Scaled(k)[b]) * _kernel.Inverse[k];
                covariances[_rows.FirstSlope[b] + j] = -2 * first[b] * u;
            }
        }
    }

    // Gradient of sum_r weights_r cov(f(x), row r) by x, times a factor. With A = sum_j weights_j u_j over the slopes of a
    // point: sum_points (2 V m' weight - 4 V m'' A) u_i - 2 V m' w_i weight_i.
    private void Gradient(
        ReadOnlySpan<double> unit,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> squared,
        Span<double> work,
        double factor,
        Span<double> gradient)
    {
        Span<double> along = work[.._rows.Stride];
        along.Clear();
        for (int b = 0; b < _rows.Points; b++)
        {
            along[b] = 2 * first[b] * weights[_rows.ValueRow[b]];
        }

        gradient.Clear();
        AddSlopes(unit, weights, first, squared, along, gradient);
        ref double c = ref MemoryMarshal.GetReference(along);
        for (int k = 0; k < _rows.Dimensions; k++)
        {
            ref double x = ref MemoryMarshal.GetReference(_kernel.Scaled(k));
            Vector256<double> here = Vector256.Create(_kernel.Scale(k, unit[k])), sum = default;
            for (int b = 0; b < along.Length && !_rows.IsChoice[k]; b += 4)
            {
                sum = Vector256.FusedMultiplyAdd(Vectors.Load(ref c, b), here - Vectors.Load(ref x, b), sum);
            }

            gradient[k] = factor * (gradient[k] + (Vector256.Sum(sum) * _kernel.Inverse[k]));
        }
    }

    private void AddSlopes(
        ReadOnlySpan<double> unit,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> squared,
        Span<double> along,
        Span<double> gradient)
    {
        for (int b = 0; _rows.HasSlopes && b < _rows.Points; b++)
        {
            if (_rows.FirstSlope[b] < 0)
            {
                continue;
            }

            double sum = 0;
            for (int j = 0; j < _rows.Sloped.Length; j++)
            {
                int k = _rows.Sloped[j];
                double weight = weights[_rows.FirstSlope[b] + j], inverse = _kernel.Inverse[k];
                sum += weight * (_kernel.Scale(k, unit[k]) - _kernel.Scaled(k)[b]) * inverse;
                gradient[k] -= 2 * first[b] * weight * inverse * inverse;
            }

            // m'' = -5/2 m' / (1 + sqrt(5 s)).
            along[b] += 10 * first[b] / (1 + Math.Sqrt(5 * squared[b])) * sum;
        }
    }
}
