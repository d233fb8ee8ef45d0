using System.Diagnostics;
using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Benchmarks;

/// <summary>A gradient step of both differentiable models of tracks, against layers and tracks.</summary>
internal static class TrackBenchmark
{
    public static int Run(string[] args)
    {
        int threads = args.Length > 0 ? int.Parse(args[0]) : 2;
        set_num_threads(threads);
        Console.WriteLine($"gradient step of tracks in a barrel, {threads} threads; median (quartiles)");
        Console.WriteLine($"{"model",-12} {"layers",6} {"tracks",7} {"ms",9}  {"quartiles",-20} {"cpu ms",9} "
            + "ns per track-layer, wall and cpu");
        foreach ((string name, ITrackModel model) in new (string, ITrackModel)[]
        {
            ("covariance", new CovarianceModel()), ("tracks", new HitModel()),
        })
        {
            // Until the compiler has settled.
            TrackBatch few = Tracks(1000);
            Timing.Measure(() => Step(model, 30, few), 30, 30);
            foreach (int layers in new[] { 10, 30, 100 })
            {
                foreach (int tracks in new[] { 1_000, 10_000, 30_000 })
                {
                    Print(name, model, layers, tracks);
                }
            }
        }

        return 0;
    }

    private static void Print(string name, ITrackModel model, int layers, int tracks)
    {
        TrackBatch batch = Tracks(tracks);
        int repeats = Math.Clamp(30_000_000 / (layers * tracks), 5, 21);
        Step(model, layers, batch);
        // Processor time as well, because the machine may have other work.
        double before = Cpu();
        var timing = Timing.Measure(() => Step(model, layers, batch), 0, repeats);
        double cpu = (Cpu() - before) / repeats, each = 1e6 / (layers * (double)tracks);
        Console.WriteLine($"{name,-12} {layers,6} {tracks,7} {timing.Median,9:0.00}  "
            + $"{$"{timing.Low:0.00} .. {timing.High:0.00}",-20} {cpu,9:0.00} "
            + $"{each * timing.Median,8:0} {each * cpu,8:0}");
    }

    private static double Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    private static void Step(ITrackModel model, int layers, TrackBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor position = linspace(30, 1000, layers, dtype: ScalarType.Float64).requires_grad_(true);
        Tensor ones = ones_like(position).detach();
        Tensor sigma = (0.01 * ones).requires_grad_(true), thickness = (0.3 * ones).requires_grad_(true);
        Tensor infinite = ones * double.PositiveInfinity;
        var layout = new TrackerLayout
        {
            Shape = TrackerShape.Barrel,
            Field = tensor(2 * Units.Tesla, dtype: ScalarType.Float64),
            HasField = true,
            BeamSpot = default,
            Position = position,
            ResolutionU = sigma,
            ResolutionV = 5 * sigma,
            MeasuresU = [.. Enumerable.Repeat(true, layers)],
            MeasuresV = [.. Enumerable.Repeat(true, layers)],
            Efficiency = 0.99 * ones,
            RadiationLengths = thickness / 93.7,
            Thickness = thickness,
            IonisationLoss = 0.388 * thickness,
            HalfExtentU = infinite,
            HalfExtentV = infinite,
            Readout = new TrackerReadout?[layers],
            Names = [.. Enumerable.Range(0, layers).Select(i => $"layer {i}")],
        };
        Tensor loss = model.Measure(layout, batch).Squared.select(1, 2).mean();
        autograd.grad([loss], [position, sigma, thickness]);
    }

    private static TrackBatch Tracks(int count)
    {
        var rng = new System.Random(1);
        return new TrackBatch
        {
            Shape = TrackerShape.Barrel,
            Streams = new EventStreams(1),
            First = 0,
            Mass = Particle.PionPlus.Mass,
            Charge = Draw(() => rng.Next(2) == 0 ? 1 : -1),
            TransverseMomentum = Draw(() => 600 * Math.Pow(100, rng.NextDouble())),
            Dip = Draw(() => (2 * rng.NextDouble()) - 1),
            Azimuth = Draw(rng.NextDouble),
            VertexX = new double[count],
            VertexY = new double[count],
            VertexZ = Draw(() => 20 * rng.NextDouble()),
        };

        double[] Draw(Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
    }
}
