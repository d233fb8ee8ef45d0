using System.Diagnostics;
using System.Globalization;
using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;
using CoDesign.Studies.Runs;

namespace CoDesign.Studies.Minimization;

/// <summary>Asks the search for points and the programs for results until all trials are done.</summary>
internal sealed class MinimizationLoop
{
    private const int Shown = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Slice = TimeSpan.FromMilliseconds(200);
    private readonly ProgramSpace _space;
    private readonly MinimizationRequest _request;
    private readonly TrialLedger _ledger;
    private readonly Action<RunProgress> _report;
    private readonly Action<string> _note;
    private readonly FailureLimit _limit;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly double _before;
    private (int Objectives, int Constraints) _searched;
    private ISearch _search;
    private int _emptyAt = -1;
    private bool _noted;
    private int _lostSteps;

    public MinimizationLoop(
        ProgramSpace space, MinimizationRequest request, TrialLedger ledger, Action<RunProgress> report, Action<string> note)
    {
        (_space, _request, _ledger, _report, _note) = (space, request, ledger, report, note);
        _limit = new FailureLimit([.. ledger.Finished]);
        _before = ledger.Finished.Count > 0 ? ledger.Finished[^1].Elapsed : 0;
        _search = NewSearch();
    }

    private double Elapsed => _before + Stopwatch.GetElapsedTime(_start).TotalSeconds;

    /// <summary>What the search is to minimise.</summary>
    public static SearchProblem Problem(
        ProgramSpace space, MinimizationRequest request, int? objectives, int? constraints) => new()
        {
            Space = space.Space,
            // Until an answer has told it, one is as good a guess as any: a search has nothing to compare yet.
            Objectives = objectives ?? 1,
            Constraints = constraints ?? 0,
            ReferencePoint = objectives > 1 ? space.ReferencePoint : null,
            Evaluations = request.Evaluations,
            Seed = (ulong)request.Seed,
        };

    /// <summary>Runs to the end.</summary>
    /// <param name="errorFile">File of a worker's standard error, by its number.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Why there were too many failures; null when there were not.</returns>
    /// <exception cref="StudyException">The command cannot be started.</exception>
    public string? Run(Func<int, string> errorFile, CancellationToken cancellation)
    {
        using var pool = new WorkerPool(
            _request.Parallel, number => new ProgramWorker(_request.Command, _space.Parameters, errorFile(number)),
            cancellation);
        try
        {
            if (Evaluate(pool, cancellation) is { } reason)
            {
                Drain(pool);
                return reason;
            }
        }
        catch (Exception e) when (e is OperationCanceledException || (e is StudyException && _ledger.Finished.Count > 0))
        {
            Drain(pool);
            throw;
        }

        Report();
        return _ledger.Finished.All(r => r.Failure is not null) ? "no trial has a result" : null;
    }

    /// <summary>The summary of what is finished.</summary>
    /// <param name="fault">Why it ended early; null if it did not.</param>
    public MinimizationSummary Summary(string? fault) => MinimizationSummaryBuilder.Build(
        _space, _request, _ledger, _search, Elapsed,
        fault ?? (_ledger.Finished.Count < _request.Evaluations ? "the search has nothing new left to try"
            : "all evaluations are done"));

    private string? Evaluate(WorkerPool pool, CancellationToken cancellation)
    {
        while (true)
        {
            if (AskAll(pool, cancellation) is { } reason)
            {
                return reason;
            }

            OutOfStep[] found = [.. pool.Settle()];
            foreach (OutOfStep lost in found)
            {
                Withdraw(lost);
            }

            if (found.Length == 0 || _ledger.Pending.Count == 0)
            {
                return null;
            }
        }
    }

