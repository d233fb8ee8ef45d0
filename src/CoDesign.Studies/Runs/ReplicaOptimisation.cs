using CoDesign.Detectors.Space;
using CoDesign.Optimization;
using CoDesign.Optimization.Exchange;
using CoDesign.Optimization.Gradient;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;

namespace CoDesign.Studies.Runs;

/// <summary>One gradient optimisation of the design, from its own start with its own events.</summary>
/// <remarks>
/// Integers are relaxed for the first part of the steps, then rounded and held while the rest adapts. The averaged
/// point is brought onto the feasible side of the constraints at the end. Elements of arrays, such as the places of like
/// planes, are then exchanged (<see cref="ArrayExchange"/>), which gradients cannot do, and followed by gradients again,
/// as long as the objective falls.
/// </remarks>
internal sealed class ReplicaOptimisation(RunContext context, int replica)
{
    // The last quarter is averaged; the integers are held from a little before.
    private const double HoldIntegersFrom = 0.7;

    private readonly Study _study = context.Study;
    private readonly DesignSpace _space = context.Study.Geometry.Space;
    private readonly EventStreams _streams = context.Streams.OfReplica(replica);

    // Rounds of exchange and descent, of half the steps each.
    private const int MostRounds = 6;

    // A round must lower the objective by this share.
    private const double Worthwhile = 1e-6;

    private readonly TrainedAlongside? _training = context.Study.Method.Training(context, replica);

    /// <summary>Runs it.</summary>
    public FoundDesign Run()
    {
        using TrainedAlongside? training = _training;
        int steps = _study.Optimizer.Steps;
        double[] theta = Descend(Start(), 0, steps, "result");
        long events = (long)steps * _study.Method.EventsPerStep(_study);
        var exchange = new ArrayExchange(context, replica, _streams);
        if (!exchange.IsPossible)
        {
            return new FoundDesign(theta, events);
        }

        (ExchangeResult best, events) = exchange.Run(theta, 0, events);
        for (int round = 1, first = steps; round < MostRounds && best.Moves > 0; round++, first += steps / 2)
        {
            double[] refined = Descend(
                context.Function.Unconstrained(best.Point), first, steps / 2, $"result/{round}");
            events += steps / 2 * (long)_study.Method.EventsPerStep(_study);
            (ExchangeResult next, events) = exchange.Run(refined, round, events);
            bool better = next.Value < best.Value * (1 - Worthwhile);
            best = next.Value < best.Value ? next : best;
            if (!better)
            {
                break;
            }
        }

        return new FoundDesign(exchange.Ordered(best.Point), events);
    }

    // Follows the gradient for some steps, numbered from the first, and ends on the feasible side.
    private double[] Descend(double[] start, int first, int steps, string name)
    {
        var descent = new GradientDescent(new GradientDescentOptions
        {
            Steps = steps,
            LearningRate = _study.Optimizer.LearningRate,
            Penalty = _study.Optimizer.Penalty,
            Constraints = [.. _study.Constraints.Select(c => c.Kind)],
        });
        GradientDescentState state = descent.Start(start);
        while (!descent.Finished(state))
        {
            state = Step(descent, state, first).State;
        }

        double[] found = state.Result();
        return context.Once($"replica/{replica}/{name}", "optimising", 0, 0, () => Feasible(found));
    }

    private StepRecord Step(GradientDescent descent, GradientDescentState state, int first)
    {
        int batch = _study.Optimizer.Batch, steps = descent.Options.Steps;
        bool hold = first > 0 || state.Step >= HoldIntegersFrom * steps;
        return context.Once(
            $"step/{replica}/{first + state.Step}",
            $"{(first > 0 ? "refining" : "optimising")}, {replica + 1} of {_study.Optimizer.Replicas}, step {state.Step + 1} "
                + $"of {steps}",
            _study.Method.EventsPerStep(_study), Work.Gradient,
            () =>
            {
                GradientDescentState from = hold ? state with { Point = Held(state.Point) } : state;
                FunctionEvaluation at = _training?.Evaluate(from.Step, from.Point, _streams)
                    ?? context.Function.Evaluate(from.Point, _streams, FirstEvent(first + from.Step), batch);
                GradientDescentState next = descent.Advance(from, hold ? WithoutIntegers(at) : at);
                next = hold ? next with { Point = context.Function.WithIntegersOf(next.Point, from.Point) } : next;
                return new StepRecord(at.Value, at.Constraints, next);
            },
            record => $"objective {record.Objective:0.####}");
    }

    // Without noise the steps share their events: the loss is then one smooth function, whose optimum is found exactly.
    private long FirstEvent(int step) => _study.Method.IsNoiseless ? 0 : (long)step * _study.Optimizer.Batch;

    private double[] Start()
    {
        double[] u = context.Function.Unconstrained([.. _space.BaselineValues]);
        if (replica > 0)
        {
            var normals = new double[u.Length];
            context.Streams.Child(StreamRole.Starts).Normals(replica, 1, u.Length, RandomPurpose.Primary, normals);
            u = [.. u.Zip(normals, (x, z) => Math.Clamp(x, -3, 3) + (_study.Optimizer.StartSpread * z))];
        }

        // A start at a bound would hardly move: its sigmoid is flat there.
        return [.. u.Select(x => Math.Clamp(x, -4, 4))];
    }

    private double[] Held(double[] u) =>
        context.Function.WithIntegersOf(u, context.Function.Unconstrained(context.Function.Buildable(u)));

    private FunctionEvaluation WithoutIntegers(FunctionEvaluation at) => at with
    {
        Gradient = context.Function.WithoutIntegers(at.Gradient),
        Jacobian = [.. at.Jacobian.Select(context.Function.WithoutIntegers)],
    };

    // The averaged point may miss the constraints by what the steps scatter; this is the last correction, not a search.
    private double[] Feasible(double[] u)
    {
        double[] held = Held(u);
        double[] theta = context.Function.Buildable(held);
        // An integer at its bound is a little off in u, so that a larger margin may be needed than for real numbers.
        for (double margin = 1e-6; margin < 0.1 && !context.Function.Satisfied(theta); margin *= 10)
        {
            double[]? restored = FeasiblePoint.Restore(
                held,
                point =>
                {
                    (double[] values, double[][] jacobian) = context.Function.Constraints(point);
                    return (values, [.. jacobian.Select(context.Function.WithoutIntegers)]);
                },
                context.Function.Kinds,
                margin);
            theta = context.Function.Buildable(restored ?? held);
        }

        return theta;
    }

    /// <summary>A step as the journal holds it.</summary>
    /// <param name="Objective">Objective at the point of the step.</param>
    /// <param name="Constraints">Constraint functions there.</param>
    /// <param name="State">State after the step.</param>
    internal sealed record StepRecord(double Objective, double[] Constraints, GradientDescentState State);
}
