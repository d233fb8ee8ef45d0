using CoDesign.Studies.Results;
using CoDesign.Studies.Tests.Runs;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Outer;

/// <summary>One run of the tiny study with an outer loop and a trade-off, shared by the tests.</summary>
public sealed class NestedRun : IDisposable
{
    private readonly TinyStudy _tiny = Study();

    public NestedRun() => Summary = _tiny.Start("whole");

    internal StudySummary Summary { get; }

    internal static TinyStudy Study() => StructuredStudy.Nested(
        StructuredStudy.Outer + "tradeoff: {constraint: cost, levels: [1, 0.8, 1.2], steps: 8, designs: 10}\n")
        // A second one, which most random designs break.
        .Edit("constraints:\n", "constraints:\n  containment: {expression: radiation_lengths, at_least: 0.9 * 22}\n");

    public void Dispose() => _tiny.Dispose();
}

public sealed class NestedRunTests(NestedRun whole) : IClassFixture<NestedRun>
{
    private StudySummary Summary => whole.Summary;

    [Fact]
    public void Run_OuterLoop_TriesTheBaselineFirstAndEachStructureOnce()
    {
        OuterSummary outer = Assert.IsType<OuterSummary>(Summary.Outer);

        Assert.Equal(["plates", "metal"], outer.Parameters);
        Assert.Equal(4, outer.Trials.Count(t => t.Events > 0));
        Assert.All(outer.Trials.Where(t => t.Events == 0), t => Assert.Equal("infeasible", t.Status));
        Assert.Equal("60", outer.Trials[0].Words["plates"]);
        Assert.Equal("lead", outer.Trials[0].Words["metal"]);
        Assert.Null(outer.Trials[0].StartedFrom);
        Assert.Equal(
            outer.Trials.Count, outer.Trials.Select(t => string.Join(" ", t.Words.Values)).Distinct().Count());
        Assert.Equal("finished", outer.Trials[outer.Best].Status);
    }

    [Fact]
    public void Run_OuterLoop_OptimumHasTheRecommendedStructure()
    {
        OuterSummary outer = Assert.IsType<OuterSummary>(Summary.Outer);
        foreach (string name in outer.Parameters)
        {
            ParameterSummary parameter = Summary.Optimum.Parameters[name];
            Assert.Equal(outer.Trials[outer.Best].Structure[name], parameter.Value);
            Assert.True(parameter.Structural);
            Assert.Null(parameter.Interval);
        }

        Assert.Equal("lead", Summary.Baseline.Parameters["metal"].Word);
    }

    [Fact]
    public void Run_OuterLoop_ComparesAtEqualCost()
    {
        Assert.Equal("nested", Summary.OwnSearch);
        long nested = Summary.Searches["nested"].Events;
        foreach (string name in new[] { "random", "sobol", "inner_only" })
        {
            Assert.InRange(Summary.Searches[name].Events, nested - 512, nested);
        }

        // All of its ten designs, or fewer if it found too few feasible ones.
        Assert.InRange(Summary.Searches["outer_only"].Events, nested / 2, nested);
        SearchSummary inner = Summary.Searches["inner_only"];
        Assert.Equal(
            (inner.Objective / Summary.Searches["nested"].Objective) - 1, Assert.NotNull(inner.Excess), 1e-3);
    }

    [Fact]
    public void Run_Tradeoff_LevelsFallAndKeepTheirLimits()
    {
        TradeoffSummary tradeoff = Assert.IsType<TradeoffSummary>(Summary.Tradeoff);
        IReadOnlyList<FrontPoint> points = tradeoff.Gradient.Points;

        Assert.Equal([1.2, 1.0, 0.8], points.Select(p => p.Level ?? 0));
        double limit = Summary.Constraints["cost"].Limit;
        Assert.All(points, p => Assert.True(p.Kept && p.Quantity <= p.Level * limit * (1 + 1e-9)));
        Assert.Equal(Summary.Optimum.Objective.Value, points[1].Objective, 12);
        Assert.Equal(0, points[1].Loss, 12);
        Assert.Null(points[0].StepLoss);
        Assert.NotNull(points[2].StepLoss);
        Assert.Equal(Share(tradeoff), tradeoff.Gradient.Hypervolume, 5 * tradeoff.Gradient.HypervolumeError);
    }

    // The area under the staircase at the mean objectives; the summary has the mean over the seeds of the areas.
    private static double Share(TradeoffSummary tradeoff)
    {
        FrontPoint[] all = [.. tradeoff.Gradient.Points.Concat(tradeoff.Search.Points).Where(p => p.Kept)];
        FrontPoint[] front = [.. tradeoff.Gradient.Points.OrderBy(p => p.Quantity)];
        (double worst, double most) = (tradeoff.Reference[0], tradeoff.Reference[1]);
        double area = 0, reached = worst;
        for (int k = 0; k < front.Length; k++)
        {
            reached = Math.Min(reached, front[k].Objective);
            area += (worst - reached) * ((k + 1 < front.Length ? front[k + 1].Quantity : most) - front[k].Quantity);
        }

        return area / ((worst - all.Min(p => p.Objective)) * (most - all.Min(p => p.Quantity)));
    }

    [Fact]
    public void Resume_StoppedAgainAndAgain_GivesTheSameBits()
    {
        using TinyStudy tiny = NestedRun.Study();
        StudySummary resumed = Interrupted.Run(
            tiny, new Random(5), 60, () => Assert.False(File.Exists(tiny.In("run/summary.json"))));

        Assert.Equal(WholeRun.Numbers(SummaryJson.Write(Summary)), WholeRun.Numbers(SummaryJson.Write(resumed)));
    }
}
