using System.Globalization;
using CoDesign.Optimization;
using CoDesign.Optimization.Gradient;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Tests.Pipelines;
using TorchSharp;
using Xunit;

namespace CoDesign.Studies.Tests.Calorimeters;

[Collection(OneAfterTheOther.Name)]
public sealed class PipelineMemoryTests
{
    private const int Batch = 64;

    [Fact]
    public void Step_AfterIt_AsManyTensorsLiveAsBefore()
    {
        Study study = FlagshipStudy.Load();
        DesignFunction function = FlagshipStudy.Function(study);
        GradientDescent descent = Descent(study, 10);
        GradientDescentState state = descent.Start(FlagshipStudy.Baseline(study));
        for (int step = 0; step < 3; step++)
        {
            long before = Live();
            state = Step(function, descent, state);
            Assert.Equal(before, Live());
        }
    }

    [Fact]
    public void Test_AfterIt_AsManyTensorsLiveAsBefore()
    {
        Study study = FlagshipStudy.Load();
        CalorimeterPipeline pipeline = FlagshipStudy.Pipeline(study);
        using DisposeScope scope = torch.NewDisposeScope();
        CoDesign.Detectors.Space.Design design = study.Geometry.Space.Baseline();
        _ = design.Values;
        long before = Live();
        var tested = (TestedShowers)pipeline.Test(
            design, ResponseForm.Hard, new EventStreams(1), 256, new EventStreams(2), 5000);
        Assert.Equal(before, Live());
        Assert.Equal(5000, tested.Energy.Length);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Steps_TenThousand_DoNotGrowTheProcess()
    {
        const int Steps = 10_000, WarmUp = 1000;
        const double LargestGrowth = 20; // MB
        Study study = FlagshipStudy.Load();
        DesignFunction function = FlagshipStudy.Function(study);
        GradientDescent descent = Descent(study, WarmUp + Steps);
        GradientDescentState state = descent.Start(FlagshipStudy.Baseline(study));
        double before = 0;
        for (int step = 0; step < WarmUp + Steps; step++)
        {
            before = step == WarmUp ? ResidentMegabytes() : before;
            state = Step(function, descent, state);
        }

        Assert.InRange(ResidentMegabytes() - before, double.NegativeInfinity, LargestGrowth);
    }

    private static GradientDescentState Step(
        DesignFunction function, GradientDescent descent, GradientDescentState state)
    {
        FunctionEvaluation at = function.Evaluate(state.Point, new EventStreams(1), (long)state.Step * Batch, Batch);
        return descent.Advance(state, at);
    }

    // Small steps: that the design stays where the showers are valid is no matter of this test.
    private static GradientDescent Descent(Study study, int steps) => new(new GradientDescentOptions
    {
        Steps = steps,
        LearningRate = 1e-4,
        Penalty = study.Optimizer.Penalty,
        Constraints = [.. study.Constraints.Select(c => c.Kind)],
    });

    private static long Live() => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    private static double ResidentMegabytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        string kilobytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        return double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024;
    }
}
