namespace CoDesign.Studies.Minimization;

/// <summary>Programs that run at the same time, each asked on a thread of its own.</summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly Stack<ProgramWorker> _free = [];
    private readonly List<ProgramWorker> _all = [];
    private readonly List<(Task<ProgramReply> Task, ProgramWorker Worker, int Trial)> _running = [];
    private readonly CancellationTokenSource _end;

    /// <summary>A pool; programs start when they are first asked.</summary>
    /// <param name="count">How many.</param>
    /// <param name="make">Makes a worker by its number, from 1.</param>
    /// <param name="cancellation">Gives up what runs.</param>
    public WorkerPool(int count, Func<int, ProgramWorker> make, CancellationToken cancellation)
    {
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        for (int number = count; number >= 1; number--)
        {
            _all.Add(make(number));
            _free.Push(_all[^1]);
        }
    }

    /// <summary>Programs that nobody waits for.</summary>
    public int Free => _free.Count;

    /// <summary>Numbers of the trials that are evaluated now.</summary>
    public IEnumerable<int> Running => _running.Select(r => r.Trial);

    /// <summary>Asks a free program for a trial.</summary>
    /// <param name="trial">Its number.</param>
    /// <param name="point">Values of the parameters.</param>
    public void Start(int trial, double[] point)
    {
        ProgramWorker worker = _free.Pop();
        var task = Task.Factory.StartNew(
            () => worker.Ask(point, trial, _end.Token), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        _running.Add((task, worker, trial));
    }

    /// <summary>Waits for a trial to end.</summary>
    /// <param name="patience">How long to wait at most.</param>
    /// <returns>The trial and what came of it; null when none has ended.</returns>
    public (int Trial, ProgramReply Reply)? Next(TimeSpan patience)
    {
        int index = Task.WaitAny([.. _running.Select(r => (Task)r.Task)], patience);
        if (index < 0)
        {
            return null;
        }

        (Task<ProgramReply> task, ProgramWorker worker, int trial) = _running[index];
        _running.RemoveAt(index);
        _free.Push(worker);
        return (trial, task.GetAwaiter().GetResult());
    }

    /// <summary>Ends all programs, none of which is being asked; they start again when they are.</summary>
    /// <returns>Those that turn out to have answered other questions than those asked.</returns>
    public IReadOnlyList<OutOfStep> Settle() => [.. _all.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(_all.Count, 512))
        .Select(worker => worker.Settle()).ToArray().OfType<OutOfStep>()];

    /// <summary>Gives up what runs.</summary>
    /// <returns>What had ended or ends now, a reply that was given up among it.</returns>
    public IReadOnlyList<(int Trial, ProgramReply Reply)> Drain()
    {
        End();
        return [.. _running.Where(r => r.Task.IsCompletedSuccessfully).Select(r => (r.Trial, r.Task.Result))];
    }

    /// <summary>Gives up what runs and ends all programs.</summary>
    public void Dispose()
    {
        End();
        Parallel.Invoke([.. _all.Select(worker => (Action)worker.Dispose)]);
        _end.Dispose();
    }

    // A fault of one is not thrown here: it would hide why the pool is given up.
    private void End()
    {
        _end.Cancel();
        Task.WhenAll(_running.Select(r => r.Task)).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
    }
}
