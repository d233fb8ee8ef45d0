namespace CoDesign.Studies.Benchmarks;

/// <summary>Gaps of all runs after a number of evaluations.</summary>
public sealed record BudgetSummary
{
    /// <summary>Number of evaluations.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Median gap; null when more than half of the runs have found nothing feasible.</summary>
    public required double? Median { get; init; }

    /// <summary>First and third quartile.</summary>
    public required double?[] Quartiles { get; init; }

    internal static BudgetSummary Of(int evaluations, double[] gaps)
    {
        Array.Sort(gaps);
        return new BudgetSummary
        {
            Evaluations = evaluations,
            Median = Finite(Quantile(gaps, 0.5)),
            Quartiles = [Finite(Quantile(gaps, 0.25)), Finite(Quantile(gaps, 0.75))],
        };
    }

    internal static double? Finite(double value) => double.IsFinite(value) ? value : null;

    // Linear between the order statistics.
    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        double part = place - below;
        return part == 0 ? sorted[below] : ((1 - part) * sorted[below]) + (part * sorted[below + 1]);
    }
}
