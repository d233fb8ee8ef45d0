using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>Bayesian optimisation of the structure around the gradient descent of everything else.</summary>
/// <remarks>
/// The first structure is the baseline's. A descent starts from the design of the nearest structure that was tried, and
/// is given up when it cannot win (<see cref="EarlyStop"/>). The search sees each structure's objective with the hard
/// readout and its error, on events that all structures share.
/// </remarks>
internal sealed class StructureSearch(RunContext context, FinalEvaluation evaluation, OuterSettings settings)
{
    private readonly Study _study = context.Study;
    private readonly StructureSpace _space = StructureSpace.Structural(context.Study.Geometry.Space);
    private readonly EarlyStop _stop = new(settings.Steps);

    private double[] Baseline => [.. _study.Geometry.Space.BaselineValues];

    /// <summary>Runs it.</summary>
    /// <exception cref="UnmeasuredDesignException">No structure led to a design that could be measured.</exception>
    public StructureResult Run()
    {
        ISearch search = SearchFactory.Create(SearchMethod.Bayesian, new SearchProblem
        {
            Space = _space.Space,
            Evaluations = settings.Trials,
            Seed = _study.Seed + 4,
        });
        List<StructureTrial> trials = [];
        for (int t = 0; t < settings.Trials; t++)
        {
            double[] structure = Suggested(search, trials);
            if (structure.Length == 0)
            {
                break;
            }

            trials.Add(Trial(structure, trials));
        }

        return new StructureResult(trials, Best(search, trials));
    }

    private double[] Suggested(ISearch search, List<StructureTrial> trials) => context.Once(
        $"outer/{trials.Count}/structure", "choosing a structure", 0, 0, () => trials.Count == 0
            ? _space.Of(Baseline)
            : search.Suggest([.. trials.Select(t => t.Observed())], [], 1) is [var next, ..] ? next : []);

    private StructureTrial Trial(double[] structure, List<StructureTrial> before)
    {
        int number = before.Count;
        int from = Nearest(structure, before);
        double[] start = _space.Into(from < 0 ? Baseline : before[from].Theta, structure);
        double[][] finished = [.. before.Where(t => t.Status == TrialStatus.Finished).Select(t => t.Smooth)];
        (double Expected, double Error)? hopeless = null;
        try
        {
            var descent = new DesignDescent(
                context, context.Function, context.Streams.Child(StreamRole.Outer).Child((ulong)number));
            DescentResult found = descent.Run(new DescentPlan
            {
                Start = context.Function.Unconstrained(start),
                Steps = settings.Steps,
                StepKey = $"outer/{number}/step",
                ResultKey = $"outer/{number}/result",
                StartsFeasible = true,
                Phase = $"structure {number + 1} of {settings.Trials}",
                GiveUp = objectives => (hopeless = _stop.GiveUp(objectives, finished)) is not null,
            });
            long events = found.Objectives.Count * (long)_study.Method.EventsPerStep(_study);
            double[] smooth = Smooth(found.Objectives);
            return hopeless is { } h ? Stopped(h, found, before, structure, from, smooth, events)
                : Finished(found, number, structure, from, smooth, events);
        }
        catch (UnmeasuredDesignException e)
        {
            return new StructureTrial(
                structure, start, from, TrialStatus.Failed, e.Message, double.NaN, double.NaN, [], 0);
        }
    }

    private StructureTrial Finished(
        DescentResult found, int number, double[] structure, int from, double[] smooth, long events)
    {
        if (!context.Function.Satisfied(found.Theta))
        {
            string[] broken = [.. _study.Constraints.Where(c =>
                !c.IsSatisfied(c.Excess(context.Function.Quantity(c, found.Theta)))).Select(c => c.Name)];
            return new StructureTrial(
                structure, found.Theta, from, TrialStatus.Failed,
                $"no design was found that keeps {string.Join(", ", broken)}", double.NaN, double.NaN, smooth, events);
        }

        MeasuredObjective measured = evaluation.Validation($"outer/{number}", found.Theta);
        return new StructureTrial(
            structure, found.Theta, from, TrialStatus.Finished, "", measured.Value, measured.Error, smooth,
            events + _study.Method.EventsPerTest(_study.Evaluation));
    }

    // The expected end is one of the smooth objective; finished trials tell what the hard readout makes of it.
    private static StructureTrial Stopped(
        (double Expected, double Error) end, DescentResult found, List<StructureTrial> before, double[] structure,
        int from, double[] smooth, long events)
    {
        double ratio = before.Where(t => t.Status == TrialStatus.Finished).Average(t => t.Value / t.Smooth[^1]);
        return new StructureTrial(
            structure, found.Theta, from, TrialStatus.Stopped,
            $"given up after {found.Objectives.Count} steps: it could not win", ratio * end.Expected,
            ratio * end.Error, smooth, events);
    }

    private double[] Smooth(IReadOnlyList<double> objectives) =>
    [
        .. _stop.CheckPoints.Where(c => c <= objectives.Count).Select(c => _stop.Latest([.. objectives.Take(c)]).Mean),
        _stop.Latest(objectives).Mean,
    ];

    // Of equally near ones the better; failed trials have no design worth starting from.
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
