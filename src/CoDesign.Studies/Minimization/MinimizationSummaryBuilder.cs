using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;
using CoDesign.Studies.Benchmarks;

namespace CoDesign.Studies.Minimization;

/// <summary>Makes the summary of a minimisation from its trials.</summary>
internal static class MinimizationSummaryBuilder
{
    /// <summary>The summary.</summary>
    /// <param name="space">Space.</param>
    /// <param name="request">How it was asked for.</param>
    /// <param name="ledger">Trials.</param>
    /// <param name="search">The search, which recommends.</param>
    /// <param name="total">Wall-clock time [s].</param>
    /// <param name="ended">Why it ended.</param>
    public static MinimizationSummary Build(
        ProgramSpace space, MinimizationRequest request, TrialLedger ledger, ISearch search, double total, string ended)
    {
        TrialSummary[] history = [.. ledger.Finished.Select((r, i) => Of(r, space, ledger.Observations[i]))];
        int objectives = ledger.Objectives ?? 1;
        int[] front = Dominance.Front(ledger.Observations);
        double[]? reference = objectives > 1 ? space.ReferencePoint : null;
        NoisyFront? noisy = objectives > 1 ? NoisyFront.Of(ledger.Observations, reference, (ulong)request.Seed) : null;
        int best = objectives > 1 ? -1 : search.Recommend(ledger.Observations);
        best = best < 0 ? BestTrial.Of(ledger.Observations) : best;
        int nearest = front.Length > 0 ? -1 : LeastInfeasible(ledger.Observations);
        return new MinimizationSummary
        {
            Name = space.Name,
            Best = best < 0 ? null : history[best],
            LeastInfeasible = nearest < 0 ? null : history[nearest],
            Pareto = objectives > 1 ? [.. front.Select(i => history[i] with { Probability = noisy?.Probability[i] })
                .OrderBy(t => t.Objectives?[0])] : null,
            Hypervolume = reference is not null
                ? Hypervolume.Of([.. front.Select(i => ledger.Observations[i].Objectives)], reference) : null,
            HypervolumeError = noisy?.HypervolumeError,
            Trials = new TrialCounts(
                history.Length, history.Count(t => t.Failure is null), history.Count(t => t.Failure is not null),
                history.Count(t => t.Failure is null && !t.Feasible)),
            Failures = ledger.Finished.Select(r => r.Failure).OfType<TrialFailure>().GroupBy(f => Word(f.Kind))
                .ToDictionary(g => g.Key, g => g.Count()),
            Seconds = new MinimizationSeconds(total, history.Sum(t => t.Seconds), ledger.SuggestingSeconds),
            Method = SearchMethodName.Of(request.Method),
            Seed = request.Seed,
            Evaluations = request.Evaluations,
            Parallel = request.Parallel,
            Ended = ended,
            Command = request.Command.Text,
            Started = request.Started,
            Version = request.Version,
            Objectives = [.. Enumerable.Range(0, objectives).Select(i => space.Objective(i, objectives))],
            History = history,
        };
    }

    /// <summary>A kind of failure in a word or two.</summary>
    public static string Word(FailureKind kind) => kind switch
    {
        FailureKind.Crash => "crash",
        FailureKind.Timeout => "time-out",
        FailureKind.Garbage => "garbage",
        FailureKind.NotFinite => "not finite",
        _ => "wrong answer",
    };

    private static int LeastInfeasible(IReadOnlyList<Observation> trials) =>
        Enumerable.Range(0, trials.Count).Where(i => !trials[i].Failed())
            .OrderBy(i => Dominance.Violation(trials[i])).FirstOrDefault(-1);

    private static TrialSummary Of(TrialRecord record, ProgramSpace space, Observation observation) => new()
    {
        Trial = record.Trial,
        Parameters = ProgramParameter.Node(space.Parameters, record.Point),
        Objectives = record.Answer?.Objectives,
        Errors = record.Answer?.Errors,
        Constraints = record.Answer?.Constraints,
        Feasible = observation.IsFeasible(),
        Failure = record.Failure?.Reason,
        Seconds = record.Seconds,
    };
}
