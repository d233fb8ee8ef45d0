namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Cholesky factors, their inverses and solutions, in tiles that a core's registers and caches hold.</summary>
/// <remarks>
/// Every sum of O(n^3) is a scalar product of rows in storage order: the factor row by row (Golub and Van Loan, Matrix
/// Computations, 4th ed., section 4.2.5), the inverse of the factor by forward substitution kept transposed, the inverse
/// of the matrix as the product of that with itself. Sums run in a fixed order. On one core this takes from 1 (200 rows) to
/// 1.6 times (2000) as long as libtorch's, whose results depend on its threads.
/// </remarks>
internal static unsafe class Cholesky
{
    // Rows that stay in the second cache while the others stream by.
    private const int Panel = 32;

    /// <summary>Replaces the lower triangle of a matrix by its factor.</summary>
    /// <returns>Whether the matrix is positive definite; otherwise its content is lost.</returns>
    public static bool TryFactor(TriangularMatrix matrix)
    {
        int n = matrix.Padded;
        fixed (double* l = matrix.Values)
        {
            for (int panel = 0; panel < n; panel += Panel)
            {
                int end = Math.Min(panel + Panel, n);
                for (int j = 0; j < end; j += TriangularMatrix.Tile)
                {
                    for (int i = Math.Max(j, panel); i < end; i += TriangularMatrix.Tile)
                    {
                        if (!FactorTile(l, matrix.Stride, i, j))
                        {
                            return false;
                        }
                    }
                }
            }
        }

        return true;
    }

    private static bool FactorTile(double* l, nint stride, int i, int j)
    {
        double* sums = stackalloc double[16];
        double* a = l + (i * stride), b = l + (j * stride);
        TriangularMatrix.Products(a, stride, b, stride, j, sums);
        for (int r = 0; r < 4; r++)
        {
            double* row = a + (r * stride) + j;
            for (int c = 0; c < (i == j ? r + 1 : 4); c++)
            {
                double* column = b + (c * stride) + j;
                double v = row[c] - sums[(4 * r) + c];
                for (int k = 0; k < c; k++)
                {
                    v -= row[k] * column[k];
                }

                if (i == j && c == r)
                {
                    if (!(v > 0) || !double.IsFinite(v))
                    {
                        return false;
                    }

                    row[c] = Math.Sqrt(v);
                }
                else
                {
                    row[c] = v / column[c];
                }
            }
        }

        return true;
    }

    /// <summary>Writes the transposed inverse of a factor into the upper triangle of another matrix.</summary>
    public static void InvertTransposed(TriangularMatrix factor, TriangularMatrix inverse)
    {
        int n = factor.Padded;
        fixed (double* l = factor.Values, m = inverse.Values)
        {
            for (int panel = 0; panel < n; panel += Panel)
            {
                int end = Math.Min(panel + Panel, n);
                for (int i = panel; i < n; i += TriangularMatrix.Tile)
                {
                    for (int j = panel; j < Math.Min(end, i + 1); j += TriangularMatrix.Tile)
                    {
                        InvertTile(l, factor.Stride, m, inverse.Stride, i, j);
                    }
                }
            }
        }
    }

    private static void InvertTile(double* l, nint strideL, double* m, nint strideM, int i, int j)
    {
        double* sums = stackalloc double[16];
        double* a = m + (j * strideM), b = l + (i * strideL);
        TriangularMatrix.Products(a + j, strideM, b + j, strideL, i - j, sums);
        for (int r = 0; r < 4; r++)
        {
            double* row = a + (r * strideM) + i;
            for (int c = 0; c < 4; c++)
            {
                double* column = b + (c * strideL) + i;
                double v = (i == j && r == c ? 1 : 0) - sums[(4 * r) + c];
                for (int k = 0; k < c; k++)
                {
                    v -= row[k] * column[k];
                }

                row[c] = v / column[c];
            }
        }
    }

    /// <summary>Writes the inverse of a matrix into a lower triangle, from the transposed inverse of its factor.</summary>
    public static void Square(TriangularMatrix inverse, TriangularMatrix product)
    {
        int n = inverse.Padded;
        fixed (double* m = inverse.Values, p = product.Values)
        {
            double* sums = stackalloc double[16];
            for (int panel = 0; panel < n; panel += Panel)
            {
                for (int a = panel; a < n; a += TriangularMatrix.Tile)
                {
                    for (int b = panel; b < Math.Min(panel + Panel, a + 1); b += TriangularMatrix.Tile)
                    {
                        nint s = inverse.Stride;
                        TriangularMatrix.Products(m + (a * s) + a, s, m + (b * s) + a, s, n - a, sums);
                        for (int r = 0; r < 4; r++)
                        {
                            new ReadOnlySpan<double>(sums + (4 * r), 4).CopyTo(
                                new Span<double>(p + ((a + r) * (nint)product.Stride) + b, 4));
                        }
                    }
                }
            }
        }
    }

    /// <summary>Replaces v by the solution x of L x = v.</summary>
    public static void SolveForward(TriangularMatrix factor, Span<double> v)
    {
        for (int i = 0; i < factor.Size; i++)
        {
            ReadOnlySpan<double> row = factor.Row(i);
            v[i] = (v[i] - Vectors.Dot(row[..i], v[..i])) / row[i];
        }
    }

    /// <summary>Replaces v by the solution x of L^T x = v.</summary>
    public static void SolveBackward(TriangularMatrix factor, Span<double> v)
    {
        for (int i = factor.Size - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = factor.Row(i);
            v[i] /= row[i];
            Vectors.Add(-v[i], row[..i], v[..i]);
        }
    }
}
