using MathNet.Numerics.LinearAlgebra;

namespace CoDesign.Optimization.Gradient;

/// <summary>Moves a nearly feasible point onto the feasible side by the shortest way.</summary>
public static class FeasiblePoint
{
    private const int MaximumIterations = 60;

    // Of equalities; rounding of inequalities without a margin.
    private const double SmallestMargin = 1e-6;
    private const double Rounding = 5e-10;

    // A step that ends where a constraint is not a number is halved so often.
    private const int MaximumHalvings = 12;

    /// <summary>Gauss-Newton steps u - J^T (J J^T)^-1 (c + margin) on the violated constraints.</summary>
    /// <param name="point">Start, [parameters].</param>
    /// <param name="constraints">Constraint values and Jacobian at a point; exact functions.</param>
    /// <param name="kinds">Kinds of the constraints.</param>
    /// <param name="margin">How far below zero an inequality is brought, so that rounding does not undo it; 0 for inequalities
    /// that leave no room, such as two that are an equality.</param>
    /// <returns>The point, or null when no feasible one was found near.</returns>
    public static double[]? Restore(
        double[] point, Func<double[], (double[] Values, double[][] Jacobian)> constraints,
        IReadOnlyList<ConstraintKind> kinds, double margin = 1e-6)
    {
        double[] u = [.. point], before = u;
        int halvings = 0;
        for (int iteration = 0; iteration < MaximumIterations; iteration++)
        {
            (double[] values, double[][] jacobian) = constraints(u);
            int[] violated = [.. Enumerable.Range(0, values.Length).Where(c => Violated(values[c], kinds[c], margin))];
            bool exists = values.All(double.IsFinite);
            if (exists && violated.Length == 0)
            {
                return u;
            }

            if (!exists || !jacobian.All(row => row.All(double.IsFinite)))
            {
                if (iteration == 0 || halvings++ == MaximumHalvings)
                {
                    return null;
                }

                u = [.. before.Zip(u, (from, to) => (from + to) / 2)];
                continue;
            }

            before = [.. u];
            // Constraints near their limit stay in the system, or the next step would push them over.
            int[] active = [.. Enumerable.Range(0, values.Length)
                .Where(c => violated.Contains(c) || kinds[c] == ConstraintKind.Equality || values[c] > -0.01)];
            Matrix<double> j = Matrix<double>.Build.DenseOfRows(active.Select(c => jacobian[c]));
            Vector<double> target = Vector<double>.Build.DenseOfEnumerable(active.Select(c =>
                violated.Contains(c) ? values[c] + (kinds[c] == ConstraintKind.Inequality ? 2 * margin : 0) : 0));
            Matrix<double> gram = j * j.Transpose();
            gram += Matrix<double>.Build.DenseIdentity(active.Length) * (1e-12 * (1 + gram.Trace()));
            Vector<double> step = j.Transpose() * gram.Solve(target);
            double scale = Math.Min(1, 0.5 / Math.Max(step.InfinityNorm(), 1e-300));
            for (int i = 0; i < u.Length; i++)
            {
                u[i] -= scale * step[i];
            }
        }

        return null;
    }

    private static bool Violated(double value, ConstraintKind kind, double margin) =>
        kind == ConstraintKind.Equality ? Math.Abs(value) > Math.Max(margin, SmallestMargin)
            : value > (margin > 0 ? -margin : Rounding);
}
