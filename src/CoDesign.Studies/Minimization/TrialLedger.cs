using CoDesign.Optimization.Trials;
using CoDesign.Studies.Runs;

namespace CoDesign.Studies.Minimization;

/// <summary>The trials of a run: what was suggested, what came of it, all of it in the journal first.</summary>
internal sealed class TrialLedger
{
    private const string SuggestionKey = "suggestion/", ResultKey = "result/";
    private readonly Journal _journal;
    private readonly ProgramSpace _space;
    private readonly List<TrialRecord> _finished = [];
    private readonly List<Observation> _observations = [];
    private readonly SortedDictionary<int, double[]> _pending = [];

    /// <summary>Reads what a journal holds.</summary>
    /// <param name="journal">Journal, open.</param>
    /// <param name="path">Its file.</param>
    /// <param name="space">Space.</param>
    public TrialLedger(Journal journal, string path, ProgramSpace space)
    {
        (_journal, _space) = (journal, space);
        (Objectives, Constraints) = (space.Objectives, space.Constraints);
        foreach ((_, double[][] points) in Journal.ReadAll<double[][]>(path, SuggestionKey))
        {
            Take(points);
        }

        foreach ((_, TrialRecord record) in Journal.ReadAll<TrialRecord>(path, ResultKey))
        {
            Take(record);
        }
    }

    /// <summary>Finished trials in the order in which they ended.</summary>
    public IReadOnlyList<TrialRecord> Finished => _finished;

    /// <summary>The same, as a search sees them.</summary>
    public IReadOnlyList<Observation> Observations => _observations;

    /// <summary>Trials that were suggested and are not finished, by number.</summary>
    public IReadOnlyDictionary<int, double[]> Pending => _pending;

    /// <summary>Trials suggested so far.</summary>
    public int Suggested { get; private set; }

    /// <summary>Number of objectives; null until it is known.</summary>
    public int? Objectives { get; private set; }

    /// <summary>Number of constraints; null until it is known.</summary>
    public int? Constraints { get; private set; }

    /// <summary>Wall-clock time of the suggestions [s].</summary>
    public double SuggestingSeconds => _journal.SecondsOf(SuggestionKey);

    /// <summary>Whether any trial of a journal is finished.</summary>
    /// <param name="path">The journal's file.</param>
    public static bool HasResults(string path) => Journal.ReadAll<TrialRecord>(path, ResultKey).Count > 0;

    /// <summary>Suggests points and writes them down. That there are none is not written: while trials are under way it
    /// may be true for now only.</summary>
    /// <param name="suggest">Asks the search.</param>
    /// <returns>How many there were.</returns>
    public int Suggest(Func<IReadOnlyList<double[]>> suggest)
    {
        double[][] points = _journal.OnceIf(
            $"{SuggestionKey}{Suggested + 1}", () => suggest().ToArray(), found => found.Length > 0);
        Take(points);
        return points.Length;
    }

    /// <summary>Writes down what came of a trial.</summary>
    /// <param name="trial">Its number.</param>
    /// <param name="reply">What came of it.</param>
    /// <param name="elapsed">Wall-clock time of the run [s].</param>
    public TrialRecord Finish(int trial, ProgramReply reply, double elapsed)
    {
        TrialFailure? failure = reply.Failure ?? (reply.Answer is { } given ? WrongCount(given) : null);
        ProgramAnswer? answer = failure is null ? reply.Answer : null;
        TrialRecord record = _journal.Once(
            $"{ResultKey}{trial}",
            () => new TrialRecord(trial, _pending[trial], answer, failure, reply.Seconds, elapsed));
        Take(record);
        return record;
    }

    private void Take(double[][] points)
    {
        foreach (double[] point in points)
        {
            _pending.Add(++Suggested, point);
        }
    }

    private void Take(TrialRecord record)
    {
        _pending.Remove(record.Trial);
        _finished.Add(record);
        _observations.Add(record.Observation());
        if (record.Answer is { } answer)
        {
            Objectives ??= answer.Objectives.Length;
            Constraints ??= answer.Constraints?.Length ?? 0;
        }
    }

    private TrialFailure? WrongCount(ProgramAnswer answer)
    {
        (int objectives, int constraints) = (answer.Objectives.Length, answer.Constraints?.Length ?? 0);
        return Objectives is { } m && objectives != m
            ? Wrong($"objectives: given {objectives}, must be {m} {(_space.Objectives is null ? "as in the first answer" : "as in the space file")}")
            : Constraints is { } c && constraints != c
            ? Wrong($"constraints: given {constraints}, must be {c} {(_space.Constraints is null ? "as in the first answer" : "as in the space file")}")
            : null;
    }

    private static TrialFailure Wrong(string reason) => new(FailureKind.WrongAnswer, reason);
}
