using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Bayesian;

/// <summary>Whether the gradients that come with trials fit their values.</summary>
/// <remarks>
/// Between a trial and the nearest other one the value must change by about the mean of both gradients times the step
/// (trapezoidal rule). Far apart that says little; a wrong sign shows in most pairs. A model that believes gradients
/// more than values is led away from every optimum by it.
/// </remarks>
internal static class GradientAgreement
{
    // Fewer pairs may contradict by chance.
    private const int FewestPairs = 6;

    /// <summary>Whether predicted and seen changes are anticorrelated.</summary>
    /// <param name="trials">Trials with a result.</param>
    /// <param name="units">Their points in the unit cube.</param>
    public static bool Contradicts(IReadOnlyList<Observation> trials, IReadOnlyList<double[]> units)
    {
        int[] told = [.. Enumerable.Range(0, trials.Count).Where(i => trials[i].Gradients is { Length: > 0 } g && g[0].All(double.IsFinite))];
        if (told.Length < FewestPairs)
        {
            return false;
        }

        double product = 0;
        foreach (int i in told)
        {
            int near = told.Where(j => j != i).MinBy(j => Basins.Distance(units[i], units[j]));
            double seen = trials[near].Objectives[0] - trials[i].Objectives[0], predicted = 0;
            for (int k = 0; k < trials[i].Point.Length; k++)
            {
                predicted += 0.5 * (trials[i].Gradients![0][k] + trials[near].Gradients![0][k])
                    * (trials[near].Point[k] - trials[i].Point[k]);
            }

            // Signs, so that no single large step decides; where numbers overflow there is none.
            product += double.IsNaN(seen) || double.IsNaN(predicted) ? 0 : Math.Sign(seen) * Math.Sign(predicted);
        }

        return product < 0;
    }
}
