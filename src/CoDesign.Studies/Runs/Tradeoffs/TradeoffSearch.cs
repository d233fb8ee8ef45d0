using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Trials;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Runs.Outer;

namespace CoDesign.Studies.Runs.Tradeoffs;

/// <summary>Optimises once for each of several limits of a constraint, each from the design of the limit
/// before.</summary>
/// <param name="context">The run.</param>
/// <param name="evaluation">Evaluates designs on events that all share.</param>
/// <param name="settings">The limits.</param>
internal sealed class TradeoffSearch(RunContext context, FinalEvaluation evaluation, TradeoffSettings settings)
{
    // How far beyond the front the worst values of interest are.
    private const double Margin = 1.1;

    // Designs of the other search's front that are measured again; a front of more is thinned evenly.
    private const int MostMeasured = 16;

    private readonly Study _study = context.Study;

    private StudyConstraint Constraint => _study.Constraints[settings.Constraint];

    /// <summary>Runs it.</summary>
    /// <param name="optimum">The study's optimum, internal units: the design at level 1, and where the others
    /// start.</param>
    /// <param name="spent">Events that it took to find it; they count for the front, too.</param>
    public TradeoffResult Run(double[] optimum, long spent)
    {
        // From the study's own limit up, then down: neighbours have similar optima.
        int[] up = [.. Levels().Where(k => settings.Levels[k] >= 1).Reverse()];
        int[] down = [.. Levels().Where(k => settings.Levels[k] < 1)];
        var designs = new Dictionary<int, FrontDesign>();
        foreach (int[] way in new[] { up, down })
        {
            double[] from = optimum;
            foreach (int level in way)
            {
                designs[level] = AtLevel(level, from, optimum);
                from = designs[level].Theta;
            }
        }

        FrontDesign[] front = [.. Levels().Select(k => designs[k])];
        long events = spent
            + (front.Count(d => d.Level != 1) * settings.Steps * (long)_study.Method.EventsPerStep(_study));
        double[] reference =
        [
            Margin * front.Where(d => d.Kept).Select(d => d.Objectives.Average()).DefaultIfEmpty(1).Max(),
            Margin * front.Max(d => d.Quantity),
        ];
        DesignSearchResult search = new DesignSearch(
            context, "front", context.Streams.Child(StreamRole.FrontSearch), settings.Constraint)
            .Run(events, settings.Designs, reference);
        return new TradeoffResult(front, events, reference, search, Measured(search));
    }

    private IEnumerable<int> Levels() => Enumerable.Range(0, settings.Levels.Count);

    private FrontDesign AtLevel(int number, double[] from, double[] optimum)
    {
        double level = settings.Levels[number];
        StudyConstraint moved = Constraint with { Limit = level * Constraint.Limit };
        var function = new DesignFunction(
            context.Pipeline, [.. _study.Constraints.Select((c, i) => i == settings.Constraint ? moved : c)]);
        double[] theta = level == 1 ? optimum : Descended(number, from, function);
        double[] objectives = Objectives($"tradeoff {number}", theta);
        return new FrontDesign(
            level, theta, function.Quantity(Constraint, theta),
            function.Satisfied(theta) && objectives.All(double.IsFinite), objectives);
    }

    private double[] Descended(int number, double[] from, DesignFunction function)
    {
        try
        {
            return new DesignDescent(
                context, function, context.Streams.Child(StreamRole.Tradeoff).Child((ulong)number)).Run(new DescentPlan
                {
                    // Steps spent on the way to the moved limit would be lost.
                    Start = function.Restored(function.Start(from)) ?? function.Start(from),
                    Safe = function.Start(from),
                    Steps = settings.Steps,
                    StepKey = $"tradeoff/{number}/step",
                    ResultKey = $"tradeoff/{number}/result",
                    IsWarm = true,
                    Phase = $"{Constraint.Name} at {100 * settings.Levels[number]:0.#} % of its limit",
                }).Theta;
        }
        catch (UnmeasuredDesignException e)
        {
            context.Refuse(e.Message);
            return from;
        }
    }

    private FrontDesign[] Measured(DesignSearchResult search)
    {
        Observation[] results = [.. search.Measured.Select(m => m.Observed).Where(o => o.Objectives.Length > 0)];
        Observation[] front = [.. Dominance.Front(results).Select(i => results[i]).OrderBy(o => o.Objectives[1])];
        int count = Math.Min(MostMeasured, front.Length);
        return [.. Enumerable.Range(0, count)
            .Select(k => front[count == 1 ? 0 : k * (front.Length - 1) / (count - 1)])
            .Select((o, k) => (o.Point, Quantity: o.Objectives[1], Objectives: Objectives($"front {k}", o.Point)))
            .Select(o => new FrontDesign(
                double.NaN, o.Point, o.Quantity, o.Objectives.All(double.IsFinite), o.Objectives))];
    }

    // Not numbers where the design measures nothing.
    private double[] Objectives(string name, double[] theta) =>
        evaluation.ObjectivesIfMeasured(name, theta) is { Length: > 0 } measured ? measured
            : [.. Enumerable.Repeat(double.NaN, _study.Evaluation.Seeds)];
}
