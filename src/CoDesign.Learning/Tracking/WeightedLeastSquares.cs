using CoDesign.Simulation.Tracks;

namespace CoDesign.Learning.Tracking;

/// <summary>Least squares with the full covariance matrix of all measurements of a track, in which scattering
/// correlates every pair of layers. Cost grows as the cube of the measurements; the Kalman filter gives the same in
/// linear time.</summary>
public sealed class WeightedLeastSquares
{
    private const int N = LinearisedTrack.N;

    private readonly LinearisedTrack _track;
    private readonly List<Measurement> _measurements = [];
    private readonly double[] _covariance;
    private readonly FitHits _hits;

    /// <summary>Prepares the measurements of a track.</summary>
    /// <param name="track">Its linearised way.</param>
    /// <param name="hits">Its hits.</param>
    public WeightedLeastSquares(LinearisedTrack track, MeasuredHits hits)
    {
        _track = track;
        _hits = new FitHits(track);
        for (int i = 0; i < track.Nominal.Crossed; i++)
        {
            _hits.Add(i, hits.SigmaU[i] > 0, hits.SigmaV[i] > 0);
            if (track.Fitted.U && hits.SigmaU[i] > 0)
            {
                _measurements.Add(new Measurement(
                    i, true, track.RowU[i], track.ResidualU(i, hits.U[i]), hits.SigmaU[i]));
            }

            if (track.Fitted.V && hits.SigmaV[i] > 0)
            {
                _measurements.Add(new Measurement(
                    i, false, track.RowV[i], track.ResidualV(i, hits.V[i]), hits.SigmaV[i]));
            }
        }

        _covariance = MeasurementCovariance();
    }

    private int Count => _measurements.Count;

    /// <summary>Covariance of all measurements, [n, n], in the order of the layers, u before v.</summary>
    public IReadOnlyList<double> Covariance => _covariance;

    /// <summary>Fits the track.</summary>
    /// <returns>The fit; null if the hits do not determine the parameters.</returns>
    public TrackFit? Fit()
    {
        if (Solve() is not { } solution)
        {
            return null;
        }

        int degrees = Count - _track.Fitted.Count;
        return new TrackFit(
            solution.Estimate, solution.Inverse, solution.Left.Sum(w => w * w), _hits.U, _hits.V, degrees);
    }

    /// <summary>Residuals to the most likely crossings given all hits, and their variances.</summary>
    /// <returns>The residuals; null if the hits do not determine the parameters.</returns>
    /// <remarks>With V the covariance of the measurements, R its part from resolution and C that of the parameters, the
    /// residuals are R W (r - A x) and their covariance R (W - W A C A'W) R, W = V^-1.</remarks>
    public SmoothedTrack? Smooth()
    {
        if (Solve() is not { } solution)
        {
            return null;
        }

        int layers = _track.Outward.Count;
        var values = new double[4][];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = new double[layers];
            Array.Fill(values[k], double.NaN);
        }

        for (int m = 0; m < Count; m++)
        {
            // Column m of the inverse factor: its products with whitened vectors are those of W.
            var unit = new double[Count];
            unit[m] = 1;
            PositiveMatrix.SolveLower(solution.Factor, unit);
            Measurement at = _measurements[m];
            double variance = at.Sigma * at.Sigma;
            double[] seen = [.. Enumerable.Range(0, N).Select(p => Dot(solution.Design[p], unit))];
            double weight = Dot(unit, unit) - KalmanFilter.Variance(seen, solution.Inverse);
            (double[] residuals, double[] variances) = at.IsU ? (values[0], values[1]) : (values[2], values[3]);
            (residuals[at.Layer], variances[at.Layer]) =
                (variance * Dot(solution.Left, unit), variance * variance * weight);
        }

        return new SmoothedTrack(values[0], values[1], values[2], values[3]);
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    // Whitened with the Cholesky factor of the covariance, then the normal equations of five parameters.
    private Solution? Solve()
    {
        double[] factor = [.. _covariance];
        if (!_hits.Suffice || !PositiveMatrix.TryFactorise(factor, Count))
        {
            return null;
        }

        double[][] design = [.. Design().Select(column => Whitened(factor, column))];
        double[] residual = Whitened(factor, [.. _measurements.Select(m => m.Residual)]);
        var normal = new double[N * N];
        var right = new double[N];
        for (int p = 0; p < N; p++)
        {
            right[p] = Dot(design[p], residual);
            for (int q = 0; q < N; q++)
            {
                normal[(p * N) + q] = Dot(design[p], design[q]);
            }
        }

        _track.Fitted.Decouple(normal);
        if (!PositiveMatrix.TryInvert(normal, N))
        {
            return null;
        }

        _track.Fitted.Clear(normal);
        double[] estimate = [.. Enumerable.Range(0, N).Select(p => Dot(normal[(p * N)..((p + 1) * N)], right))];
        for (int m = 0; m < Count; m++)
        {
            for (int p = 0; p < N; p++)
            {
                residual[m] -= design[p][m] * estimate[p];
            }
        }

        return new Solution(factor, design, normal, estimate, residual);
    }

    private static double[] Whitened(double[] factor, double[] vector)
    {
        PositiveMatrix.SolveLower(factor, vector);
        return vector;
    }

    // Derivatives of every measurement by the parameters at the vertex, a column a parameter.
    private double[][] Design()
    {
        double[][] columns = [.. Enumerable.Range(0, N).Select(_ => new double[Count])];
        for (int p = 0; p < N; p++)
        {
            var state = new double[N];
            state[p] = 1;
            Follow(state, -1, columns[p]);
        }

        return columns;
    }

    private double[] MeasurementCovariance()
    {
        var covariance = new double[Count * Count];
        for (int m = 0; m < Count; m++)
        {
            covariance[(m * Count) + m] = _measurements[m].Sigma * _measurements[m].Sigma;
        }

        var seen = new double[Count];
        for (int layer = 0; layer < _track.Nominal.Crossed; layer++)
        {
            for (int k = 0; k < LinearisedTrack.Kicks; k++)
            {
                Array.Clear(seen);
                Follow(_track.Kick(layer, k), layer, seen);
                double variance = _track.KickVariance(layer, k);
                for (int m = 0; m < Count; m++)
                {
                    for (int n = 0; n < Count; n++)
                    {
                        covariance[(m * Count) + n] += variance * seen[m] * seen[n];
                    }
                }
            }
        }

        return covariance;
    }

    // What measurements behind a layer see of a change there; layer -1 is the vertex.
    private void Follow(ReadOnlySpan<double> change, int layer, double[] seen)
    {
        double[] state = [.. change];
        var next = new double[N];
        for (int i = layer + 1, m = 0; i < _track.Nominal.Crossed; i++)
        {
            for (int p = 0; p < N; p++)
            {
                next[p] = KalmanFilter.Dot(_track.Outward[i].AsSpan(p * N, N), state);
            }

            (state, next) = (next, state);
            for (; m < Count && _measurements[m].Layer <= i; m++)
            {
                seen[m] = _measurements[m].Layer == i ? Dot(_measurements[m].Row, state) : 0;
            }
        }
    }

    private sealed record Measurement(int Layer, bool IsU, double[] Row, double Residual, double Sigma);

    // Factor of the covariance; whitened design by parameter; covariance and estimate; whitened residuals of the fit.
    private sealed record Solution(
        double[] Factor, double[][] Design, double[] Inverse, double[] Estimate, double[] Left);
}
