using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Searches;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;

namespace CoDesign.Studies.Minimization;

/// <summary>A minimisation of a program in a run directory, from start to summary.</summary>
public static class MinimizationRun
{
    /// <summary>Starts a run in a new folder.</summary>
    /// <param name="space">What to search.</param>
    /// <param name="request">How it was asked for.</param>
    /// <param name="path">Folder of the run.</param>
    /// <param name="report">Told of progress.</param>
    /// <param name="note">Told what the user should know.</param>
    /// <param name="cancellation">Stops the run; evaluations under way are given up.</param>
    /// <exception cref="StudyException">Something asked for cannot be done; nothing is written.</exception>
    public static MinimizationOutcome Start(
        ProgramSpace space, MinimizationRequest request, string path, Action<RunProgress> report, Action<string> note,
        CancellationToken cancellation)
    {
        if (request.Problems().ToArray() is { Length: > 0 } problems)
        {
            throw new StudyException(problems);
        }

        CheckMethod(space, request);
        using RunDirectory directory = RunDirectory.Create(path);
        try
        {
            RunDirectory.WriteWhole(directory.Space, Resolved(space));
            RunDirectory.WriteWhole(directory.Start, request.ToJson());
        }
        catch (IOException)
        {
            directory.Remove();
            throw;
        }

        try
        {
            using Journal journal = Journal.Open(directory.Journal);
            return Continue(space, request, directory, journal, report, note, cancellation);
        }
        catch (StudyException) when (!HasResults(directory))
        {
            // The command cannot be started: there is nothing to continue.
            directory.Remove();
            throw;
        }
    }

    /// <summary>Whether a run directory is that of a minimisation.</summary>
    /// <param name="path">Folder.</param>
    public static bool IsOne(string path) => Path.Combine(path, "run.json") is var start && File.Exists(start)
        && MinimizationRequest.IsOne(StudyLoader.ReadText(start, "run"));

    /// <summary>Continues a run; no finished trial is repeated.</summary>
    /// <param name="path">Folder of the run.</param>
    /// <param name="report">Told of progress.</param>
    /// <param name="note">Told what the user should know.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="StudyException">The folder is not such a run, was changed, or its journal is corrupt.</exception>
    public static MinimizationOutcome Resume(
        string path, Action<RunProgress> report, Action<string> note, CancellationToken cancellation)
    {
        using RunDirectory directory = RunDirectory.Open(path);
        var request = MinimizationRequest.FromJson(directory.Start, StudyLoader.ReadText(directory.Start, "run"));
        ProgramSpace space = ProgramSpaceReader.Read(directory.Space, []);
        using Journal journal = Journal.OpenBegun(directory.Journal);
        note($"going on after {TrialLedger.Results(directory.Journal)} finished evaluations");
        return Continue(space, request, directory, journal, report, note, cancellation);
    }

    private static MinimizationOutcome Continue(
        ProgramSpace space, MinimizationRequest request, RunDirectory directory, Journal journal,
        Action<RunProgress> report, Action<string> note, CancellationToken cancellation)
    {
        string digest = RunDirectory.Sha256(directory.Space) + RunDirectory.Sha256(directory.Start);
        if (journal.Once("run", () => digest) != digest)
        {
            throw new StudyException([new Problem(directory.Path, 0, "",
                "space.resolved.yaml or run.json was changed after the run began; start a new run for what was changed")]);
        }

        var ledger = new TrialLedger(journal, directory.Journal, space);
        var loop = new MinimizationLoop(space, request, ledger, report, note);
        string? fault, remedy = $"when the program is mended, continue with: codesign resume {directory.Path}";
        try
        {
            fault = loop.Run(directory.WorkerErrors, cancellation);
        }
        catch (StudyException e) when (ledger.Finished.Count > 0)
        {
            // What was evaluated is kept and summarised; the method cannot go on with what the answers turned out to be.
            (fault, remedy) = (e.Message.Trim(), "start a new run for what has to be changed");
        }

        MinimizationSummary summary = loop.Summary(fault);
        RunDirectory.WriteWhole(directory.Summary, SummaryJson.Text(summary));
        return new MinimizationOutcome(
            summary, fault is null ? null : Explain(fault, remedy, summary, request, directory));
    }

    // The name of the space may be that of the file; as the file of a run has another one, it is written into it.
    private static string Resolved(ProgramSpace space) =>
        (space.Configuration.Find("name") is null ? $"name: \"{space.Name}\"\n" : "") + ConfigWriter.Write(space.Configuration);

    private static bool HasResults(RunDirectory directory) =>
        File.Exists(directory.Journal) && TrialLedger.Results(directory.Journal) > 0;

    private static void CheckMethod(ProgramSpace space, MinimizationRequest request)
    {
        try
        {
            SearchFactory.Create(request.Method, MinimizationLoop.Problem(space, request, space.Objectives, space.Constraints));
        }
        catch (NotSupportedException e)
        {
            throw new StudyException([new Problem("--method", 0, "", e.Message)]);
        }
    }

    private static string Explain(
        string fault, string remedy, MinimizationSummary summary, MinimizationRequest request, RunDirectory directory)
    {
        string counts = string.Join(", ", summary.Failures.Select(f => $"{f.Value} {f.Key}"));
        string last = summary.History.LastOrDefault(t => t.Failure is not null)?.Failure ?? "none";
        string next = summary.Trials.Total >= request.Evaluations ? "" : $"\n  {remedy}";
        if (summary.Trials.Failed == 0)
        {
            return $"the search was ended: {fault}\n  {summary.Trials.Total} trials have a result, see {directory.Summary}{next}";
        }

        return $"""
            the search was ended: {fault}
              command: {request.Command.Text}
              failed: {summary.Trials.Failed} of {summary.Trials.Total} trials ({counts})
              the last: {last}
              its standard error is in {directory.WorkerErrors(1)}
            """.TrimEnd() + next;
    }
}
