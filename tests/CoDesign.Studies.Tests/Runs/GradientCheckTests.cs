using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Runs;

public sealed class GradientCheckTests(WholeRun whole) : IClassFixture<WholeRun>
{
    [Fact]
    public void Run_IsMadeHalfwayBetweenBaselineAndOptimum()
    {
        using var tiny = new TinyStudy();
        Study study = tiny.Load();
        var function = new DesignFunction(study.Method.Pipeline(study), study.Constraints);
        StudySummary summary = SummaryJson.Read(whole.Json);
        double[] optimum = [.. study.Geometry.Space.Parameters
            .Select(p => summary.Optimum.Parameters[p.Name].Value * p.UnitValue)];
        double[] halfway = [.. function.Unconstrained([.. study.Geometry.Space.BaselineValues])
            .Zip(function.Unconstrained(optimum), (b, o) => (b + o) / 2)];

        double objective = function.Value(
            halfway, new EventStreams(study.Seed).Child(StreamRole.GradientCheck), 0, study.Optimizer.Batch);

        double[] first = Journal.ReadAll<double[]>(Path.Combine(whole.Folder, "journal.jsonl"), "gradient-check/0")[0].Value;
        Assert.Equal(first[2], objective, 1e-9);
        Assert.False(summary.GradientCheck.Vanishes);
    }

    [Fact]
    public void Summary_DerivativesBelowABillionthOfTheObjective_Vanish()
    {
        GradientCheckSummary check = GradientCheck.Summary([[1e-10, -3e-12, 1], [-1e-10, 2e-10, 1]]);
        Assert.True(check.Vanishes);
        Assert.Equal(
            ["The gradient check says nothing: the gradient vanishes along the direction."],
            SummaryWarnings.Gradient(check));
    }

    // A gradient that was lost on the way is no gradient that vanishes.
    [Fact]
    public void Summary_DifferencesSeeADerivative_DoesNotVanish() =>
        Assert.False(GradientCheck.Summary([[1e-10, 0.2, 1], [1e-10, 0.2, 1]]).Vanishes);

    [Theory]
    [InlineData(0.2, 0.2, null)]
    [InlineData(0.2, 0.21, "fails: autograd and differences disagree by more than 1 %")]
    public void Summary_Derivatives_AreCompared(double analytic, double difference, string? warning)
    {
        GradientCheckSummary check = GradientCheck.Summary([[analytic, difference, 1], [analytic, difference, 1]]);
        Assert.Equal((difference / analytic) - 1, check.RelativeDifference, 1e-12);
        Assert.Equal(warning is null ? 0 : 1, SummaryWarnings.Gradient(check).Count());
        Assert.All(SummaryWarnings.Gradient(check), w => Assert.Contains(warning ?? "", w, StringComparison.Ordinal));
    }
}
