using System.Diagnostics;
using CoDesign.Detectors.Calorimeters;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Simulation.Random;
using TorchSharp;

namespace CoDesign.Benchmarks;

/// <summary>Monte Carlo showers in the reference stack with one thread and with two, in turn in one process; wall time
/// and processor time, because the machine may have other work; and the preparation of materials.</summary>
internal static class ShowerBenchmark
{
    private const double Energy = 10_000;
    private const int Events = 40;
    private const int LoopLength = 50_000_000;

    private static readonly string[] Materials = ["lead-tungstate", "liquid-argon", "lead", "polystyrene", "water"];

    public static int Run(string[] args)
    {
        int rounds = args.Length > 0 ? int.Parse(args[0]) : 9;
        Preparation();
        SlabBox stack = Stack();
        var one = new ShowerMonteCarlo(stack, new MonteCarloOptions { Threads = 1 }, new ScoringOptions());
        var two = new ShowerMonteCarlo(stack, new MonteCarloOptions { Threads = 2 }, new ScoringOptions());
        ShowerBatch warm = Batch(one, 2 * Events);
        Console.WriteLine($"\n10 GeV electrons, reference stack, {rounds} rounds of {Events} events; "
            + "median (quartiles) of rounds");
        double steps = warm.ChargedSteps.Average() + warm.PhotonSteps.Average();
        Console.WriteLine($"steps per event     {steps:0}  "
            + $"(charged {warm.ChargedSteps.Average():0}, photons {warm.PhotonSteps.Average():0})");
        List<Round> single = [], both = [], loop = [], loops = [];
        for (int i = 0; i < rounds; i++)
        {
            single.Add(Measure(() => Batch(one, Events)));
            both.Add(Measure(() => Batch(two, Events)));
            loop.Add(Measure(() => Loops(1)));
            loops.Add(Measure(() => Loops(2)));
        }

        Print("1 thread", single, steps);
        Print("2 threads", both, steps);
        Print("ratio of events/s, wall", single.Zip(both, (a, b) => a.Wall / b.Wall), "0.00");
        Print("ratio, 2 cpu1 / cpu2", single.Zip(both, (a, b) => 2 * a.Cpu / b.Cpu), "0.00");
        Print("machine's own: loops, wall", loop.Zip(loops, (a, b) => 2 * a.Wall / b.Wall), "0.00");
        Print("machine's own: loops, cpu", loop.Zip(loops, (a, b) => 2 * 2 * a.Cpu / b.Cpu), "0.00");
        Print("cores busy, 2 threads", both.Select(b => b.Cpu / b.Wall), "0.00");
        Allocation(one);
        return 0;
    }

    private static SlabBox Stack()
    {
        const string File = "geometries/pbwo4-lar-stack.yaml";
        using DisposeScope scope = torch.NewDisposeScope();
        SamplingCalorimeterGeometry geometry =
            CalorimeterGeometryLoader.Load(File, System.IO.File.ReadAllText(Repository.Path(File)), []);
        return CalorimeterSlabs.Of(geometry.Build(geometry.Space.Baseline()));
    }

    private static ShowerBatch Batch(ShowerMonteCarlo monteCarlo, int events) =>
        monteCarlo.Simulate(1, 0, [.. Enumerable.Repeat(new Primary(ParticleKind.Electron, Energy), events)]);

    // Arithmetic in registers, the same on each thread: what a second thread can bring on this machine at all.
    private static void Loops(int threads)
    {
        var workers = new Thread[threads];
        for (int t = 0; t < threads; t++)
        {
            workers[t] = new Thread(() =>
            {
                var rng = new TransportRandom(1, 1);
                double sum = 0;
                for (int i = 0; i < LoopLength; i++)
                {
                    sum += rng.Exponential();
                }

                GC.KeepAlive(sum);
            });
            workers[t].Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }
    }

    private static Round Measure(Action action)
    {
        using var process = Process.GetCurrentProcess();
        (TimeSpan cpu, long start) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        action();
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return new Round(wall, (process.TotalProcessorTime - cpu).TotalSeconds);
    }

    private static void Print(string name, List<Round> rounds, double steps)
    {
        Print($"{name}: events/s, wall", rounds.Select(r => Events / r.Wall), "0.0");
        Print($"{name}: events/cpu s", rounds.Select(r => Events / r.Cpu), "0.0");
        Print($"{name}: ns/step, cpu", rounds.Select(r => 1e9 * r.Cpu / (Events * steps)), "0");
    }

    private static void Print(string name, IEnumerable<double> values, string format)
    {
        var of = Timing.Of(values);
        Console.WriteLine($"{name,-26} {of.Median.ToString(format),7}  "
            + $"({of.Low.ToString(format)} .. {of.High.ToString(format)})");
    }

    // What a batch of many events allocates beyond a batch of few, so that what a batch costs as such drops out.
    private static void Allocation(ShowerMonteCarlo monteCarlo)
    {
        long few = Bytes(monteCarlo, 2), many = Bytes(monteCarlo, 2 + Events);
        Console.WriteLine($"allocated per event        {(many - few) / (double)Events:0} bytes, of which rows of the result "
            + $"{sizeof(double) * ((4 * 50) + 3 + 2)} and its primary {System.Runtime.CompilerServices.Unsafe.SizeOf<Primary>()}");
    }

    private static long Bytes(ShowerMonteCarlo monteCarlo, int events)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Batch(monteCarlo, events);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    // Tables are kept by material: another density makes another material.
    private static void Preparation()
    {
        Console.WriteLine("preparation of a material, 1 thread: first time in the process, then again (ms)");
        foreach (string name in Materials)
        {
            Material material = MaterialCatalogue.Get(name);
            double first = Prepare(material);
            var again = Timing.Of(Enumerable.Range(1, 7)
                .Select(i => Prepare(material.WithDensity(material.DensityGramPerCm3 * (1 + (1e-3 * i))))).ToArray());
            Console.WriteLine($"{name,-26} {first,7:0}  {again}");
        }
    }

    private static double Prepare(Material material)
    {
        long start = Stopwatch.GetTimestamp();
        _ = new ShowerMonteCarlo(
            new SlabBox([new Slab(material, 1, SlabRole.Active, 0)], 1), new MonteCarloOptions { Threads = 1 },
            new ScoringOptions());
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // Seconds of wall time and of the processor.
    private readonly record struct Round(double Wall, double Cpu);
}
