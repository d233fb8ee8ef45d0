using CoDesign.Optimization;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tests;
using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Tests.Pipelines;
using Xunit;

namespace CoDesign.Studies.Tests.Calorimeters;

[Collection(OneAfterTheOther.Name)]
public sealed class PipelineGradientTests
{
    private const int Events = 512;

    public static TheoryData<string> Studies =>
        ["", "events.particle=e- events.maximum_angle=11deg", "geometry.readout.depth=per-section"];

    // Common random numbers make the loss of a batch a smooth function of the design.
    [Theory]
    [MemberData(nameof(Studies))]
    public void Loss_EveryParameter_HasTheGradientOfTheDifferences(string overrides)
    {
        Study study = FlagshipStudy.Load(overrides.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        CalorimeterPipeline pipeline = FlagshipStudy.Pipeline(study);
        CentralDifference.Check(
            u => pipeline.Loss(study.Geometry.Space.At(u), new EventStreams(2), 0, Events),
            FlagshipStudy.Baseline(study),
            [.. study.Geometry.Space.Parameters.Select(p => p.Name)]);
    }

    [Fact]
    public void Loss_AwayFromTheBaseline_HasTheGradientOfTheDifferences()
    {
        Study study = FlagshipStudy.Load();
        CalorimeterPipeline pipeline = FlagshipStudy.Pipeline(study);
        var rng = new Random(5);
        CentralDifference.Check(
            u => pipeline.Loss(study.Geometry.Space.At(u), new EventStreams(3), 1000, Events),
            [.. FlagshipStudy.Baseline(study).Select(u => Math.Clamp(u, -2, 2) + rng.NextDouble() - 0.5)],
            [.. study.Geometry.Space.Parameters.Select(p => p.Name)]);
    }

    [Fact]
    public void Constraints_EveryParameter_HaveTheGradientOfTheDifferences()
    {
        Study study = FlagshipStudy.Load();
        DesignFunction function = FlagshipStudy.Function(study);
        double[] at = FlagshipStudy.Baseline(study);
        (double[] values, double[][] jacobian) = function.Constraints(at);
        double step = Math.Cbrt(double.BitIncrement(1) - 1);
        for (int c = 0; c < values.Length; c++)
        {
            double[] difference = [.. at.Select((_, i) => (Value(i, step) - Value(i, -step)) / (2 * step))];
            double norm = Math.Sqrt(difference.Sum(d => d * d));
            Assert.All(difference.Zip(jacobian[c]), p => Assert.InRange((p.Second - p.First) / norm, -1e-6, 1e-6));

            double Value(int i, double move)
            {
                double[] moved = [.. at];
                moved[i] += move;
                return function.Constraints(moved).Values[c];
            }
        }
    }

    [Fact]
    public void Constraints_AtTheBaseline_AreJustMet()
    {
        Study study = FlagshipStudy.Load();
        Assert.True(FlagshipStudy.Function(study).Satisfied([.. study.Geometry.Space.BaselineValues]));
        Assert.All(
            FlagshipStudy.Function(study).Constraints(FlagshipStudy.Baseline(study)).Values,
            value => Assert.InRange(value, -1e-9, 1e-9));
    }

    [Fact]
    public void Evaluate_SameEvents_IsTheSameBitForBit()
    {
        Study study = FlagshipStudy.Load();
        DesignFunction function = FlagshipStudy.Function(study);
        double[] at = FlagshipStudy.Baseline(study);
        FunctionEvaluation first = function.Evaluate(at, new EventStreams(1), 0, Events);
        FunctionEvaluation second = function.Evaluate(at, new EventStreams(1), 0, Events);
        Assert.Equal(first.Value, second.Value);
        Assert.Equal(first.Gradient, second.Gradient);
        Assert.Equal(first.Value, function.Value(at, new EventStreams(1), 0, Events));
    }
}
