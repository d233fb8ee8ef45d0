using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Physics.Scattering;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;
using MathNet.Numerics.LinearAlgebra;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>The fit of one track the long way: every hit and kick as a row of doubles, the full covariance matrix of
/// all hits inverted at once.</summary>
internal sealed class PlainFit
{
    private readonly List<double[]> _rows = [];
    private readonly List<double> _sigmas = [];
    private readonly List<double> _normals = [];
    private readonly List<int> _layerOf = [];
    private readonly List<(double[] Vector, double Variance, int Layer, double Normal)> _kicks = [];
    private readonly HashSet<double> _placesU = [];
    private readonly HashSet<double> _placesV = [];
    private readonly bool[] _known;

    /// <summary>Walks the track through the layers.</summary>
    public PlainFit(TestTracker tracker, TrackBatch batch, int track)
    {
        bool barrel = tracker.Shape == TrackerShape.Barrel;
        double kappa = tracker.HasField
            ? batch.Charge[track] * PhysicalConstants.SpeedOfLight * tracker.Field / batch.TransverseMomentum[track]
            : 0;
        double tau = batch.Dip[track], p0 = batch.Momentum(track);
        double energy = Math.Sqrt((p0 * p0) + (batch.Mass * batch.Mass));
        double loss = MeanLoss.Relative(p0, batch.Mass);
        bool u = tracker.MeasuresU.Count(m => m) >= (tracker.HasField ? 3 : 2);
        bool v = tracker.MeasuresV.Count(m => m) >= 2;
        _known = [!u, !u, !u || !tracker.HasField, !v, !v];
        int n = tracker.Count;
        double[] scatter = new double[4 * n], error = new double[2 * n], uniform = new double[n];
        batch.Streams.Normals(batch.First + track, 1, 4 * n, RandomPurpose.TrackScattering, scatter);
        batch.Streams.Normals(batch.First + track, 1, 2 * n, RandomPurpose.HitError, error);
        batch.Streams.Uniforms(batch.First + track, 1, n, RandomPurpose.HitEfficiency, uniform);
        for (int j = 0; j < n; j++)
        {
            double distance = tracker.Position[j] - (barrel ? 0 : batch.VertexZ[track]);
            double p = Math.Sqrt((energy * energy) - (batch.Mass * batch.Mass));
            var c = Crossing.Of(barrel, distance, kappa, tau, barrel ? 0 : batch.Azimuth[track]);
            if (double.IsNaN(c.Arc) || double.IsNaN(p) || p < Math.Max(p0 / 2, 0.1 * batch.Mass))
            {
                break;
            }

            double atU = barrel ? 0 : batch.VertexX[track] + c.Across;
            double atV = (barrel ? batch.VertexZ : batch.VertexY)[track] + (tau * c.Arc);
            if (distance < 0 || Math.Abs(atU) > tracker.HalfU[j] || Math.Abs(atV) > tracker.HalfV[j])
            {
                continue;
            }

            bool seen = uniform[j] <= tracker.Efficiency[j];
            if (seen && tracker.MeasuresU[j])
            {
                HitsU++;
                _placesU.Add(tracker.Position[j]);
                AddHit(u, c.RowU, tracker.SigmaU[j], j, error[2 * j]);
            }

            if (seen && tracker.MeasuresV[j])
            {
                HitsV++;
                _placesV.Add(tracker.Position[j]);
                AddHit(v, c.RowV(tau), tracker.SigmaV[j], j, error[(2 * j) + 1]);
            }

            double path = Math.Sqrt(1 + (tau * tau)) / c.CosPsi, length = path * tracker.Thickness[j];
            double theta = MultipleScattering.HighlandAngle(p, p / energy, path * tracker.RadiationLengths[j]);
            double shift = theta * length / Math.Sqrt(12);
            double[][] vectors = c.Kicks(kappa, tau);
            for (int k = 0; k < 4; k++)
            {
                double width = k < 2 ? theta : shift;
                _kicks.Add((vectors[k], width * width, j, scatter[(4 * j) + k]));
            }

            energy -= tracker.Loss[j] * path * loss;
        }

        IsFitted = (!u || _placesU.Count >= (tracker.HasField ? 3 : 2)) && (!v || _placesV.Count >= 2) && (u || v);
    }

    public int HitsU { get; private set; }

    public int HitsV { get; private set; }

    public bool IsFitted { get; }

