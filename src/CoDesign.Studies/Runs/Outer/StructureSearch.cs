using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>Bayesian optimisation of the structure around the gradient descent of everything else.</summary>
/// <remarks>
/// The first structure is the baseline's. Of a structure it is first looked, without events, whether a design of it
/// keeps the constraints; only then it counts as tried. A descent starts from the design of the nearest structure that
/// was tried, and is given up when it cannot win (<see cref="EarlyStop"/>). The search sees each structure's objective
/// with the hard readout on events that all structures share, so that its error is that of a difference.
/// </remarks>
internal sealed class StructureSearch(RunContext context, FinalEvaluation evaluation, OuterSettings settings)
{
    // Structures suggested for each that may be simulated; those without a feasible design use them up.
    private const int SuggestionsPerTrial = 8;

    private readonly Study _study = context.Study;
    private readonly StructureSpace _space = StructureSpace.Structural(context.Study.Geometry.Space);
    private readonly StructureFeasibility _feasibility = new(context);
    private readonly EarlyStop _stop = new(settings.Steps);

    private double[] Baseline => [.. _study.Geometry.Space.BaselineValues];

    /// <summary>Runs it.</summary>
    /// <exception cref="UnmeasuredDesignException">No structure led to a design that could be measured.</exception>
    public StructureResult Run()
    {
        ISearch search = SearchFactory.Create(SearchMethod.Bayesian, new SearchProblem
        {
            Space = _space.Space,
            // The events are the same for all.
            MayRepeat = false,
            Evaluations = settings.Trials,
            Seed = _study.Seed + 4,
        });
        List<StructureTrial> trials = [];
        List<MeasuredObjective> measured = [];
        while (trials.Count(t => t.Events > 0) < settings.Trials && trials.Count < SuggestionsPerTrial * settings.Trials)
        {
            double[] structure = Suggested(search, trials);
            if (structure.Length == 0)
            {
                break;
            }

            trials.Add(Trial(structure, trials, measured));
        }

        return new StructureResult(trials, Best(search, trials));
    }

    private double[] Suggested(ISearch search, List<StructureTrial> trials) => context.Once(
        $"outer/{trials.Count}/structure", "choosing a structure", 0, 0, () => trials.Count == 0
            ? _space.Of(Baseline)
            : search.Suggest([.. trials.Select(t => t.Observed())], [], 1) is [var next, ..] ? next : []);

    private StructureTrial Trial(double[] structure, List<StructureTrial> before, List<MeasuredObjective> measured)
    {
        int number = before.Count;
        int from = Nearest(structure, before);
        double[] nearest = _space.Into(from < 0 ? Baseline : before[from].Theta, structure);
        StructureFeasibility.Start start = context.Once(
            $"outer/{number}/start", "choosing a structure", 0, 0, () => _feasibility.Find(nearest, _study.Seed));
        if (start.Broken.Length > 0)
        {
            return StructureTrial.Without(
                TrialStatus.Infeasible, $"no design was found that keeps {start.Broken}", structure, nearest, from, 0);
        }

        int steps = 0;
        try
        {
            return Descended(structure, start.Point, from, before, measured, done => steps = done);
        }
        catch (UnmeasuredDesignException e)
        {
            // The step that failed, or the measurement after the last, was simulated, too.
            long last = steps < settings.Steps
                ? _study.Method.EventsPerStep(_study) : _study.Method.EventsPerTest(_study.Evaluation);
            return StructureTrial.Without(
                TrialStatus.Failed, e.Message, structure, nearest, from,
                (steps * (long)_study.Method.EventsPerStep(_study)) + last);
        }
    }

    private StructureTrial Descended(
        double[] structure, double[] start, int from, List<StructureTrial> before, List<MeasuredObjective> measured,
        Action<int> stepped)
    {
        int number = before.Count;
        double[][] finished = [.. before.Where(t => t.Status == TrialStatus.Finished).Select(t => t.Smooth)];
        (double Expected, double Error)? hopeless = null;
        DescentResult found = new DesignDescent(
            context, context.Function, context.Streams.Child(StreamRole.Outer).Child((ulong)number)).Run(new DescentPlan
            {
                Start = start,
                Steps = settings.Steps,
                StepKey = $"outer/{number}/step",
                ResultKey = $"outer/{number}/result",
                IsWarm = true,
                Phase = $"structure {before.Count(t => t.Events > 0) + 1} of {settings.Trials}",
                GiveUp = objectives =>
                {
                    stepped(objectives.Count);
                    hopeless = _stop.GiveUp(objectives, finished);
                    return hopeless is not null;
                },
            });
        long events = found.Objectives.Count * (long)_study.Method.EventsPerStep(_study);
        if (hopeless is { } end)
        {
            // The expected end is one of the smooth objective; finished trials tell what the hard readout makes of it.
            double ratio = before.Where(t => t.Status == TrialStatus.Finished).Average(t => t.Value / t.Smooth[^1]);
            return new StructureTrial(
                structure, found.Theta, from, TrialStatus.Stopped,
                $"given up after {found.Objectives.Count} steps: it could not win", ratio * end.Expected,
                ratio * end.Error, ratio * end.Error, Smooth(found.Objectives), events);
        }

        if (!context.Function.Satisfied(found.Theta))
        {
            return StructureTrial.Without(
                TrialStatus.Infeasible, $"its descent ended where {_feasibility.Broken(found.Theta)} is not kept", structure,
                found.Theta, from, events);
        }

        measured.Add(evaluation.Validation($"outer/{number}", found.Theta));
        return new StructureTrial(
            structure, found.Theta, from, TrialStatus.Finished, "", measured[^1].Value, measured[^1].Error,
            Paired(measured[^1], measured[0]), Smooth(found.Objectives),
            events + _study.Method.EventsPerTest(_study.Evaluation));
    }

    // Groups of two designs hold the same events; the first trial is what the others differ from.
    private static double Paired(MeasuredObjective at, MeasuredObjective first) =>
        at.Value * Statistics.StandardError([.. at.Groups.Zip(first.Groups, (a, f) => a / f)]);

    private double[] Smooth(IReadOnlyList<double> objectives) =>
    [
        .. _stop.CheckPoints.Where(c => c <= objectives.Count).Select(c => _stop.Latest([.. objectives.Take(c)]).Mean),
        _stop.Latest(objectives).Mean,
    ];

    // Of equally near ones the better; the others have no design worth starting from.
    private int Nearest(double[] structure, List<StructureTrial> before) => before
        .Select((trial, number) => (Trial: trial, Number: number))
        .Where(t => t.Trial.Status == TrialStatus.Finished)
        .OrderBy(t => _space.Distance(t.Trial.Structure, structure)).ThenBy(t => t.Trial.Value)
        .Select(t => t.Number).DefaultIfEmpty(-1).First();

    private static int Best(ISearch search, List<StructureTrial> trials)
    {
        int recommended = search.Recommend([.. trials.Select(t => t.Observed())]);
        if (recommended >= 0 && trials[recommended].Status == TrialStatus.Finished)
        {
            return recommended;
        }

        return trials.Select((trial, number) => (Trial: trial, Number: number))
            .Where(t => t.Trial.Status == TrialStatus.Finished).OrderBy(t => t.Trial.Value)
            .Select(t => t.Number).DefaultIfEmpty(-1).First() is var best and >= 0 ? best
            : throw new UnmeasuredDesignException(
                $"none of {trials.Count} structures led to a design that keeps the constraints and can be measured; the first: "
                + trials[0].Reason);
    }
}
