namespace CoDesign.Physics.Statistics;

/// <summary>Best sharing of a budget among independent measurements (Neyman).</summary>
/// <remarks>
/// Smallest sum s_i^2/n_i with sum c_i n_i = C: n_i proportional to s_i/sqrt(c_i), and the smallest value is
/// (sum s_i sqrt(c_i))^2/C. Source: Neyman, J. Roy. Stat. Soc. 97, 558 (1934), with costs; Cauchy-Schwarz proves it.
/// </remarks>
public static class NeymanAllocation
{
    /// <summary>Best numbers of measurements.</summary>
    /// <param name="sigmas">Standard deviations of one measurement s [strata], zero or more, not all zero.</param>
    /// <param name="costs">Costs of one measurement c [strata], positive.</param>
    /// <param name="budget">Total cost C, positive.</param>
    /// <returns>Numbers n [strata], real numbers that cost the budget exactly.</returns>
    /// <exception cref="ArgumentException">Lengths differ or are zero, or all sigmas are zero.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double[] Allocate(IReadOnlyList<double> sigmas, IReadOnlyList<double> costs, double budget)
    {
        var sum = WeightedSum(sigmas, costs, budget);
        var numbers = new double[sigmas.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = budget * sigmas[i] / Math.Sqrt(costs[i]) / sum;
        }

        return numbers;
    }

    /// <summary>Variance sum s_i^2/n_i of the best allocation.</summary>
    /// <param name="sigmas">Standard deviations of one measurement s [strata], zero or more, not all zero.</param>
    /// <param name="costs">Costs of one measurement c [strata], positive.</param>
    /// <param name="budget">Total cost C, positive.</param>
    /// <returns>(sum s_i sqrt(c_i))^2/C.</returns>
    /// <exception cref="ArgumentException">Lengths differ or are zero, or all sigmas are zero.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double MinimumVariance(IReadOnlyList<double> sigmas, IReadOnlyList<double> costs, double budget)
    {
        var sum = WeightedSum(sigmas, costs, budget);
        return sum * sum / budget;
    }

    private static double WeightedSum(IReadOnlyList<double> sigmas, IReadOnlyList<double> costs, double budget)
    {
        ArgumentNullException.ThrowIfNull(sigmas);
        ArgumentNullException.ThrowIfNull(costs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget);
        if (sigmas.Count == 0 || sigmas.Count != costs.Count)
        {
            throw new ArgumentException($"{sigmas.Count} sigmas and {costs.Count} costs", nameof(costs));
        }

        double sum = 0;
        for (var i = 0; i < sigmas.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(sigmas[i], nameof(sigmas));
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(costs[i], nameof(costs));
            sum += sigmas[i] * Math.Sqrt(costs[i]);
        }

        return sum > 0 ? sum : throw new ArgumentException("all sigmas are zero: nothing to share", nameof(sigmas));
    }
}
