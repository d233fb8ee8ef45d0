using CoDesign.Detectors.Space;
using CoDesign.Optimization.Exchange;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using TorchSharp;

namespace CoDesign.Studies.Runs;

/// <summary>Exchange of the elements of arrays at the end of an optimisation.</summary>
internal sealed class ArrayExchange
{
    // Two orders of the same elements are one design if their objectives agree to this share.
    private const double SameObjective = 1e-9;

    // More sweeps than any array has needed.
    private const int MostSweeps = 20;

    private readonly RunContext _context;
    private readonly Study _study;
    private readonly DesignSpace _space;
    private readonly int _replica;
    private readonly EventStreams _streams;
    private readonly int[][] _arrays;

    public ArrayExchange(RunContext context, int replica, EventStreams streams)
    {
        (_context, _study, _replica, _streams) = (context, context.Study, replica, streams);
        _space = _study.Geometry.Space;
        _arrays = Arrays(_space);
    }

    /// <summary>Whether the design has an array, and an objective that is the same at the same point.</summary>
    public bool IsPossible => _arrays.Length > 0 && _study.Method.IsNoiseless;

    /// <summary>Numbers of the parameters of each array with two free elements or more.</summary>
    public static int[][] Arrays(DesignSpace space) =>
    [
        .. space.Parameters.Select((p, i) => (Array: p.Array?.Array, Number: i)).Where(p => p.Array is not null)
            .GroupBy(p => p.Array, p => p.Number).Where(g => g.Count() > 1).Select(g => g.ToArray()),
    ];

    /// <summary>Exchanges.</summary>
    /// <param name="theta">Values, internal units.</param>
    /// <param name="round">Number of the round.</param>
    /// <param name="before">Events of the optimisation so far.</param>
    /// <returns>The best point, and the events with those of the exchange.</returns>
    public (ExchangeResult Best, long Events) Run(double[] theta, int round, long before)
    {
        double share = Share(theta);
        ExchangeResult result = ExchangeSearch.Run(theta, MostSweeps, (from, sweep) =>
        {
            ExchangeResult swept = _context.Once(
                $"exchange/{_replica}/{round}/{sweep}",
                $"exchanging, {_replica + 1} of {_study.Optimizer.Replicas}, sweep {sweep + 1}", 0, 0,
                () => ExchangeSearch.Sweep(from, Groups(), KeepingShare(share), Allowed()),
                r => $"objective {r.Value:0.####}");
            _context.Count((long)swept.Evaluations * _study.Optimizer.Batch, 1);
            return swept;
        });
        long events = (long)result.Evaluations * _study.Optimizer.Batch;
        return (result, before + events);
    }

    /// <summary>The same design with the elements of each array in ascending order, if it is the same design.</summary>
    /// <param name="theta">Values, internal units.</param>
    public double[] Ordered(double[] theta)
    {
        double[] ordered = Sorted(theta, _arrays);
        return Math.Abs((Objective(ordered) / Objective(theta)) - 1) < SameObjective ? ordered : theta;
    }

    /// <summary>Values with those of each array ascending.</summary>
    /// <param name="theta">Values.</param>
    /// <param name="arrays">Numbers of the parameters of each array.</param>
    public static double[] Sorted(double[] theta, int[][] arrays)
    {
        double[] ordered = [.. theta];
        foreach (int[] array in arrays)
        {
            double[] values = [.. array.Select(i => theta[i]).Order()];
            for (int k = 0; k < array.Length; k++)
            {
                ordered[array[k]] = values[k];
            }
        }

        return ordered;
    }

    private ExchangeGroup[] Groups() =>
        [.. _arrays.Select(a => new ExchangeGroup(a, _space.Parameters[a[0]].Minimum, _space.Parameters[a[0]].Maximum))];

    // The objective of a sweep; infinite at designs that measure less than a share of the events, as an objective of fewer,
    // easier events is no gain. Only a design better than all before can be chosen, so that the share of no other counts.
    private Func<double[], double> KeepingShare(double share)
    {
        double least = double.PositiveInfinity;
        return theta =>
        {
            double value = Objective(theta);
            if (value >= least)
            {
                return value;
            }

            if (Share(theta) < share)
            {
                return double.PositiveInfinity;
            }

            return least = value;
        };
    }

    // Without constraints there is nothing to ask.
    private Func<double[], bool>? Allowed() => _study.Constraints.Count == 0 ? null : theta =>
    {
        _context.StopIfAsked();
        return _context.Function.Satisfied(theta);
    };

    private double Share(double[] theta)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        try
        {
            return _context.Pipeline.MeasuredShare(_space.AtValues(theta), _streams, 0, _study.Optimizer.Batch);
        }
        catch (UnmeasuredDesignException)
        {
            return 0;
        }
    }

    // Infinite where a constraint is broken or nothing can be measured.
    private double Objective(double[] theta)
    {
        _context.StopIfAsked();
        if (!_context.Function.Satisfied(theta))
        {
            return double.PositiveInfinity;
        }

        using IDisposable noGradient = torch.no_grad();
        using DisposeScope scope = torch.NewDisposeScope();
        try
        {
            double value = _context.Pipeline.Loss(_space.AtValues(theta), _streams, 0, _study.Optimizer.Batch).ToDouble();
            return double.IsFinite(value) ? value : double.PositiveInfinity;
        }
        catch (UnmeasuredDesignException)
        {
            return double.PositiveInfinity;
        }
    }
}
