namespace CoDesign.Optimization.Gradient;

/// <summary>The step of least m p + p B p / 2 under linearised constraints that cost a penalty when violated.</summary>
/// <remarks>Solved in the multipliers, one after the other: the problem is convex, and constraints are few. B is
/// diagonal and given by its inverse.</remarks>
/// <param name="kinds">Kinds of the constraints.</param>
/// <param name="penalty">Penalty rho; multipliers stay in [0, rho], or [-rho, rho] for an equality.</param>
internal sealed class ConstrainedStep(IReadOnlyList<ConstraintKind> kinds, double penalty)
{
    private const int MaximumSweeps = 500;
    private const double Tolerance = 1e-12;

    /// <summary>Solves the problem.</summary>
    /// <param name="slope">m, [parameters].</param>
    /// <param name="inverse">Diagonal of B^-1, [parameters], positive.</param>
    /// <param name="values">c, [constraints].</param>
    /// <param name="jacobian">J, [constraints][parameters].</param>
    /// <returns>The step, [parameters], and the multipliers, [constraints].</returns>
    public (double[] Step, double[] Multipliers) Solve(
        double[] slope, double[] inverse, double[] values, double[][] jacobian)
    {
        double[] step = [.. slope.Zip(inverse, (m, b) => -m * b)];
        var multipliers = new double[values.Length];
        double[] strength = [.. jacobian.Select(row => Dot(row, Times(inverse, row)))];
        for (int sweep = 0; sweep < MaximumSweeps; sweep++)
        {
            double moved = 0;
            for (int c = 0; c < values.Length; c++)
            {
                // A constraint that no parameter moves has no multiplier.
                if (strength[c] == 0)
                {
                    continue;
                }

                double least = kinds[c] == ConstraintKind.Equality ? -penalty : 0;
                double wanted = multipliers[c] + ((values[c] + Dot(jacobian[c], step)) / strength[c]);
                double change = Math.Clamp(wanted, least, penalty) - multipliers[c];
                multipliers[c] += change;
                for (int i = 0; i < step.Length; i++)
                {
                    step[i] -= change * inverse[i] * jacobian[c][i];
                }

                moved = Math.Max(moved, Math.Abs(change));
            }

            if (moved <= Tolerance * penalty)
            {
                break;
            }
        }

        return (step, multipliers);
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double[] Times(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x * y)];
}
