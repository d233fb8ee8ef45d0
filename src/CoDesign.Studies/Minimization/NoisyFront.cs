using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Trials;

namespace CoDesign.Studies.Minimization;

/// <summary>What the errors that a program told mean for its Pareto set.</summary>
/// <param name="Probability">Probability of every trial that no feasible one is better, [trials].</param>
/// <param name="HypervolumeError">Standard error of the hypervolume; null without a reference point.</param>
internal sealed record NoisyFront(double[] Probability, double? HypervolumeError)
{
    // Probabilities are known to 0.016; the time of a volume grows steeply with the number of objectives.
    private const int Draws = 1000, DrawsOfMany = 100, FewObjectives = 3;

    // A trial that is worse than another by so many errors of both is never better in as many draws.
    private const double Certain = 5;

    /// <summary>From the trials of a run.</summary>
    /// <param name="trials">Finished trials of several objectives.</param>
    /// <param name="reference">Worst values of interest; null if there are none.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <returns>Null when nothing is feasible or a feasible trial has no errors.</returns>
    public static NoisyFront? Of(IReadOnlyList<Observation> trials, double[]? reference, ulong seed)
    {
        (int Index, double[] Means, double[] Errors)[] feasible = [.. trials.Index().Where(t => t.Item.IsFeasible())
            .Select(t => (t.Index, t.Item.Objectives, t.Item.Errors ?? []))];
        if (feasible.Length == 0 || feasible.Any(t => t.Errors.Length == 0))
        {
            return null;
        }

        double[][] best = [.. feasible.Select(t => Shifted(t.Means, t.Errors, -Certain))];
        double[][] worst = [.. feasible.Select(t => Shifted(t.Means, t.Errors, Certain))];
        worst = [.. Dominance.NonDominated(worst).Select(i => worst[i])];
        feasible = [.. feasible.Where((_, i) => !worst.Any(w => w.Index().All(f => f.Item < best[i][f.Index])))];
        int objectives = feasible[0].Means.Length;
        // Without a reference point no volume is asked for: nothing is below the least of all.
        double[] corner = reference ?? [.. Enumerable.Repeat(double.MinValue, objectives)];
        FrontUncertainty front = FrontUncertainty.Of(
            [.. feasible.Select(t => t.Means)], [.. feasible.Select(t => t.Errors)], corner,
            reference is null || objectives <= FewObjectives ? Draws : DrawsOfMany, seed);
        var probability = new double[trials.Count];
        for (int i = 0; i < feasible.Length; i++)
        {
            probability[feasible[i].Index] = front.OnFront[i];
        }

        return new NoisyFront(probability, reference is null ? null : front.HypervolumeError);
    }

    private static double[] Shifted(double[] means, double[] errors, double sigmas) =>
        [.. means.Select((m, k) => m + (sigmas * errors[k]))];
}
