using CoDesign.Studies.Configuration;
using CoDesign.Studies.Runs.Outer;
using CoDesign.Studies.Runs.Tradeoffs;

namespace CoDesign.Studies.Runs;

/// <summary>Says which part of a run found a design, and gathers what each found.</summary>
internal static class RunWords
{
    /// <summary>An optimisation of the study's own.</summary>
    /// <param name="study">The study.</param>
    /// <param name="replica">Its number.</param>
    public static string Own(Study study, int replica) => (study.Outer is null ? "gradient descent" : "the nested optimisation")
        + (replica == 0 ? ", from the baseline" : $", optimisation {replica} from another start");

    /// <summary>The best designs of the searches, of both halves of a nested optimisation, and of the structures.</summary>
    public static IEnumerable<Rival> Rivals(
        EqualCostSearch.SearchResult random, EqualCostSearch.SearchResult sobol, double[][] objectives, Comparison? halves,
        StructureResult? structures)
    {
        if (random.Best is { } r)
        {
            yield return new Rival("random", "the random search", r.Theta, objectives[0]);
        }

        if (sobol.Best is { } s)
        {
            yield return new Rival("sobol", "the Sobol search", s.Theta, objectives[1]);
        }

        if (halves?.OuterOnly.Best() is { } outer)
        {
            yield return new Rival("outer-only", "the outer loop alone", outer, halves.OuterObjectives);
        }

        if (halves is not null)
        {
            yield return new Rival("inner-only", "gradients alone", halves.InnerOnly.Theta, halves.InnerObjectives);
        }

        foreach ((StructureTrial trial, int number) in (structures?.Trials ?? []).Select((t, k) => (t, k))
            .Where(t => t.t.Status == TrialStatus.Finished))
        {
            yield return new Rival(
                $"structure-{number}", $"trial {number} of the outer loop", trial.Theta, [trial.Value]);
        }
    }

    /// <summary>The designs of a trade-off; those that break the study's own limit are no rivals and drop out.</summary>
    public static IEnumerable<Rival> Rivals(TradeoffResult tradeoff) =>
    [
        .. tradeoff.Front.Where(d => d.Level != 1).Select(d => new Rival(
            $"tradeoff-{d.Level:R}", $"the trade-off at {100 * d.Level:0.#} % of the limit", d.Theta, d.Objectives)),
        .. tradeoff.Found.Select((d, k) => new Rival(
            $"front-{k}", "the Bayesian search of the trade-off", d.Theta, d.Objectives)),
    ];
}
