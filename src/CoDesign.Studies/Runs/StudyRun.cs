using CoDesign.Detectors.Configuration;
using CoDesign.Hdf5;
using CoDesign.Optimization.Searches;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Judging;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs.Outer;
using CoDesign.Studies.Runs.Tradeoffs;
using CoDesign.Tensors;
using TorchSharp;

namespace CoDesign.Studies.Runs;

/// <summary>A study from start to summary: optimise, search at equal cost, evaluate, analyse.</summary>
public static class StudyRun
{
    /// <summary>Starts a run in a new folder.</summary>
    /// <param name="study">The study.</param>
    /// <param name="request">How it was asked for, to continue it in the same way.</param>
    /// <param name="path">Folder of the run.</param>
    /// <param name="report">Told of progress.</param>
    /// <param name="cancellation">Stops the run between two pieces of work; it can then be resumed.</param>
    /// <exception cref="StudyException">The folder exists, or no design satisfies the constraints.</exception>
    public static StudySummary Start(
        Study study, RunRequest request, string path, Action<RunProgress> report, CancellationToken cancellation)
    {
        torch.set_num_threads(study.Threads);
        BaselineCheck.Check(study);
        _ = ConstraintDomain.Check(study);
        ConstraintFeasibility.Check(study);
        RunDirectory directory = RunDirectory.Create(path);
        try
        {
            RunDirectory.WriteWhole(directory.Study, Resolved(study));
            RunDirectory.WriteWhole(directory.Geometry, ConfigWriter.Write(study.Geometry.Configuration));
            RunDirectory.WriteWhole(directory.Start, request.ToJson());
        }
        catch (IOException)
        {
            directory.Remove();
            throw;
        }

        using (directory)
        {
            using Journal journal = Journal.Open(directory.Journal);
            return Continue(study, request, directory, journal, report, cancellation);
        }
    }

    /// <summary>Continues a run; what is done is not done again.</summary>
    /// <param name="path">Folder of the run.</param>
    /// <param name="report">Told of progress.</param>
    /// <param name="cancellation">Stops the run between two pieces of work.</param>
    /// <exception cref="StudyException">The folder is not a run, or its journal is corrupt.</exception>
    public static StudySummary Resume(string path, Action<RunProgress> report, CancellationToken cancellation)
    {
        using RunDirectory directory = RunDirectory.Open(path);
        RunRequest request = RunRequest.FromJson(directory.Start, StudyLoader.ReadText(directory.Start, "run"));
        // First: a change that makes the study wrong is a change all the same.
        StudyDigest.CheckBegun(directory);
        Study study = StudyLoader.LoadResolved(directory.Study, directory.Geometry, request.Quick);
        torch.set_num_threads(study.Threads);
        using Journal journal = Journal.OpenBegun(directory.Journal);
        return Continue(study, request, directory, journal, report, cancellation);
    }

    // The device is decided once, so that a run goes on where it began, or is refused where it cannot.
    private static string Resolved(Study study)
    {
        string device = study.Method.TrainsAlongside ? Libtorch.Device(study.Device).type.ToString().ToLowerInvariant() : "auto";
        return ConfigWriter.Write(study.Configuration).Replace("\ndevice: auto\n", $"\ndevice: {device}\n", StringComparison.Ordinal);
    }

