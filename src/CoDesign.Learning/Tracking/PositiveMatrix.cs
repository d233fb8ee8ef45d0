namespace CoDesign.Learning.Tracking;

/// <summary>Symmetric positive matrices of any size, in row order.</summary>
internal static class PositiveMatrix
{
    // Part of a diagonal element that must be left after elimination: below, it is rounding.
    private const double Singular = 1e-14;

    // Largest product of an element of the diagonal and that of the inverse: beyond, rounding alone kept it finite.
    private const double Inflation = 1e12;

    /// <summary>Cholesky factor in the lower triangle, in place: A = R R'.</summary>
    /// <param name="a">The matrix, [n, n].</param>
    /// <param name="n">Its size.</param>
    /// <returns>Whether it is positive.</returns>
    public static bool TryFactorise(Span<double> a, int n)
    {
        for (int j = 0; j < n; j++)
        {
            Span<double> row = a.Slice(j * n, j + 1);
            double left = row[j];
            for (int k = 0; k < j; k++)
            {
                left -= row[k] * row[k];
            }

            if (!(left > Singular * row[j]))
            {
                return false;
            }

            double pivot = Math.Sqrt(left);
            for (int i = j + 1; i < n; i++)
            {
                Span<double> below = a.Slice(i * n, j + 1);
                double sum = below[j];
                for (int k = 0; k < j; k++)
                {
                    sum -= below[k] * row[k];
                }

                below[j] = sum / pivot;
            }

            row[j] = pivot;
        }

        return true;
    }

    /// <summary>Solves R x = b in place.</summary>
    /// <param name="factor">Cholesky factor R, [n, n].</param>
    /// <param name="b">b, then x, [n].</param>
    public static void SolveLower(ReadOnlySpan<double> factor, Span<double> b)
    {
        int n = b.Length;
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < i; k++)
            {
                b[i] -= factor[(i * n) + k] * b[k];
            }

            b[i] /= factor[(i * n) + i];
        }
    }

    private const int LargestInverse = 8;

    /// <summary>Inverts a matrix in place.</summary>
    /// <param name="a">The matrix, [n, n].</param>
    /// <param name="n">Its size, at most 8.</param>
    /// <returns>Whether it is positive, and by more than rounding.</returns>
    public static bool TryInvert(Span<double> a, int n)
    {
        Span<double> w = stackalloc double[LargestInverse * LargestInverse];
        Span<double> unit = stackalloc double[n], diagonal = stackalloc double[n];
        for (int i = 0; i < n; i++)
        {
            diagonal[i] = a[i * (n + 1)];
        }

        if (!TryFactorise(a, n))
        {
            return false;
        }

        // A^-1 = W'W with W = R^-1, lower too.
        for (int j = 0; j < n; j++)
        {
            unit.Clear();
            unit[j] = 1;
            SolveLower(a, unit);
            for (int i = 0; i < n; i++)
            {
                w[(i * n) + j] = unit[i];
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int k = i; k < n; k++)
                {
                    sum += w[(k * n) + i] * w[(k * n) + j];
                }

                a[(i * n) + j] = a[(j * n) + i] = sum;
            }
        }

        bool regular = true;
        for (int i = 0; i < n; i++)
        {
            regular &= diagonal[i] * a[i * (n + 1)] < Inflation;
        }

        return regular;
    }
}