    /// <summary>Covariance and error of the five parameters; zero where known.</summary>
    public (double[,] Covariance, double[] Error) Solve()
    {
        int n = _rows.Count;
        int[] free = [.. Enumerable.Range(0, 5).Where(i => !_known[i])];
        var h = Matrix<double>.Build.Dense(n, free.Length, (i, j) => _rows[i][free[j]]);
        var v = Matrix<double>.Build.Dense(n, n, (i, j) => (i == j ? _sigmas[i] * _sigmas[i] : 0) + _kicks
            .Where(k => k.Layer < _layerOf[i] && k.Layer < _layerOf[j])
            .Sum(k => k.Variance * Dot(_rows[i], k.Vector) * Dot(_rows[j], k.Vector)));
        var hit = Vector<double>.Build.Dense(n, i => (_sigmas[i] * _normals[i]) + _kicks
            .Where(k => k.Layer < _layerOf[i])
            .Sum(k => Math.Sqrt(k.Variance) * k.Normal * Dot(_rows[i], k.Vector)));
        // Columns of order one: their squares go into the inverse.
        var scale = Matrix<double>.Build.DenseOfDiagonalArray([.. h.EnumerateColumns().Select(c => 1 / c.L2Norm())]);
        Matrix<double> scaled = h * scale, weighted = v.Cholesky().Solve(scaled);
        Matrix<double> inverse = scale * (scaled.Transpose() * weighted).Cholesky().Solve(scale);
        Vector<double> estimate = inverse * scale.Inverse() * (weighted.Transpose() * hit);
        var covariance = new double[5, 5];
        var error = new double[5];
        for (int i = 0; i < free.Length; i++)
        {
            error[free[i]] = estimate[i];
            for (int j = 0; j < free.Length; j++)
            {
                covariance[free[i], free[j]] = inverse[i, j];
            }
        }

        return (covariance, error);
    }

    private void AddHit(bool fits, double[] row, double sigma, int layer, double normal)
    {
        if (fits)
        {
            _rows.Add(row);
            _sigmas.Add(sigma);
            _layerOf.Add(layer);
            _normals.Add(normal);
        }
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    /// <summary>Textbook form of a crossing, with its cancellations; curvature far from zero or zero.</summary>
    private sealed record Crossing(
        double B, double E, double R, double Arc, double CosPsi, double[] Slip, double Across)
    {
        public double[] RowU => [E / CosPsi, B / CosPsi, -R / CosPsi, 0, 0];

        public static Crossing Of(bool barrel, double z, double kappa, double tau, double chi0)
        {
            double sine = Math.Sin(chi0) - (kappa * z), x = barrel ? kappa * z / 2 : sine;
            if (Math.Abs(x) >= 0.98)
            {
                return new(0, 0, 0, double.NaN, 1, [], 0);
            }

            double chi = Math.Asin(sine), middle = barrel ? 0 : (chi0 + chi) / 2, rho = z / Math.Cos(middle);
            double a = 2 * Math.Asin(kappa * rho / 2), psi = barrel ? a / 2 : chi;
            double s = kappa == 0 ? rho : a / kappa, b = rho * Math.Cos(a / 2);
            double[] slip = barrel
                ? [Math.Tan(a / 2), 0, kappa == 0 ? 0 : ((z / Math.Cos(a / 2)) - s) / kappa]
                :
                [
                    Math.Sin(chi0) / Math.Cos(chi), z * Math.Tan(middle) / Math.Cos(chi),
                    PlaneSlip(z, kappa, chi0, chi, s),
                ];
            return new(b, Math.Cos(a), rho * rho / 2, s, Math.Cos(psi), slip, z * Math.Tan(middle));
        }

        public double[] RowV(double tau) => [tau * Slip[0], tau * Slip[1], tau * Slip[2], 1, Arc];

        public double[][] Kicks(double kappa, double tau)
        {
            double norm = Math.Sqrt(1 + (tau * tau)), sine = kappa * B, kt = kappa * tau;
            return
            [
                [-norm * B, norm * E, 0, norm * kt * R, 0],
                [-kt * R, kt * B, kt, -Arc - (tau * tau * B), norm * norm],
                [E, kappa * sine, 0, -tau * sine, 0],
                [tau * sine / norm, -kt * E / norm, 0, (1 + (tau * tau * E)) / norm, 0],
            ];
        }

        // Straight: the limit, -z^2 tan(chi)/(2 cos(chi)^2).
        private static double PlaneSlip(double z, double kappa, double chi0, double chi, double s) => kappa == 0
            ? -z * z * Math.Tan(chi0) / (2 * Math.Pow(Math.Cos(chi0), 2))
            : ((z / Math.Cos(chi)) - s) / kappa;
    }
}
