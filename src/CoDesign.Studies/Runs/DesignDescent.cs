using CoDesign.Optimization;
using CoDesign.Optimization.Gradient;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs;

/// <summary>Follows the gradient of the objective under the constraints, step by step in the journal.</summary>
/// <remarks>
/// Parameters of the structure stay where they start. Other integers are relaxed for the first part of the steps, then
/// rounded and held while the rest adapts. The averaged point is brought onto the feasible side of the constraints at
/// the end. A design without a value (<see cref="UnmeasuredDesignException"/>) is not allowed: the step is made half as
/// long, and again, from the last design that had one.
/// </remarks>
/// <param name="context">The run.</param>
/// <param name="function">Objective and constraints.</param>
/// <param name="streams">Random streams of the events.</param>
/// <param name="training">What is trained along with the design; null when nothing is.</param>
internal sealed class DesignDescent(
    RunContext context, DesignFunction function, EventStreams streams, TrainedAlongside? training = null)
{
    // The last quarter is averaged; the integers are held from a little before.
    private const double HoldIntegersFrom = 0.7;

    // A warm start's learning rate rises over this share of the steps.
    private const int WarmUpShare = 5;

    // Times that a step is halved; then the point before it is taken.
    private const int MaximumHalvings = 8;

    private readonly Study _study = context.Study;

    /// <summary>Follows the gradient to the end of a plan, or until it gives up.</summary>
    /// <exception cref="UnmeasuredDesignException">Not even the start has a value.</exception>
    public DescentResult Run(DescentPlan plan)
    {
        var descent = new GradientDescent(new GradientDescentOptions
        {
            Steps = plan.Steps,
            LearningRate = _study.Optimizer.LearningRate,
            WarmUpSteps = plan.IsWarm ? plan.Steps / WarmUpShare : 0,
            Penalty = _study.Optimizer.Penalty,
            Constraints = function.Kinds,
        });
        GradientDescentState state = descent.Start(plan.Start);
        List<double> objectives = [];
        double[]? good = null;
        bool refused = false;
        while (!descent.Finished(state))
        {
            StepRecord record;
            try
            {
                record = Step(plan, descent, state, good ?? plan.Safe);
            }
            catch (UnmeasuredDesignException e) when (good is not null)
            {
                // On the events of this step the last design that had a value has none either.
                context.Refuse(e.Message);
                double[] last = good;
                return new DescentResult(
                    context.Once(plan.ResultKey, plan.Phase, 0, 0, () => Feasible(last)), objectives, GaveUp: false);
            }

            good = record.Point ?? (Holds(plan, descent, state) ? Held(state.Point) : state.Point);
            state = record.State;
            objectives.Add(record.Objective);
            if (record.Refused is { } reason)
            {
                refused = true;
                context.Refuse(reason);
            }

            if (plan.GiveUp?.Invoke(objectives) == true)
            {
                return new DescentResult(function.Buildable(Held(state.Point)), objectives, GaveUp: true);
            }
        }

        double[] found = plan.IsWarm && EndedWorse(objectives) ? plan.Start : state.Result();
        double[] safe = good ?? plan.Start;
        double[] theta = context.Once(plan.ResultKey, plan.Phase, 0, 0, () =>
            Feasible(found) is var end && (!refused || HasValue(end)) ? end : Feasible(safe));
        return new DescentResult(theta, objectives, GaveUp: false);
    }

    // By three standard errors of the difference between the first step and the mean of the latest.
    private static bool EndedWorse(List<double> objectives)
    {
        double[] latest = [.. objectives.TakeLast(Math.Max(4, objectives.Count / 10))];
        double scatter = Statistics.StandardDeviation(latest);
        return latest.Average() - objectives[0] > 3 * scatter * Math.Sqrt(1 + (1.0 / latest.Length));
    }

    private static bool Holds(DescentPlan plan, GradientDescent descent, GradientDescentState state) =>
        plan.HoldsIntegers || state.Step >= HoldIntegersFrom * descent.Options.Steps;

    private StepRecord Step(DescentPlan plan, GradientDescent descent, GradientDescentState state, double[]? good)
    {
        int steps = descent.Options.Steps;
        bool hold = Holds(plan, descent, state);
        return context.Once(
            $"{plan.StepKey}/{plan.First + state.Step}", $"{plan.Phase}, step {state.Step + 1} of {steps}",
            _study.Method.EventsPerStep(_study), Work.Gradient,
            () =>
            {
                GradientDescentState from = hold ? state with { Point = Held(state.Point) } : state;
                (from, FunctionEvaluation at, string? refused) = Evaluated(from, good, plan.First, hold);
                GradientDescentState next = descent.Advance(
                    from, hold ? function.WithoutIntegers(at) : function.WithoutStructure(at));
                next = hold ? next with { Point = function.WithIntegersOf(next.Point, from.Point) } : next;
                return new StepRecord(at.Value, at.Constraints, next, refused is null ? null : from.Point, refused);
            },
            record => $"objective {record.Objective:0.####}");
    }

    // The function at the point of a state; where that has no value, at one nearer to the last that had one, which the state
    // then goes on from without the momentum that led astray.
    private (GradientDescentState From, FunctionEvaluation At, string? Refused) Evaluated(
        GradientDescentState state, double[]? good, int first, bool hold)
    {
        string? refused = null;
        for (int halvings = 0; ; halvings++)
        {
            try
            {
                return (state, At(state, first), refused);
            }
            catch (UnmeasuredDesignException e) when (good is not null && halvings <= MaximumHalvings)
            {
                refused ??= e.Message;
                double[] nearer = halvings == MaximumHalvings ? good
                    : [.. good.Zip(state.Point, (from, to) => (from + to) / 2)];
                state = Nearer(state, hold ? Held(nearer) : nearer);
            }
        }
    }

    private FunctionEvaluation At(GradientDescentState state, int first) =>
        training?.Evaluate(state.Step, state.Point, streams)
        ?? function.Evaluate(state.Point, streams, FirstEvent(first + state.Step), _study.Optimizer.Batch);

    // The mean of the last points, too, gets the one that is taken instead.
    private static GradientDescentState Nearer(GradientDescentState state, double[] point) => state with
    {
        Point = point,
        FirstMoment = new double[point.Length],
        PointSum = state.Averaged == 0 ? state.PointSum
            : [.. state.PointSum.Select((sum, i) => sum + point[i] - state.Point[i])],
    };

    private bool HasValue(double[] theta)
    {
        try
        {
            double[] u = function.Unconstrained(theta);
            return function.Constraints(u).Values.All(double.IsFinite)
                && double.IsFinite(function.Value(u, streams, 0, _study.Optimizer.Batch));
        }
        catch (UnmeasuredDesignException)
        {
            return false;
        }
    }

    // Without noise the steps share their events: the loss is then one smooth function, whose optimum is found exactly.
    private long FirstEvent(int step) => _study.Method.IsNoiseless ? 0 : (long)step * _study.Optimizer.Batch;

    private double[] Held(double[] u) =>
        function.WithIntegersOf(u, function.Unconstrained(function.Buildable(u)));

    // The averaged point may miss the constraints by what the steps scatter; this is the last correction, not a search.
    private double[] Feasible(double[] u)
    {
        double[] held = Held(u);
        double[] theta = function.Buildable(held);
        // An integer at its bound is a little off in u, so that a larger margin may be needed than for real numbers.
        for (double margin = 1e-6; margin < 0.1 && !function.Satisfied(theta); margin *= 10)
        {
            double[]? restored = function.Restored(held, margin);
            theta = function.Buildable(restored ?? held);
        }

        return theta;
    }
}
