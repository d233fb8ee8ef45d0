using CoDesign.Simulation.Tracks;

namespace CoDesign.Learning.Tracking;

/// <summary>Kalman filter of tracks from the outermost layer to the vertex, and its smoother. One per thread.</summary>
/// <remarks>
/// In information form, so that it begins with no knowledge at all instead of a wide guess. The smoother adds what the
/// layers inside know and what those outside know (Fraser and Potter, IEEE Trans. Automat. Contr. 14 (1969) 387);
/// Fruehwirth, Nucl. Instrum. Meth. A 262 (1987) 444, is the filter of tracks.
/// </remarks>
public sealed class KalmanFilter
{
    private const int N = Information.Size;

    private readonly Information _inward = new();
    private readonly Information _outward = new();
    private readonly Information _both = new();
    private readonly Information[] _outside;

    /// <summary>Room for a number of layers.</summary>
    /// <param name="layers">Layers, zero or more.</param>
    public KalmanFilter(int layers) =>
        _outside = [.. Enumerable.Range(0, layers).Select(_ => new Information())];

    /// <summary>Fits a track.</summary>
    /// <param name="track">Its linearised way.</param>
    /// <param name="hits">Its hits; with a noise the ones that were chosen after the call.</param>
    /// <param name="noise">Hits of noise to choose among; null without them.</param>
    /// <returns>The fit; null if the hits do not determine the parameters.</returns>
    public TrackFit? Fit(LinearisedTrack track, MeasuredHits hits, NoiseHits? noise = null)
    {
        FitHits fitted = Filter(track, hits, noise, keep: null);
        if (!fitted.Suffice)
        {
            return null;
        }

        double[] estimate = new double[N], covariance = new double[N * N];
        double chi2 = _inward.Solve(track.Fitted, estimate, covariance);
        int degrees = fitted.U + fitted.V - track.Fitted.Count;
        return double.IsNaN(chi2) ? null : new TrackFit(estimate, covariance, chi2, fitted.U, fitted.V, degrees);
    }

    /// <summary>Residuals of all hits to the smoothed track.</summary>
    /// <param name="track">Its linearised way.</param>
    /// <param name="hits">Its hits.</param>
    /// <returns>The residuals; null if the hits do not determine the parameters.</returns>
    public SmoothedTrack? Smooth(LinearisedTrack track, MeasuredHits hits)
    {
        if (!Filter(track, hits, noise: null, _outside).Suffice)
        {
            return null;
        }

        var smoothed = new SmoothedTrack(Empty(), Empty(), Empty(), Empty());
        double[] estimate = new double[N], covariance = new double[N * N];
        _outward.Clear();
        for (int i = 0; i < track.Nominal.Crossed; i++)
        {
            _outward.Substitute(track.Inward[i]);
            Measure(_outward, track, hits, i);
            _both.SetSum(_outward, _outside[i]);
            if (double.IsNaN(_both.Solve(track.Fitted, estimate, covariance)))
            {
                return null;
            }

            if (track.Fitted.U && hits.SigmaU[i] > 0)
            {
                (smoothed.ResidualU[i], smoothed.VarianceU[i]) = Residual(
                    track.RowU[i], track.ResidualU(i, hits.U[i]), hits.SigmaU[i], estimate, covariance);
            }

            if (track.Fitted.V && hits.SigmaV[i] > 0)
            {
                (smoothed.ResidualV[i], smoothed.VarianceV[i]) = Residual(
                    track.RowV[i], track.ResidualV(i, hits.V[i]), hits.SigmaV[i], estimate, covariance);
            }

            Scatter(_outward, track, i);
        }

        return smoothed;

        double[] Empty()
        {
            var values = new double[_outside.Length];
            Array.Fill(values, double.NaN);
            return values;
        }
    }

    /// <summary>h'Ch.</summary>
    internal static double Variance(ReadOnlySpan<double> h, ReadOnlySpan<double> covariance) =>
        Covariance(h, h, covariance);

    /// <summary>g'Ch.</summary>
    internal static double Covariance(ReadOnlySpan<double> g, ReadOnlySpan<double> h, ReadOnlySpan<double> covariance)
    {
        double sum = 0;
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                sum += g[i] * covariance[(i * N) + j] * h[j];
            }
        }

        return sum;
    }

    /// <summary>h'x.</summary>
    internal static double Dot(ReadOnlySpan<double> h, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < N; i++)
        {
            sum += h[i] * x[i];
        }

        return sum;
    }

    // Keeps, if asked, what the layers outside each one know of the parameters there.
    private FitHits Filter(LinearisedTrack track, MeasuredHits hits, NoiseHits? noise, Information[]? keep)
    {
        _inward.Clear();
        var fitted = new FitHits(track);
        for (int i = track.Nominal.Crossed - 1; i >= 0; i--)
        {
            Scatter(_inward, track, i);
            keep?[i].SetSum(_inward, Nothing);
            if (fitted.Suffice)
            {
                noise?.Choose(i, track, _inward, hits);
            }

            Measure(_inward, track, hits, i);
            fitted.Add(i, hits.SigmaU[i] > 0, hits.SigmaV[i] > 0);
            _inward.Substitute(track.Outward[i]);
        }

        return fitted;
    }

    private static Information Nothing { get; } = new();

    private static void Scatter(Information information, LinearisedTrack track, int layer)
    {
        for (int k = 0; k < LinearisedTrack.Kicks; k++)
        {
            information.Kick(track.Kick(layer, k), track.KickVariance(layer, k));
        }
    }

    private static void Measure(Information information, LinearisedTrack track, MeasuredHits hits, int i)
    {
        if (track.Fitted.U && hits.SigmaU[i] > 0)
        {
            information.Measure(
                track.RowU[i], track.ResidualU(i, hits.U[i]), hits.SigmaU[i] * hits.SigmaU[i]);
        }

        if (track.Fitted.V && hits.SigmaV[i] > 0)
        {
            information.Measure(
                track.RowV[i], track.ResidualV(i, hits.V[i]), hits.SigmaV[i] * hits.SigmaV[i]);
        }
    }

    private static (double Residual, double Variance) Residual(
        double[] row, double residual, double sigma, double[] estimate, double[] covariance) =>
        (residual - Dot(row, estimate), (sigma * sigma) - Variance(row, covariance));
}
