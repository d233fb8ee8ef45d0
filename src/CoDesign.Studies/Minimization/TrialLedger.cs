using CoDesign.Optimization.Trials;
using CoDesign.Studies.Runs;

namespace CoDesign.Studies.Minimization;

/// <summary>The trials of a run: what was suggested, what came of it, all of it in the journal first.</summary>
internal sealed class TrialLedger
{
    /// <summary>Times that a trial is asked at most when its answers may be those of other trials.</summary>
    public const int MostAsked = 3;

    private const string SuggestionKey = "suggestion/", ResultKey = "result/", WithdrawnKey = "withdrawn/";
    private readonly Journal _journal;
    private readonly ProgramSpace _space;
    private readonly Dictionary<int, int> _asked = [];
    private readonly List<TrialRecord> _told = [];
    private readonly List<TrialRecord> _finished = [];
    private readonly List<Observation> _observations = [];
    private readonly SortedDictionary<int, double[]> _pending = [];
    private AnswerShape _shape;

    /// <summary>Reads what a journal holds.</summary>
    /// <param name="journal">Journal, open.</param>
    /// <param name="path">Its file.</param>
    /// <param name="space">Space.</param>
    public TrialLedger(Journal journal, string path, ProgramSpace space)
    {
        (_journal, _space) = (journal, space);
        _shape = new AnswerShape(space);
        foreach ((_, double[][] points) in Journal.ReadAll<double[][]>(path, SuggestionKey))
        {
            Take(points);
        }

        Dictionary<string, string> withdrawn = Journal.ReadAll<string>(path, WithdrawnKey).ToDictionary(w => w.Key, w => w.Value);
        foreach ((string key, TrialRecord record) in Journal.ReadAll<TrialRecord>(path, ResultKey))
        {
            int asked = _asked[record.Trial] = _asked.GetValueOrDefault(record.Trial) + 1;
            string? reason = withdrawn.GetValueOrDefault(WithdrawnKey + key[ResultKey.Length..]);
            if (reason is null || asked >= MostAsked)
            {
                Take(reason is null ? record : Misplaced(record, reason));
            }
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
    public int? Objectives => _shape.Objectives;

    /// <summary>Number of constraints; null until it is known.</summary>
    public int? Constraints => _shape.Constraints;

    /// <summary>Wall-clock time of the suggestions [s].</summary>
    public double SuggestingSeconds => _journal.SecondsOf(SuggestionKey);

    /// <summary>Evaluations that a journal holds.</summary>
    /// <param name="path">The journal's file.</param>
    public static int Results(string path) => Journal.ReadAll<TrialRecord>(path, ResultKey).Count;

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
        int asked = _asked[trial] = _asked.GetValueOrDefault(trial) + 1;
        // Whether the answer is like the others is not written: later answers may tell otherwise.
        TrialRecord record = _journal.Once(
            ResultKey + Asked(trial, asked),
            () => new TrialRecord(trial, _pending[trial], reply.Failure is null ? reply.Answer : null, reply.Failure, reply.Seconds, elapsed));
        Take(record);
        return _finished[^1];
    }

    /// <summary>Takes back answers that may be those of other trials; the trials are pending again, or failed when they were
    /// asked often enough.</summary>
    /// <param name="trials">Numbers of the trials; those without an answer are left alone.</param>
    /// <param name="reason">Why, in a sentence.</param>
    /// <returns>Numbers of the trials that are pending again.</returns>
    public IReadOnlyList<int> Withdraw(IReadOnlyList<int> trials, string reason)
    {
        var again = new List<int>();
        foreach (int trial in trials)
        {
            int index = _told.FindIndex(r => r.Trial == trial && r.Answer is not null);
            if (index < 0)
            {
                continue;
            }

            TrialRecord record = _told[index];
            int asked = _asked[trial];
            _journal.Once(WithdrawnKey + Asked(trial, asked), () => reason);
            if (asked >= MostAsked)
            {
                _told[index] = Misplaced(record, reason);
                continue;
            }

            _told.RemoveAt(index);
            _pending[trial] = record.Point;
            again.Add(trial);
        }

        JudgeAll();
        return again;
    }

    private static string Asked(int trial, int asked) => asked == 1 ? $"{trial}" : $"{trial}/{asked}";

    private static TrialRecord Misplaced(TrialRecord record, string reason) => record with
    {
        Answer = null,
        Failure = new TrialFailure(FailureKind.Garbage,
            $"asked {MostAsked} times, and each answer may be that of another trial: {reason}; an answer with \"trial\" is sure"),
    };

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
        _told.Add(record);
        if (record.Answer is { } answer && _shape.Count(answer))
        {
            JudgeAll();
        }
        else
        {
            Judge(record);
        }
    }

    private void JudgeAll()
    {
        _shape = new AnswerShape(_space);
        foreach (TrialRecord record in _told.Where(r => r.Answer is not null))
        {
            _shape.Count(record.Answer!); // filtered above
        }

        _finished.Clear();
        _observations.Clear();
        _told.ForEach(Judge);
    }

    private void Judge(TrialRecord record)
    {
        TrialFailure? odd = record.Answer is { } answer ? _shape.Fault(answer) : null;
        TrialRecord judged = odd is null ? record : record with { Answer = null, Failure = odd };
        _finished.Add(judged);
        _observations.Add(judged.Observation());
    }
}