    private string? AskAll(WorkerPool pool, CancellationToken cancellation)
    {
        while (_ledger.Finished.Count < _request.Evaluations)
        {
            Report();
            Fill(pool, cancellation);
            if (!pool.Running.Any())
            {
                break; // nothing new is left to try
            }

            if (Wait(pool, cancellation) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    // An answer that is whole is not asked for again; a failure may be that of being stopped.
    private void Drain(WorkerPool pool)
    {
        foreach ((int trial, ProgramReply reply) in pool.Drain().Where(r => r.Reply.Answer is not null))
        {
            Finish(trial, reply);
        }
    }

    private TrialRecord Finish(int trial, ProgramReply reply)
    {
        TrialRecord record = _ledger.Finish(trial, reply, Elapsed);
        if (reply.OutOfStep is { } lost)
        {
            Withdraw(lost);
        }

        return record;
    }

    private void Withdraw(OutOfStep lost)
    {
        _lostSteps++;
        IReadOnlyList<int> again = _ledger.Withdraw(lost.Trials, lost.Reason);
        if (again.Count > 0 || _lostSteps == 1)
        {
            _note($"the program was out of step and is started again: {lost.Reason}."
                + (again.Count > 0 ? $" Asked again: trials {string.Join(", ", again.Take(Shown))}{(again.Count > Shown ? ", ..." : "")}, "
                + "whose answers did not name their trial" : ""));
        }
    }

    private void Fill(WorkerPool pool, CancellationToken cancellation)
    {
        int left = Math.Min(pool.Free, _request.Evaluations - _ledger.Finished.Count - pool.Running.Count());
        // What a stopped run had begun comes first.
        int waiting = _ledger.Pending.Count - pool.Running.Count();
        // A search that had nothing may have something when it knows another result.
        if (left > waiting && _emptyAt != _ledger.Finished.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            int wanted = Math.Min(left - waiting, _request.Evaluations - _ledger.Suggested);
            if (wanted > 0 && _ledger.Suggest(() => Suggest(wanted)) == 0)
            {
                _emptyAt = _ledger.Finished.Count;
            }
        }

        int[] running = [.. pool.Running];
        foreach ((int trial, double[] point) in _ledger.Pending.Where(p => !running.Contains(p.Key)).Take(left).ToArray())
        {
            pool.Start(trial, point);
        }
    }

    private IReadOnlyList<double[]> Suggest(int count)
    {
        if ((_ledger.Objectives ?? 1, _ledger.Constraints ?? 0) != _searched)
        {
            _search = NewSearch();
        }

        return _search.Suggest(_ledger.Observations, [.. _ledger.Pending.Values], count);
    }

    private ISearch NewSearch()
    {
        _searched = (_ledger.Objectives ?? 1, _ledger.Constraints ?? 0);
        try
        {
            return SearchFactory.Create(
                _request.Method, Problem(_space, _request, _ledger.Objectives, _ledger.Constraints));
        }
        catch (NotSupportedException e)
        {
            throw new StudyException([new Problem("--method", 0, "", e.Message)]);
        }
    }

    private string? Wait(WorkerPool pool, CancellationToken cancellation)
    {
        if (pool.Next(Slice) is not { } ended)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_noted && _ledger.Finished.Count == 0 && Stopwatch.GetElapsedTime(_start) > Patience)
            {
                _noted = true;
                _note("still no answer of the program. It must read one line, not to the end of its input, and flush the "
                    + "line that it writes; --per-call starts it anew for each call, --timeout sets a limit");
            }

            return null;
        }

        if (cancellation.IsCancellationRequested && ended.Reply.Answer is null)
        {
            // What ends while the run is being stopped may have been stopped with it.
            throw new OperationCanceledException(cancellation);
        }

        if (ended.Reply.CannotStart && _ledger.Finished.Count == 0)
        {
            throw new StudyException([new Problem("--command", 0, "",
                $"given {_request.Command.Text}, cannot be started: {ended.Reply.Failure?.Reason}")]);
        }

        TrialRecord record = Finish(ended.Trial, ended.Reply);
        cancellation.ThrowIfCancellationRequested();
        return _limit.Count(record) ?? (_lostSteps >= FailureLimit.InARow && 2 * _lostSteps > _ledger.Finished.Count
            ? $"the program was out of step {_lostSteps} times; it must write one line for each question" : null);
    }

    private void Report()
    {
        int failed = _ledger.Finished.Count(r => r.Failure is not null);
        _report(new RunProgress(
            $"{_ledger.Finished.Count} of {_request.Evaluations} trials",
            (double)_ledger.Finished.Count / _request.Evaluations,
            Best() + (failed > 0 ? $", {failed} failed" : "")));
    }

    private string Best()
    {
        Observation[] feasible = [.. _ledger.Observations.Where(o => o.IsFeasible())];
        return feasible.Length == 0 ? "nothing feasible yet"
            : _ledger.Objectives > 1 ? $"{CoDesign.Optimization.Pareto.Dominance.Front(_ledger.Observations).Length} in the Pareto set"
            : $"best {feasible.Min(o => o.Objectives[0]).ToString("G6", CultureInfo.InvariantCulture)}";
    }
}
