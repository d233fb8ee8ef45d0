using MathNet.Numerics.LinearAlgebra;

namespace CoDesign.Optimization.Gradient;

/// <summary>Multipliers of the active constraints from the gradients at an optimum.</summary>
public static class LagrangeMultipliers
{
    /// <summary>Least squares of grad f + sum l_c grad c = 0 over the active constraints; an inequality whose
    /// multiplier comes out negative is not active and leaves.</summary>
    /// <param name="gradient">Gradient of the objective, [parameters].</param>
    /// <param name="values">Constraint values, [constraints].</param>
    /// <param name="jacobian">Constraint gradients, [constraints][parameters].</param>
    /// <param name="kinds">Kinds.</param>
    /// <param name="isActive">Whether an inequality is on its limit; by default above -1e-3.</param>
    /// <returns>Multipliers, [constraints]; zero for what is not active.</returns>
    public static double[] Estimate(
        double[] gradient, double[] values, double[][] jacobian, IReadOnlyList<ConstraintKind> kinds,
        Func<int, bool>? isActive = null)
    {
        isActive ??= c => values[c] > -1e-3;
        List<int> active = [.. Enumerable.Range(0, values.Length)
            .Where(c => kinds[c] == ConstraintKind.Equality || isActive(c))];
        var multipliers = new double[values.Length];
        while (active.Count > 0)
        {
            Matrix<double> j = Matrix<double>.Build.DenseOfRows(active.Select(c => jacobian[c]));
            Matrix<double> gram = j * j.Transpose();
            gram += Matrix<double>.Build.DenseIdentity(active.Count) * (1e-12 * (1e-300 + gram.Trace()));
            Vector<double> solution = gram.Solve(-(j * Vector<double>.Build.DenseOfArray(gradient)));
            int worst = Enumerable.Range(0, active.Count)
                .Where(k => kinds[active[k]] == ConstraintKind.Inequality)
                .DefaultIfEmpty(-1)
                .MinBy(k => k < 0 ? 0 : solution[k]);
            if (worst < 0 || solution[worst] >= 0)
            {
                for (int k = 0; k < active.Count; k++)
                {
                    multipliers[active[k]] = solution[k];
                }

                break;
            }

            active.RemoveAt(worst);
        }

        return multipliers;
    }
}
