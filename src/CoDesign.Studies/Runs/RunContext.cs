using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs;

/// <summary>What every phase of a run shares.</summary>
internal sealed class RunContext(
    Study study, RunDirectory directory, Journal journal, Action<RunProgress> report, CancellationToken cancellation)
{
    private readonly double _totalWork = Work.Total(study);
    private double _work;

    public Study Study => study;

    public RunDirectory Directory => directory;

    public Journal Journal => journal;

    /// <summary>Simulated events so far.</summary>
    public long Events { get; private set; }

    public EventStreams Streams { get; } = new(study.Seed);

    public IPipeline Pipeline { get; } = study.Method.Pipeline(study);

    /// <summary>Objective and constraints; with the network of a replica once one is held.</summary>
    public DesignFunction Function
    {
        get => field ??= new DesignFunction(Pipeline, study.Constraints);
        set;
    }

    /// <summary>Why designs on the way of a descent were not allowed, one by one.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Why the judge says nothing; null where it does, or was not asked.</summary>
    public string? JudgeObstacle { get; set; }

    /// <summary>Notes that a design on the way of a descent had no value.</summary>
    /// <param name="reason">Why.</param>
    public void Refuse(string reason) => Refused.Add(reason);

    /// <summary>Ends the run here when it was asked to stop.</summary>
    public void StopIfAsked() => cancellation.ThrowIfCancellationRequested();

    /// <summary>Counts simulated events whose number is known afterwards only.</summary>
    /// <param name="events">How many.</param>
    /// <param name="cost">Work per event, in units of a simulated event without gradient.</param>
    public void Count(long events, double cost)
    {
        Events += events;
        _work += events * cost;
    }

    /// <summary>Does a piece of work once, counts it, and stops cleanly between two pieces when asked to.</summary>
    /// <param name="key">Name of the piece.</param>
    /// <param name="phase">What to tell the user.</param>
    /// <param name="events">Simulated events of the piece.</param>
    /// <param name="cost">Work per event, in units of a simulated event without gradient.</param>
    /// <param name="compute">Computes it.</param>
    /// <param name="detail">The figure to show.</param>
    public T Once<T>(
        string key, string phase, long events, double cost, Func<T> compute, Func<T, string>? detail = null)
    {
        cancellation.ThrowIfCancellationRequested();
        T value = journal.Once(key, compute);
        Events += events;
        _work += events * cost;
        report(new RunProgress(phase, Math.Min(1, _work / _totalWork), detail?.Invoke(value) ?? ""));
        return value;
    }
}
