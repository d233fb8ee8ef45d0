using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Searches;

/// <summary>The best trial as observed, without a model.</summary>
public static class BestTrial
{
    /// <summary>The feasible trial with the least observed value; for several objectives the knee of the front.</summary>
    /// <param name="finished">Finished trials.</param>
    /// <returns>Its index, the first of equal ones; -1 when none is feasible.</returns>
    /// <remarks>The knee is the trial of the front nearest to the best values of all objectives, distances in units of
    /// the ranges of the front.</remarks>
    public static int Of(IReadOnlyList<Observation> finished)
    {
        int[] front = Dominance.Front(finished);
        if (front.Length < 2)
        {
            return front.Length - 1 is var last and >= 0 ? front[last] : -1;
        }

        int objectives = finished[front[0]].Objectives.Length;
        double[] low = [.. Enumerable.Range(0, objectives).Select(m => front.Min(i => finished[i].Objectives[m]))];
        double[] high = [.. Enumerable.Range(0, objectives).Select(m => front.Max(i => finished[i].Objectives[m]))];
        return front.MinBy(i => finished[i].Objectives.Select(
            (f, m) => high[m] > low[m] ? Math.Pow((f - low[m]) / (high[m] - low[m]), 2) : 0).Sum());
    }
}