    private static StudySummary Continue(
        Study study, RunRequest request, RunDirectory directory, Journal journal, Action<RunProgress> report,
        CancellationToken cancellation)
    {
        _ = journal.Once(StudyDigest.Key, () => StudyDigest.Of(directory));
        var context = new RunContext(study, directory, journal, report, cancellation);
        var evaluation = new FinalEvaluation(context);

        double[] baseline = [.. study.Geometry.Space.BaselineValues];
        StructureResult? structures =
            study.Outer is { } outer ? new StructureSearch(context, evaluation, outer).Run() : null;
        FoundDesign[] found = [.. Enumerable.Range(0, study.Optimizer.Replicas)
            .Select(r => new ReplicaOptimisation(context, r, structures?.Theta() ?? baseline).Run())];
        double[][] replicas = [.. found.Select(f => f.Theta)];
        MeasuredObjective?[] validated =
            [.. replicas.Select((theta, r) => evaluation.ValidationIfMeasured($"replica-{r}", theta))];
        // Designs that can be measured come first, of them those that keep the constraints; of these the validation events
        // choose.
        int best = Enumerable.Range(0, replicas.Length).OrderBy(r => validated[r] is null ? 1 : 0)
            .ThenBy(r => context.Function.Satisfied(replicas[r]) ? 0 : 1).ThenBy(r => validated[r]?.Value).First();
        MeasuredObjective measured = validated[best] ?? throw new UnmeasuredDesignException(
            $"none of {replicas.Length} optimisations ended at a design that can be measured; the first reason: "
            + context.Refused.FirstOrDefault("no event can be measured with the hard readout"));
        // What follows judges one objective: the network as its optimisation left it, held.
        using TrainedAlongside? network = study.Method.Training(context, best);
        context.Function = network?.HeldAfter(study.Optimizer.Steps) ?? context.Function;

        int n = study.Geometry.Space.Parameters.Count;
        long events = found[0].Events + (structures?.Events() ?? 0);
        EqualCostSearch.SearchResult random = new EqualCostSearch(
            context, "random", new RandomSequence(n, study.Seed + 2),
            context.Streams.Child(StreamRole.RandomSearch)).Run(events);
        EqualCostSearch.SearchResult sobol = new EqualCostSearch(
            context, "sobol", new PaddedSequence(n, study.Seed + 3),
            context.Streams.Child(StreamRole.SobolSearch)).Run(events);

        EvaluatedDesign evaluatedBaseline = evaluation.Run("baseline", baseline);
        EvaluatedDesign optimum = evaluation.Run("optimum", replicas[best]);
        double[] first = evaluation.ObjectivesIfMeasured(best == 0 ? "optimum" : "first replica", replicas[0]);
        Comparison? halves = study.Outer is { } loop ? Comparison.Run(context, evaluation, loop, events) : null;
        double[][] searched =
        [
            random.Best is { } r ? evaluation.ObjectivesIfMeasured("random", r.Theta) : [],
            sobol.Best is { } s ? evaluation.ObjectivesIfMeasured("sobol", s.Theta) : [],
        ];

        var last = new LastDescent(context, evaluation);
        BestDesign result = last.Best(
            new BestDesign(RunWords.Own(study, best), replicas[best], measured, best), optimum.Objectives(),
            RunWords.Rivals(random, sobol, searched, halves, structures));
        optimum = result.Theta == optimum.Theta ? optimum : evaluation.Run("result", result.Theta);
        TradeoffResult? tradeoff = study.Tradeoff is { } limits
            ? new TradeoffSearch(context, evaluation, limits).Run(
                result.Theta, found.Sum(f => f.Events) + (structures?.Events() ?? 0)) : null;
        if (tradeoff is not null)
        {
            result = last.Best(result, optimum.Objectives(), RunWords.Rivals(tradeoff));
            optimum = result.Theta == optimum.Theta ? optimum : evaluation.Run("result of the trade-off", result.Theta);
            tradeoff = tradeoff.With(optimum, context);
        }

        using TrainedAlongside? lastNetwork = result.Replica == best ? null : study.Method.Training(context, result.Replica);
        context.Function = lastNetwork?.HeldAfter(ReplicaOptimisation.Steps(study, ReplicaRole.Last)) ?? context.Function;
        var outcome = new RunOutcome
        {
            Baseline = evaluatedBaseline,
            Optimum = optimum,
            FoundBy = result.FoundBy,
            FirstReplica = first,
            FirstReplicaEvents = events,
            Replicas = replicas,
            Structures = structures,
            Comparison = halves,
            Tradeoff = tradeoff,
            Alternatives = Alternatives.Find(context, evaluation, result, replicas, validated),
            Validated = validated,
            Random = random,
            Sobol = sobol,
            SearchObjectives = searched,
            Judgement = study.Judge is { } settings ? Judged(context, settings, baseline, result.Theta) : null,
            Check = GradientCheck.Run(
                context, context.Function.Unconstrained(baseline), context.Function.Unconstrained(result.Theta)),
        };
        var analysis = new OptimumAnalysis(context, result.Theta);
        IReadOnlyList<HistoryPoint> history = RunHistory.Read(directory.Journal, study);
        StudySummary summary = new SummaryBuilder(context, request, outcome, history).Build(
            analysis.Prices(), analysis.Sensitivities(evaluation, result.Measured),
            analysis.Flat(outcome.Optimum.Smooth.Average()));
        RunDirectory.WriteWhole(directory.Summary, SummaryJson.Write(summary));
        if (Hdf5Library.Obstacle is null)
        {
            ResultsFile.Write(directory.Results, study, evaluation, outcome, history);
        }

        return summary;
    }

    // A judge that cannot measure a design is missed, and said to be missed; the run is not lost.
    private static Judgement? Judged(RunContext context, JudgeSettings settings, double[] baseline, double[] optimum)
    {
        try
        {
            return context.Study.Method.Judge(context, settings, baseline, optimum);
        }
        catch (UnmeasuredDesignException e)
        {
            context.JudgeObstacle = e.Message;
            return null;
        }
    }
}
