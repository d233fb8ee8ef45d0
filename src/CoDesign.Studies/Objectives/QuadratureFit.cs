using MathNet.Numerics.LinearAlgebra;

namespace CoDesign.Studies.Objectives;

/// <summary>Fit of y^2 = sum_k c_k^2 g_k(x)^2, terms that add in quadrature, to measured points.</summary>
/// <remarks>Linear in the squares, so the weighted least-squares solution is exact; a square that comes out negative is
/// set to zero and the others are fitted again, and its error is then that of the square's root at one sigma.</remarks>
public sealed record QuadratureFit
{
    /// <summary>c_k, zero or more, in the units of y over g_k; NaN for what too few points cannot tell.</summary>
    public required double[] Terms { get; init; }

    /// <summary>Standard errors.</summary>
    public required double[] Errors { get; init; }

    /// <summary>Chi-square.</summary>
    public required double ChiSquare { get; init; }

    /// <summary>Degrees of freedom.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Fits.</summary>
    /// <param name="basis">g_k.</param>
    /// <param name="x">Where the points are.</param>
    /// <param name="values">y, positive.</param>
    /// <param name="errors">Standard errors, positive.</param>
    public static QuadratureFit To(
        IReadOnlyList<Func<double, double>> basis, IReadOnlyList<double> x, IReadOnlyList<double> values,
        IReadOnlyList<double> errors)
    {
        int n = x.Count, most = basis.Count;
        // Fewer points than terms tell the first terms alone; nothing is known of the others.
        List<int> free = [.. Enumerable.Range(0, Math.Min(n, most))];
        var (terms, sigma) = (new double[most], new double[most]);
        int[] unknown = [.. Enumerable.Range(free.Count, most - free.Count)];
        while (true)
        {
            if (free.Count == 0)
            {
                return Nothing(most);
            }

            Matrix<double> a = Matrix<double>.Build.Dense(n, free.Count, (i, k) =>
                Math.Pow(basis[free[k]](x[i]), 2) / (2 * values[i] * errors[i]));
            Vector<double> y = Vector<double>.Build.Dense(n, i => values[i] / (2 * errors[i]));
            Matrix<double> covariance = (a.Transpose() * a).Inverse();
            Vector<double> squares = covariance * (a.Transpose() * y);
            int worst = squares.MinimumIndex();
            if (squares[worst] < 0 && free.Count > 1)
            {
                sigma[free[worst]] = Math.Pow(covariance[worst, worst], 0.25);
                free.RemoveAt(worst);
                continue;
            }

            for (int k = 0; k < free.Count; k++)
            {
                double error = Math.Sqrt(covariance[k, k]);
                terms[free[k]] = Math.Sqrt(Math.Max(0, squares[k]));
                sigma[free[k]] = terms[free[k]] > Math.Sqrt(error) ? error / (2 * terms[free[k]]) : Math.Sqrt(error);
            }

            foreach (int k in unknown)
            {
                (terms[k], sigma[k]) = (double.NaN, double.NaN);
            }

            return new QuadratureFit
            {
                Terms = terms,
                Errors = sigma,
                ChiSquare = (y - (a * squares)).PointwisePower(2).Sum(),
                DegreesOfFreedom = n - free.Count,
            };
        }
    }

    /// <summary>The fitted function.</summary>
    /// <param name="basis">g_k.</param>
    /// <param name="x">Where.</param>
    public double At(IReadOnlyList<Func<double, double>> basis, double x) =>
        Math.Sqrt(basis.Select((g, k) => Math.Pow(Terms[k] * g(x), 2)).Sum());

    private static QuadratureFit Nothing(int terms) => new()
    {
        Terms = [.. Enumerable.Repeat(double.NaN, terms)],
        Errors = [.. Enumerable.Repeat(double.NaN, terms)],
        ChiSquare = 0,
        DegreesOfFreedom = 0,
    };
}
