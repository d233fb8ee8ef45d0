namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>The part of the gradient of a posterior that comes from derivatives among the data.</summary>
/// <remarks>
/// With W = a a' - K^-1 and the notation of <see cref="Kernel"/>, q_k = w_k (x_k - y_k)^2. Slope with value:
/// sum_i W_i dK_i / d log l_k = -4 V (m'' q_k sum_i W_i u_i + m' u_k W_k). Slope with slope:
/// sum_ij W_ij dK_ij / d log l_k = V (8 m''' q_k sum W_ij u_i u_j + 8 m'' u_k sum_j (W_kj + W_jk) u_j
/// + 4 m'' q_k sum_i W_ii w_i + 4 m' w_k W_kk).
/// </remarks>
internal readonly ref struct SlopePosterior(
    ModelRows rows, Kernel kernel, TriangularMatrix inverse, ReadOnlySpan<double> weights)
{
    private readonly ReadOnlySpan<double> _weights = weights;

    /// <summary>Adds derivatives by the length scales, and of the noise of slopes.</summary>
    public void AddLengths(Span<double> gradient)
    {
        if (!rows.HasSlopes)
        {
            return;
        }

        int m = rows.Sloped.Length;
        Span<double> u = stackalloc double[m], q = stackalloc double[rows.Dimensions];
        Span<double> sums = new double[rows.Dimensions];
        Span<double> product = stackalloc double[m];
        double noise = 0;
        for (int a = 0; a < rows.Points; a++)
        {
            if (rows.FirstSlope[a] < 0)
            {
                continue;
            }

            for (int b = 0; b < rows.Points; b++)
            {
                Separate(a, b, u, q, out double s);
                AddValue(rows.FirstSlope[a], b, s, u, q, sums);
                if (rows.FirstSlope[b] >= 0 && b < a)
                {
                    AddSlopes(rows.FirstSlope[a], rows.FirstSlope[b], s, u, q, product, sums);
                }
            }

            noise += AddDiagonal(rows.FirstSlope[a], sums);
        }

        for (int k = 0; k < sums.Length; k++)
        {
            gradient[k] -= sums[k];
        }

        gradient[^1] -= noise;
    }

    private double Weight(int row, int column) =>
        (_weights[row] * _weights[column]) - (row >= column ? inverse[row, column] : inverse[column, row]);

    private void Separate(int a, int b, Span<double> u, Span<double> q, out double s)
    {
        s = kernel.Separation(a, b, u);
        for (int k = 0; k < q.Length; k++)
        {
            double d = kernel.Scaled(k)[a] - kernel.Scaled(k)[b];
            q[k] = !rows.IsChoice[k] ? d * d : Math.Abs(d) < 1e-9 ? 0 : kernel.Inverse[k] * kernel.Inverse[k];
        }
    }

    private void AddValue(int first, int b, double s, Span<double> u, Span<double> q, Span<double> sums)
    {
        (_, double m1, double m2, _) = MaternProfile.At(s);
        double v = kernel.Parameters.Variance, along = 0;
        for (int i = 0; i < u.Length; i++)
        {
            double w = Weight(first + i, b);
            along += w * u[i];
            sums[rows.Sloped[i]] -= 4 * v * m1 * u[i] * w;
        }

        for (int k = 0; k < q.Length; k++)
        {
            sums[k] -= 4 * v * m2 * q[k] * along;
        }
    }

    private void AddSlopes(
        int first, int second, double s, Span<double> u, Span<double> q, Span<double> product, Span<double> sums)
    {
        (_, double m1, double m2, double m3) = MaternProfile.At(s);
        double v = kernel.Parameters.Variance, quadratic = 0, trace = 0;
        for (int i = 0; i < u.Length; i++)
        {
            double both = 0;
            for (int j = 0; j < u.Length; j++)
            {
                both += (Weight(first + i, second + j) + Weight(first + j, second + i)) * u[j];
            }

            int k = rows.Sloped[i];
            double w = Weight(first + i, second + i) * kernel.Inverse[k] * kernel.Inverse[k];
            quadratic += 0.5 * u[i] * both;
            trace += w;
            sums[k] += v * ((8 * m2 * u[i] * both) + (4 * m1 * w));
        }

        for (int k = 0; k < q.Length; k++)
        {
            sums[k] += v * q[k] * ((8 * m3 * quadratic) + (4 * m2 * trace));
        }
    }

    // The prior variance of a slope and its noise: (1 + noise) 5/3 V w_k.
    private double AddDiagonal(int first, Span<double> sums)
    {
        double noise = 0;
        for (int i = 0; i < rows.Sloped.Length; i++)
        {
            int k = rows.Sloped[i];
            double w = Weight(first + i, first + i);
            double prior = 5.0 / 3 * kernel.Parameters.Variance * kernel.Inverse[k] * kernel.Inverse[k];
            sums[k] -= w * (prior + kernel.SlopeNoise(k));
            noise += w * prior * kernel.Parameters.SlopeNoise;
        }

        return noise;
    }
}
