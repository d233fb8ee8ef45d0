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
/// the end.
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

    private readonly Study _study = context.Study;

    /// <summary>Follows the gradient to the end of a plan, or until it gives up.</summary>
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
        while (!descent.Finished(state))
        {
            StepRecord record = Step(plan, descent, state);
            state = record.State;
            objectives.Add(record.Objective);
            if (plan.GiveUp?.Invoke(objectives) == true)
            {
                return new DescentResult(function.Buildable(Held(state.Point)), objectives, GaveUp: true);
            }
        }

        double[] found = plan.IsWarm && EndedWorse(objectives) ? plan.Start : state.Result();
        double[] theta = context.Once(plan.ResultKey, plan.Phase, 0, 0, () => Feasible(found));
        return new DescentResult(theta, objectives, GaveUp: false);
    }

    // By three standard errors of the difference between the first step and the mean of the latest.
    private static bool EndedWorse(List<double> objectives)
    {
        double[] latest = [.. objectives.TakeLast(Math.Max(4, objectives.Count / 10))];
        double scatter = Statistics.StandardDeviation(latest);
        return latest.Average() - objectives[0] > 3 * scatter * Math.Sqrt(1 + (1.0 / latest.Length));
    }

    private StepRecord Step(DescentPlan plan, GradientDescent descent, GradientDescentState state)
    {
        int batch = _study.Optimizer.Batch, steps = descent.Options.Steps;
        bool hold = plan.HoldsIntegers || state.Step >= HoldIntegersFrom * steps;
        return context.Once(
            $"{plan.StepKey}/{plan.First + state.Step}", $"{plan.Phase}, step {state.Step + 1} of {steps}",
            _study.Method.EventsPerStep(_study), Work.Gradient,
            () =>
            {
                GradientDescentState from = hold ? state with { Point = Held(state.Point) } : state;
                FunctionEvaluation at = training?.Evaluate(from.Step, from.Point, streams)
                    ?? function.Evaluate(from.Point, streams, FirstEvent(plan.First + from.Step), batch);
                GradientDescentState next = descent.Advance(
                    from, hold ? function.WithoutIntegers(at) : function.WithoutStructure(at));
                next = hold ? next with { Point = function.WithIntegersOf(next.Point, from.Point) } : next;
                return new StepRecord(at.Value, at.Constraints, next);
            },
            record => $"objective {record.Objective:0.####}");
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
