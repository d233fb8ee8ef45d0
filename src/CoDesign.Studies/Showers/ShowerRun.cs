using System.Diagnostics;
using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Studies.Runs;
using TorchSharp;

namespace CoDesign.Studies.Showers;

/// <summary>Simulates showers in a geometry, batch by batch: summary, and events to a file.</summary>
public static class ShowerRun
{
    /// <summary>Runs a request to its end, or to the end of the batch in hand when it is cancelled.</summary>
    /// <param name="request">What to simulate.</param>
    /// <param name="report">Receives progress.</param>
    /// <param name="cancellation">Stops after the batch in hand; the events so far are written and summarised.</param>
    /// <returns>The summary; of fewer events than asked for if it was cancelled.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled before the first event was complete.</exception>
    /// <exception cref="Detectors.Configuration.StudyException">The file cannot be written to.</exception>
    /// <exception cref="Hdf5.Hdf5Exception">Writing failed on the way; the file is removed.</exception>
    public static ShowerSummary Run(ShowerRequest request, Action<RunProgress> report, CancellationToken cancellation)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.set_num_threads(request.Threads);
        CalorimeterDetector detector = request.Geometry.Build(request.Geometry.Space.Baseline());
        SlabBox stack = CalorimeterSlabs.Of(detector);
        using ShowerFile? file = request.Output is null ? null : ShowerFile.Create(request.Output, request, stack);
        long start = Stopwatch.GetTimestamp();
        Func<long, Primary[], ShowerBatch> simulate = Simulation(request, detector, stack);
        double preparation = Stopwatch.GetElapsedTime(start).TotalSeconds, simulation = 0, writing = 0;
        var totals = new ShowerTotals(stack.Layers);
        var plan = new BatchPlan(request, stack.Layers);
        while (totals.Count < request.Events && !cancellation.IsCancellationRequested)
        {
            int size = plan.Next(request.Events - totals.Count);
            ShowerBatch batch = Timed(ref simulation, out double seconds, () => simulate(
                totals.Count, [.. Enumerable.Repeat(new Primary(request.Particle, request.Energy), size)]));
            plan.Took(batch, seconds);
            totals.Add(batch);
            Timed(ref writing, out _, () => file?.Append(batch));
            report(new RunProgress("simulating", (double)totals.Count / request.Events,
                $"{totals.Count:N0} of {request.Events:N0} events"));
        }

        if (totals.Count == 0)
        {
            throw new OperationCanceledException("stopped before the first event was complete", cancellation);
        }

        Timed(ref writing, out _, () => file?.Finish(totals.Count));
        return totals.Summary(request, new ShowerTimes(preparation, simulation, writing));
    }

    private static Func<long, Primary[], ShowerBatch> Simulation(
        ShowerRequest request, CalorimeterDetector detector, SlabBox stack)
    {
        if (request.Model == ShowerModel.Parametric)
        {
            var showers = new ParametricShowers(detector, request.Scoring);
            return (first, primaries) => showers.Simulate(request.Seed, first, primaries);
        }

        var options = new MonteCarloOptions { RangeCut = request.Geometry.RangeCut, Threads = request.Threads };
        var transport = new ShowerMonteCarlo(stack, options, request.Scoring);
        return (first, primaries) => transport.Simulate(request.Seed, first, primaries);
    }

    private static T Timed<T>(ref double total, out double seconds, Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        total += seconds;
        return result;
    }

    private static void Timed(ref double total, out double seconds, Action work) =>
        _ = Timed(ref total, out seconds, () =>
        {
            work();
            return true;
        });
}
