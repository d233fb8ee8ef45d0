using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs.Outer;

namespace CoDesign.Studies.Runs;

/// <summary>Puts the searches at equal cost into the summary's words.</summary>
internal sealed class SearchDescription(Study study, RunOutcome outcome, IReadOnlyList<HistoryPoint> history)
{
    private const int FewestDesigns = 5;

    /// <summary>All searches by name.</summary>
    /// <param name="own">Name of the study's own optimisation.</param>
    public Dictionary<string, SearchSummary> All(string own)
    {
        var searches = new Dictionary<string, SearchSummary>
        {
            [outcome.Random.Name] = Compared(Described(outcome.Random, outcome.SearchObjectives[0])),
            [outcome.Sobol.Name] = Compared(Described(outcome.Sobol, outcome.SearchObjectives[1])),
        };
        if (outcome.Comparison is { } halves)
        {
            searches["outer_only"] = Compared(OuterOnly(halves));
            searches["inner_only"] = InnerOnly(halves);
        }

        searches[own] = Own();
        return searches;
    }

    private SearchSummary Described(EqualCostSearch.SearchResult run, double[] objectives)
    {
        double best = double.PositiveInfinity;
        return Measured(objectives, new SearchSummary
        {
            Events = run.Events,
            Designs = run.Candidates.Count,
            FeasibleFraction = run.Draws == 0 ? 0 : (double)run.Candidates.Count / run.Draws,
            Objective = double.NaN,
            ObjectiveError = double.NaN,
            Trace = [.. run.Candidates.Select((c, k) => new[]
                { (double)(k + 1) * run.EventsPerDesign, best = Math.Min(best, c.Objective) })],
        });
    }

    private SearchSummary OuterOnly(Comparison halves)
    {
        DesignSearchResult run = halves.OuterOnly;
        double best = double.PositiveInfinity;
        return Measured(halves.OuterObjectives, new SearchSummary
        {
            Events = run.Events,
            Designs = run.Measured.Count,
            FeasibleFraction = run.Suggestions == 0 ? 0 : (double)run.Measured.Count / run.Suggestions,
            Objective = double.NaN,
            ObjectiveError = double.NaN,
            Trace = [.. run.Measured.Select((c, k) => new[]
            {
                (double)(k + 1) * run.EventsPerDesign,
                best = Math.Min(best, c.Observed.Objectives.FirstOrDefault(double.PositiveInfinity)),
            })],
        });
    }

    private SearchSummary InnerOnly(Comparison halves)
    {
        int steps = halves.InnerOnly.Objectives.Count;
        return Measured(halves.InnerObjectives, new SearchSummary
        {
            Events = halves.InnerEvents,
            Designs = steps,
            Objective = double.NaN,
            ObjectiveError = double.NaN,
            Trace = [.. halves.InnerOnly.Objectives.Select((value, k) => new[]
                { (k + 1.0) / steps * halves.InnerEvents, value })],
        });
    }

    private SearchSummary Own()
    {
        HistoryPoint[] steps = [.. history.Where(h => h.Replica == 0)];
        long before = outcome.Structures?.Events() ?? 0;
        return Measured(outcome.FirstReplica, new SearchSummary
        {
            Events = outcome.FirstReplicaEvents,
            Designs = steps.Length + (outcome.Structures?.Trials.Count ?? 0),
            Objective = double.NaN,
            ObjectiveError = double.NaN,
            // Exchanges count as much as steps; the end is what they led to.
            Trace =
            [
                .. Structures(),
                .. steps.Select(h => new[]
                    { before + ((double)(h.Step + 1) * study.Method.EventsPerStep(study)), h.Objective })
                    .Where(point => point[0] < outcome.FirstReplicaEvents),
                [outcome.FirstReplicaEvents, outcome.Validated[0]?.Value ?? double.NaN],
            ],
        });
    }

    private IEnumerable<double[]> Structures()
    {
        double events = 0, best = double.PositiveInfinity;
        foreach (StructureTrial trial in outcome.Structures?.Trials ?? [])
        {
            events += trial.Events;
            best = trial.Status == TrialStatus.Finished ? Math.Min(best, trial.Value) : best;
            if (double.IsFinite(best))
            {
                yield return [events, best];
            }
        }
    }

    // A search that knows few designs has not searched.
    private static SearchSummary Compared(SearchSummary search) => search.Designs >= FewestDesigns ? search : search with
    {
        Excess = null,
        ExcessError = null,
        NoComparison = search.Designs == 0 ? "it found no design that keeps the constraints: this is no comparison"
            : $"it knew {search.Designs} feasible design{(search.Designs == 1 ? "" : "s")}, fewer than {FewestDesigns}: this is "
                + "no comparison",
    };

    // All are evaluated on the same seeds as the result, so that the ratios are sharper than the values.
    private SearchSummary Measured(double[] objectives, SearchSummary search)
    {
        if (objectives.Length == 0)
        {
            return search;
        }

        MetricSummary value = MetricSummary.Mean(objectives, 1, "");
        double[] excess = [.. objectives.Zip(outcome.Optimum.Seeds, (o, result) => (o / result.Objective) - 1)];
        return search with
        {
            Objective = value.Value,
            ObjectiveError = value.Error,
            Excess = excess.Average(),
            ExcessError = Statistics.StandardError(excess),
        };
    }
}
