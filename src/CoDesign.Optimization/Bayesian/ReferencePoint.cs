using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Bayesian;

/// <summary>Worst values of interest, where nobody has said them.</summary>
public static class ReferencePoint
{
    private const double LeastMargin = 0.1;

    /// <summary>From the front of the feasible trials: its worst values and a margin.</summary>
    /// <param name="finished">Finished trials, one with a result at least.</param>
    /// <returns>[objectives].</returns>
    /// <remarks>
    /// The margin is a share of the range of the front, 1/(points - 1) and at least 0.1: about the distance of neighbours
    /// on an even front, so that its ends count like its middle (H. Ishibuchi et al., Evol. Comput. 26 (2018) 411). A
    /// front without a range takes that of all trials.
    /// </remarks>
    public static double[] Of(IReadOnlyList<Observation> finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        double[][] all = [.. finished.Where(o => o.HasResult()).Select(o => o.Objectives)];
        double[][] front = [.. Dominance.Front(finished).Select(i => finished[i].Objectives)];
        double[][] used = front.Length == 0 ? all : front;
        double margin = Math.Max(LeastMargin, used.Length > 1 ? 1.0 / (used.Length - 1) : 1);
        return [.. Enumerable.Range(0, all[0].Length).Select(m =>
        {
            double worst = used.Max(f => f[m]), range = worst - used.Min(f => f[m]);
            range = range > 0 ? range : all.Max(f => f[m]) - all.Min(f => f[m]);
            return worst + (margin * (range > 0 ? range : Math.Max(1, Math.Abs(worst))));
        })];
    }
}
