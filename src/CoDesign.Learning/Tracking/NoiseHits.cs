using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;

namespace CoDesign.Learning.Tracking;

/// <summary>Hits of noise near a track, and the choice among them and the track's own: the one closest to where the
/// layers outside predict the crossing.</summary>
/// <remarks>
/// Noise is uniform, so only the window of five standard deviations around a prediction has to be filled. Where the
/// layers outside do not predict yet (the outermost three, or more that stand close together) the track's own hit is
/// taken: how its seed was found is not modelled. A hit that measures both coordinates is compared by its chi2 per
/// coordinate.
/// </remarks>
/// <param name="surfaces">The layers.</param>
/// <param name="readout">Their electronics.</param>
public sealed class NoiseHits(TrackerSurfaces surfaces, HardHitReadout readout)
{
    private const double HalfWindow = 5;

    // A window with more noise than this predicts nothing.
    private const double Crowded = 100;

    private const int N = Information.Size;

    private readonly double[] _estimate = new double[N];
    private readonly double[] _covariance = new double[N * N];
    private TransportRandom _random;

    /// <summary>Whether any layer has noise.</summary>
    public bool Exist { get; } = readout.Noise.Any(n => n.Occupancy > 0);

    /// <summary>Begins a track.</summary>
    /// <param name="random">The random numbers of the track from here on.</param>
    public void Begin(TransportRandom random) => _random = random;

    /// <summary>Draws the noise of a layer and replaces the track's hit where noise is closer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="track">The linearised track.</param>
    /// <param name="outside">What the layers outside know of the parameters there.</param>
    /// <param name="hits">The hits.</param>
    internal void Choose(int layer, LinearisedTrack track, Information outside, MeasuredHits hits)
    {
        NoiseDensity noise = readout.Noise[layer];
        bool measuresU = surfaces.MeasuresU[layer], measuresV = surfaces.MeasuresV[layer];
        if (!(noise.Occupancy > 0) || !(measuresU || measuresV) || !track.Nominal.Inside[layer] ||
            double.IsNaN(outside.Solve(track.Fitted, _estimate, _covariance)))
        {
            return;
        }

        double u = track.Nominal.U[layer] + KalmanFilter.Dot(track.RowU[layer], _estimate);
        double v = track.Nominal.V[layer] + KalmanFilter.Dot(track.RowV[layer], _estimate);
        double uu = KalmanFilter.Variance(track.RowU[layer], _covariance);
        double vv = KalmanFilter.Variance(track.RowV[layer], _covariance);
        double uv = KalmanFilter.Covariance(track.RowU[layer], track.RowV[layer], _covariance);
        (double errorU, double errorV) = (readout.TypicalErrorU(layer), readout.TypicalErrorV(layer));
        double halfU = HalfWindow * Math.Sqrt(uu + (errorU * errorU));
        double halfV = HalfWindow * Math.Sqrt(vv + (errorV * errorV));

        double offU = track.ResidualU(layer, hits.U[layer]) - (u - track.Nominal.U[layer]);
        double best = Distance(
            offU, hits.V[layer] - v, uu, vv, uv, hits.SigmaU[layer], hits.SigmaV[layer]);
        double mean = noise.Mean(measuresU ? 2 * halfU : noise.PitchU, measuresV ? 2 * halfV : noise.PitchV);
        for (int n = mean < Crowded ? Poisson(mean) : 0; n > 0; n--)
        {
            double du = halfU * ((2 * _random.Uniform()) - 1), dv = halfV * ((2 * _random.Uniform()) - 1);
            double sigmaU = measuresU ? errorU : 0, sigmaV = measuresV ? errorV : 0;
            double distance = Distance(du, dv, uu, vv, uv, sigmaU, sigmaV);
            if (distance < best)
            {
                best = distance;
                (hits.U[layer], hits.V[layer]) = (u + du, v + dv);
                (hits.SigmaU[layer], hits.SigmaV[layer]) = (sigmaU, sigmaV);
                hits.IsNoise[layer] = true;
            }
        }
    }

    // chi2 per measured coordinate; infinite if none is.
    private static double Distance(
        double du, double dv, double uu, double vv, double uv, double sigmaU, double sigmaV)
    {
        (double su, double sv) = (uu + (sigmaU * sigmaU), vv + (sigmaV * sigmaV));
        return (sigmaU > 0, sigmaV > 0) switch
        {
            (true, true) => ((du * du * sv) + (dv * dv * su) - (2 * du * dv * uv)) / ((su * sv) - (uv * uv)) / 2,
            (true, false) => du * du / su,
            (false, true) => dv * dv / sv,
            _ => double.PositiveInfinity,
        };
    }

    private int Poisson(double mean)
    {
        int n = -1;
        for (double sum = 0; sum < mean; n++)
        {
            sum += _random.Exponential();
        }

        return Math.Max(0, n);
    }
}
