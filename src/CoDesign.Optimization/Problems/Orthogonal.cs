using CoDesign.Optimization.Searches;

namespace CoDesign.Optimization.Problems;

/// <summary>Fixed rotations and projections of test problems.</summary>
internal static class Orthogonal
{
    /// <summary>Turns a point by a fixed orthogonal matrix.</summary>
    public static double[] Turn(double[] x)
    {
        double[] turned = [.. x];
        for (int reflection = 0; reflection < 4; reflection++)
        {
            var random = new CountedRandom(1, (ulong)reflection);
            double[] normal = [.. x.Select(_ => random.Normal())];
            double factor = 2 * normal.Zip(turned, (a, b) => a * b).Sum() / normal.Sum(v => v * v);
            for (int i = 0; i < x.Length; i++)
            {
                turned[i] -= factor * normal[i];
            }
        }

        return turned;
    }

    /// <summary>Orthonormal rows of normal numbers, by Gram and Schmidt.</summary>
    /// <param name="rows">Number of rows, at most the columns.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="seed">Seed.</param>
    public static double[][] Rows(int rows, int columns, ulong seed)
    {
        var random = new CountedRandom(seed, 0);
        var matrix = new double[rows][];
        for (int r = 0; r < rows; r++)
        {
            double[] row = [.. Enumerable.Range(0, columns).Select(_ => random.Normal())];
            // Twice, since once leaves rounding errors of the size of the part taken away.
            foreach (double[] earlier in matrix.Take(r).Concat(matrix.Take(r)))
            {
                double along = Dot(row, earlier);
                row = [.. row.Zip(earlier, (a, b) => a - (along * b))];
            }

            double norm = Math.Sqrt(Dot(row, row));
            matrix[r] = [.. row.Select(v => v / norm)];
        }

        return matrix;
    }

    /// <summary>A matrix times a vector.</summary>
    public static double[] Times(double[][] matrix, double[] x) => [.. matrix.Select(row => Dot(row, x))];

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
