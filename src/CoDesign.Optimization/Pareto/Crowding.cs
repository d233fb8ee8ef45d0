using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Pareto;

/// <summary>How much room a trial has among those of its rank.</summary>
public static class Crowding
{
    /// <summary>Crowding distances: sum over the objectives of the distance between the neighbours, in units of the range;
    /// infinite for the first and the last.</summary>
    /// <param name="trials">Finished trials.</param>
    /// <param name="ranks">Their ranks.</param>
    /// <remarks>Source: K. Deb et al., IEEE Trans. Evol. Comput. 6 (2002) 182, section III.B.</remarks>
    public static double[] Distances(IReadOnlyList<Observation> trials, IReadOnlyList<int> ranks)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var room = new double[trials.Count];
        foreach (IGrouping<int, int> front in Enumerable.Range(0, trials.Count).Where(i => trials[i].HasResult())
            .GroupBy(i => ranks[i]))
        {
            for (int m = 0; m < trials[front.First()].Objectives.Length; m++)
            {
                int[] order = [.. front.OrderBy(i => trials[i].Objectives[m])];
                double range = trials[order[^1]].Objectives[m] - trials[order[0]].Objectives[m];
                (room[order[0]], room[order[^1]]) = (double.PositiveInfinity, double.PositiveInfinity);
                for (int k = 1; k + 1 < order.Length && range > 0; k++)
                {
                    room[order[k]] += (trials[order[k + 1]].Objectives[m] - trials[order[k - 1]].Objectives[m]) / range;
                }
            }
        }

        return room;
    }
}
