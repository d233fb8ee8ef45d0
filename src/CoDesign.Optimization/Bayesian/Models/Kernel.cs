using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Covariances of the rows of a model for one set of hyperparameters.</summary>
/// <remarks>
/// cov(f(x), f(y)) = V m(s) + M, s = sum_i w_i (x_i - y_i)^2, w_i = 1 / l_i^2; for a choice (x_i - y_i)^2 is 1 where the
/// choices differ. With u_i = w_i (x_i - y_i): cov(d_i f(x), f(y)) = 2 V m' u_i and
/// cov(d_i f(x), d_j f(y)) = -V (4 m'' u_i u_j + 2 m' w_i delta_ij) (Rasmussen and Williams, section 9.4).
/// </remarks>
internal sealed class Kernel
{
    private readonly ModelRows _rows;
    private readonly double[] _scaled;

    public Kernel(ModelRows rows)
    {
        _rows = rows;
        _scaled = new double[rows.Unit.Length];
        Inverse = new double[rows.Dimensions];
        Parameters = new KernelParameters([], 0, 0, 0);
    }

    public KernelParameters Parameters { get; private set; }

    /// <summary>1 / l, [variables].</summary>
    public double[] Inverse { get; }

    public void Set(KernelParameters parameters)
    {
        Parameters = parameters;
        for (int k = 0; k < _rows.Dimensions; k++)
        {
            Inverse[k] = 1 / parameters.LengthScales[k];
            double factor = _rows.IsChoice[k] ? 1 : Inverse[k];
            int from = k * _rows.Stride;
            for (int i = from; i < from + _rows.Stride; i++)
            {
                _scaled[i] = factor * _rows.Unit[i];
            }
        }
    }

    /// <summary>Coordinates of the points over the length scales (of choices the codes), padded.</summary>
    public ReadOnlySpan<double> Scaled(int variable) => _scaled.AsSpan(variable * _rows.Stride, _rows.Stride);

    /// <summary>Coordinate of a point on the scale of <see cref="Scaled"/>.</summary>
    public double Scale(int variable, double unit) => _rows.IsChoice[variable] ? unit : unit * Inverse[variable];

    /// <summary>Squared distances of the first points from one, in whole fours.</summary>
    public void Distances(ReadOnlySpan<double> scaledPoint, Span<double> squared)
    {
        ref double to = ref MemoryMarshal.GetReference(squared);
        for (int k = 0; k < _rows.Dimensions; k++)
        {
            ref double x = ref MemoryMarshal.GetReference(Scaled(k));
            Vector256<double> here = Vector256.Create(scaledPoint[k]);
            Vector256<double> apart = Vector256.Create(Inverse[k] * Inverse[k]);
            for (int i = 0; i < squared.Length; i += 4)
            {
                Vector256<double> d = here - Vectors.Load(ref x, i);
                Vector256<double> s = !_rows.IsChoice[k] ? d * d
                    : Vector256.ConditionalSelect(
                        Vector256.LessThan(Vector256.Abs(d), Vector256.Create(1e-9)), Vector256<double>.Zero, apart);
                (k == 0 ? s : s + Vectors.Load(ref to, i)).StoreUnsafe(ref to, (nuint)i);
            }
        }
    }

    /// <summary>Scaled coordinates of a point of the data.</summary>
    public void Point(int point, Span<double> scaled)
    {
        for (int k = 0; k < scaled.Length; k++)
        {
            scaled[k] = _scaled[(k * _rows.Stride) + point];
        }
    }

    /// <summary>u_i of the variables with derivatives for two points of the data, and their squared distance.</summary>
    public double Separation(int a, int b, Span<double> u)
    {
        double s = 0;
        int next = 0;
        for (int k = 0; k < _rows.Dimensions; k++)
        {
            double d = _scaled[(k * _rows.Stride) + a] - _scaled[(k * _rows.Stride) + b];
            s += !_rows.IsChoice[k] ? d * d : Math.Abs(d) < 1e-9 ? 0 : Inverse[k] * Inverse[k];
            if (next < u.Length && _rows.Sloped[next] == k)
            {
                u[next++] = d * Inverse[k];
            }
        }

        return s;
    }

    /// <summary>Variance of a row by its noise and jitter, beyond its prior variance.</summary>
    public double SlopeNoise(int variable) => (Parameters.SlopeNoise + KernelParameters.Jitter)
        * (5.0 / 3) * Parameters.Variance * Inverse[variable] * Inverse[variable];

    /// <summary>Writes the lower triangle of the covariance of all rows, with noise, and of V m' of the values.</summary>
    public void Fill(TriangularMatrix covariance, TriangularMatrix slopes)
    {
        int n = _rows.Points;
        Span<double> here = stackalloc double[_rows.Dimensions];
        Span<double> squared = new double[_rows.Stride];
        for (int a = 0; a < n; a++)
        {
            Point(a, here);
            int width = TriangularMatrix.Pad(a + 1);
            Distances(here, squared[..width]);
            Span<double> row = covariance.Row(a)[..width];
            MaternProfile.Fill(squared[..width], row, slopes.Row(a)[..width], Parameters.Variance);
            for (int b = 0; b < width; b++)
            {
                row[b] += KernelParameters.MeanVariance;
            }

            row[a] += _rows.Noise[a] + Parameters.Noise + (KernelParameters.Jitter * Parameters.Variance);
        }

        FillSlopes(covariance);
        covariance.Continue();
    }

    private void FillSlopes(TriangularMatrix covariance)
    {
        int m = _rows.Sloped.Length;
        Span<double> u = stackalloc double[m];
        for (int a = 0; a < _rows.Points; a++)
        {
            int first = _rows.FirstSlope[a];
            for (int b = 0; first >= 0 && b < _rows.Points; b++)
            {
                double s = Separation(a, b, u);
                (_, double m1, double m2, _) = MaternProfile.At(s);
                double one = 2 * m1 * Parameters.Variance, two = -4 * m2 * Parameters.Variance;
                int other = b <= a ? _rows.FirstSlope[b] : -1;
                for (int i = 0; i < m; i++)
                {
                    Span<double> row = covariance.Row(first + i);
                    row[b] = one * u[i];
                    for (int j = 0; other >= 0 && j < m; j++)
                    {
                        row[other + j] = two * u[i] * u[j];
                    }

                    if (other >= 0)
                    {
                        int k = _rows.Sloped[i];
                        row[other + i] -= one * Inverse[k] * Inverse[k];
                        row[other + i] += a == b ? SlopeNoise(k) : 0;
                    }
                }
            }
        }
    }
}
