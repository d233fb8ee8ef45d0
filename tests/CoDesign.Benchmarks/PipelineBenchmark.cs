using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Readout;
using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using TorchSharp;

namespace CoDesign.Benchmarks;

/// <summary>Forward and backward through the flagship's whole pipeline, and its stages forward.</summary>
internal static class PipelineBenchmark
{
    public static int Run(string[] args)
    {
        int events = args.Length > 0 ? int.Parse(args[0]) : 4096;
        int threads = args.Length > 1 ? int.Parse(args[1]) : 2;
        torch.set_num_threads(threads);
        Study study = StudyLoader.Load(Repository.Path("studies/ecal-shashlik.yaml"), [], quick: false);
        var method = (CalorimeterMethod)study.Method;
        CalorimeterPipeline pipeline = method.Showers(study);
        var function = new DesignFunction(pipeline, study.Constraints);
        double[] u = function.Unconstrained([.. study.Geometry.Space.BaselineValues]);
        var streams = new EventStreams(1);
        var simulation = new ParametricSimulation();
        using DisposeScope outer = torch.NewDisposeScope();
        var detector = (CalorimeterDetector)study.Geometry.Build(study.Geometry.Space.Baseline());
        EventBatch batch = method.Events.Generate(streams, 0, events);
        Deposits deposits = simulation.Simulate(detector, batch);

        Console.WriteLine($"flagship pipeline, {events} events, {threads} threads");
        Print("forward + backward", () => function.Evaluate(u, streams, 0, events));
        Print("forward only", () => function.Value(u, streams, 0, events));
        Print("  primaries", () => method.Events.Generate(streams, 0, events));
        Print("  simulation", () => simulation.Simulate(detector, batch));
        Print("  smooth readout", () => new SmoothReadout().Read(detector, deposits, batch));
        Print("  hard readout", () => new HardReadout().Read(detector, deposits, batch));
        return 0;
    }

    private static void Print(string name, Action action) => Console.WriteLine($"{name,-20} {Timing.Measure(() =>
    {
        using DisposeScope scope = torch.NewDisposeScope();
        action();
    }, 5, 21)}");
}
