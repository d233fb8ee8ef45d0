using CoDesign.Detectors.Space;
using CoDesign.Optimization.Exchange;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs;

/// <summary>One gradient optimisation of the design, from its own start with its own events.</summary>
/// <remarks>
/// After the descent (<see cref="DesignDescent"/>), elements of arrays, such as the places of like planes, are exchanged
/// (<see cref="ArrayExchange"/>), which gradients cannot do, and followed by gradients again, as long as the objective
/// falls.
/// </remarks>
/// <param name="context">The run.</param>
/// <param name="replica">Number of the replica; the first starts at the given values, the others around them.</param>
/// <param name="from">Values around which it starts, internal units; the structure is theirs.</param>
/// <param name="role">What it is for.</param>
internal sealed class ReplicaOptimisation(
    RunContext context, int replica, double[] from, ReplicaRole role = ReplicaRole.Independent)
{
    private readonly Study _study = context.Study;
    private readonly DesignSpace _space = context.Study.Geometry.Space;
    private readonly EventStreams _streams = context.Streams.OfReplica(replica);

    // Rounds of exchange and descent, of half the steps each.
    private const int MostRounds = 6;

    // A round must lower the objective by this share.
    private const double Worthwhile = 1e-6;

    /// <summary>Runs it; where not even its start has a value, it ends there.</summary>
    public FoundDesign Run()
    {
        try
        {
            return Optimised();
        }
        catch (UnmeasuredDesignException e)
        {
            context.Refuse(e.Message);
            return new FoundDesign(from, _study.Method.EventsPerStep(_study));
        }
    }

    /// <summary>Steps of its first descent.</summary>
    public static int Steps(Study study, ReplicaRole role) =>
        role == ReplicaRole.Last ? (study.Optimizer.Steps + 1) / 2 : study.Optimizer.Steps;

    private FoundDesign Optimised()
    {
        using TrainedAlongside? training = _study.Method.Training(context, replica);
        var descent = new DesignDescent(context, context.Function, _streams, training);
        int steps = Steps(_study, role);
        double[] theta = descent.Run(Plan(Start(), 0, steps, "result")).Theta;
        long events = (long)steps * _study.Method.EventsPerStep(_study);
        var exchange = new ArrayExchange(context, replica, _streams);
        if (!exchange.IsPossible)
        {
            return new FoundDesign(theta, events);
        }

        (ExchangeResult best, events) = exchange.Run(theta, 0, events);
        for (int round = 1, first = steps; round < MostRounds && best.Moves > 0; round++, first += steps / 2)
        {
            double[] refined = descent.Run(
                Plan(context.Function.Unconstrained(best.Point), first, steps / 2, $"result/{round}")).Theta;
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

    private DescentPlan Plan(double[] start, int first, int steps, string name) => new()
    {
        Start = start,
        Safe = context.Function.Start(from),
        First = first,
        Steps = steps,
        StepKey = role == ReplicaRole.Last ? $"last/{replica}/step" : $"step/{replica}",
        ResultKey = $"replica/{replica}/{name}",
        Phase = role == ReplicaRole.Last ? "last descent, from the best design of a search"
            : $"{(first > 0 ? "refining" : "optimising")}, {replica + 1} of {_study.Optimizer.Replicas}",
        HoldsIntegers = first > 0 || role == ReplicaRole.Last,
        IsWarm = role == ReplicaRole.Last && first == 0,
    };

    private double[] Start()
    {
        double[] start = context.Function.Start(from);
        if (role == ReplicaRole.Last)
        {
            return context.Function.Restored(start) ?? start;
        }

        if (replica == 0)
        {
            return start;
        }

        var normals = new double[start.Length];
        context.Streams.Child(StreamRole.Starts).Normals(replica, 1, start.Length, RandomPurpose.Primary, normals);
        return [.. start.Select((x, i) => _space.Parameters[i].IsStructural ? x
            : Math.Clamp(Math.Clamp(x, -3, 3) + (_study.Optimizer.StartSpread * normals[i]), -4, 4))];
    }
}
