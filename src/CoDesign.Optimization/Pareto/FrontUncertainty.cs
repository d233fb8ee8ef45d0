using CoDesign.Optimization.Searches;

namespace CoDesign.Optimization.Pareto;

/// <summary>What errors of the objectives mean for a front.</summary>
public sealed record FrontUncertainty
{
    /// <summary>Probability of every point to be on the front, [points].</summary>
    public required double[] OnFront { get; init; }

    /// <summary>Mean of the hypervolume.</summary>
    public required double Hypervolume { get; init; }

    /// <summary>Standard deviation of the hypervolume.</summary>
    public required double HypervolumeError { get; init; }

    /// <summary>From draws of all objectives, independent and normal.</summary>
    /// <param name="means">[points][objectives].</param>
    /// <param name="errors">Standard errors, [points][objectives].</param>
    /// <param name="reference">Worst values of interest, [objectives].</param>
    /// <param name="draws">Draws, 2 or more; a probability p is known to sqrt(p (1 - p) / draws).</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <remarks>The mean hypervolume is above that of the means: the best of noisy values is too good.</remarks>
    public static FrontUncertainty Of(
        IReadOnlyList<double[]> means, IReadOnlyList<double[]> errors, IReadOnlyList<double> reference, int draws, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(means);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 2);
        var onFront = new double[means.Count];
        var volumes = new double[draws];
        for (int d = 0; d < draws; d++)
        {
            var random = new CountedRandom(seed, (ulong)d);
            double[][] drawn = [.. means.Select((m, i) => m.Select((v, k) => v + (errors[i][k] * random.Normal())).ToArray())];
            int[] front = Dominance.NonDominated(drawn);
            foreach (int i in front)
            {
                onFront[i] += 1.0 / draws;
            }

            volumes[d] = Pareto.Hypervolume.Of([.. front.Select(i => drawn[i])], reference);
        }

        double mean = volumes.Average();
        return new FrontUncertainty
        {
            OnFront = onFront,
            Hypervolume = mean,
            HypervolumeError = Math.Sqrt(volumes.Sum(v => (v - mean) * (v - mean)) / (draws - 1)),
        };
    }
}
