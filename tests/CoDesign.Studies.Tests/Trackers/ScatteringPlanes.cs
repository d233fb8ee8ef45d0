using CoDesign.Physics;
using CoDesign.Physics.Scattering;
using MathNet.Numerics.LinearAlgebra;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>Straight-line reference for planes in a weak field: the parabola y = a + b x + (k/2) x^2, measured with one
/// resolution and scattered by equal thin planes, as one dense covariance matrix. Shares nothing with the models.</summary>
/// <remarks>cov(y_i, y_j) = sigma^2 delta_ij + theta0^2 sum_{l before i and j} (x_i - x_l)(x_j - x_l); planes at one place
/// scatter in their order, with no lever arm between them.</remarks>
internal sealed record ScatteringPlanes(double Resolution, double Angle)
{
    /// <summary>Muons of a momentum in planes of so many radiation lengths.</summary>
    public static ScatteringPlanes Of(double resolution, double momentum, double radiationLengths)
    {
        double mass = Particle.MuonMinus.Mass, beta = momentum / Math.Sqrt((momentum * momentum) + (mass * mass));
        return new ScatteringPlanes(resolution, MultipleScattering.HighlandAngle(momentum, beta, radiationLengths));
    }

    /// <summary>Error of the curvature [1/mm].</summary>
    public double CurvatureError(IEnumerable<double> places)
    {
        double[] x = [.. places.Order()];
        int n = x.Length;
        double angle2 = Angle * Angle;
        var covariance = Matrix<double>.Build.Dense(n, n, (i, j) =>
        {
            double sum = i == j ? Resolution * Resolution : 0;
            for (int l = 0; l < Math.Min(i, j); l++)
            {
                sum += angle2 * (x[i] - x[l]) * (x[j] - x[l]);
            }

            return sum;
        });
        // x in metres, so that the columns are of order one.
        var model = Matrix<double>.Build.Dense(n, 3, (i, c) => c == 0 ? 1 : c == 1 ? x[i] / 1000 : x[i] * x[i] / 2e6);
        Matrix<double> weighted = covariance.Cholesky().Solve(model);
        return Math.Sqrt(model.TransposeThisAndMultiply(weighted).Cholesky().Solve(
            Matrix<double>.Build.DenseIdentity(3))[2, 2]) / 1e6;
    }

    /// <summary>The least error that a crude search finds, and where: random starts, random moves of one plane, to any
    /// place, a place nearby or that of another plane.</summary>
    public (double Error, double[] Places) Search(int planes, double length, int starts, int moves, int seed)
    {
        var random = new Random(seed);
        (double Error, double[] Places) best = (double.PositiveInfinity, []);
        for (int s = 0; s < starts; s++)
        {
            double[] places = [.. Enumerable.Range(0, planes).Select(i =>
                i == 0 ? 0 : i == planes - 1 ? length : length * random.NextDouble())];
            double error = CurvatureError(places);
            for (int m = 0; m < moves; m++)
            {
                double[] moved = [.. places];
                int i = random.Next(planes);
                double near = length * Math.Pow(10, -1 - (4.0 * m / moves));
                moved[i] = Math.Clamp(random.Next(4) switch
                {
                    0 => length * random.NextDouble(),
                    1 => places[random.Next(planes)],
                    _ => moved[i] + (near * ((2 * random.NextDouble()) - 1)),
                }, 0, length);
                double at = moved.Distinct().Count() < 3 ? double.PositiveInfinity : CurvatureError(moved);
                (places, error) = at < error ? (moved, at) : (places, error);
            }

            best = error < best.Error ? (error, [.. places.Order()]) : best;
        }

        return best;
    }
}
