using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;
using Xunit;

namespace CoDesign.Optimization.Tests.Searches;

public sealed class BaselineTests
{
    public static TheoryData<SearchMethod, string> Cases => new()
    {
        { SearchMethod.Random, "mixed-branin" },
        { SearchMethod.Sobol, "mixed-branin" },
        { SearchMethod.Grid, "mixed-branin" },
        { SearchMethod.CmaEs, "mixed-branin" },
        { SearchMethod.Nsga2, "mixed-branin" },
        { SearchMethod.CmaEs, "gramacy" },
        { SearchMethod.Nsga2, "c2-dtlz2" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Suggest_AgainFromTheTrials_GoesOnToTheSameBits(SearchMethod method, string name)
    {
        List<Observation> finished = SearchRun.Run(method, name, 60);
        TestProblem problem = Find(name);
        Assert.All(finished, o => Assert.True(problem.Space.Contains(o.Point)));
        foreach (int told in new[] { 0, 1, 17, 43, finished.Count - 1 })
        {
            ISearch resumed = SearchFactory.Create(method, problem.Problem(60, 1));
            Assert.Equal(finished[told].Point, resumed.Suggest(finished[..told], [], 1)[0]);
            Assert.Equal(finished[told].Point, resumed.Suggest(finished[..told], [], 1)[0]);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Suggest_ManyPending_GivesNewPointsAndTakesResultsInAnyOrder(SearchMethod method, string name)
    {
        TestProblem problem = Find(name);
        ISearch search = SearchFactory.Create(method, problem.Problem(200, 2));
        List<Observation> finished = [];
        List<double[]> pending = [];
        var seen = new HashSet<string>();
        for (int round = 0; round < 20; round++)
        {
            IReadOnlyList<double[]> points = search.Suggest(finished, pending, 7);
            Assert.Equal(7, points.Count);
            Assert.All(points, p => Assert.True(seen.Add(string.Join(' ', p))));
            pending.AddRange(points);
            for (int k = 0; k < 5; k++)
            {
                double[] done = pending[(round * 3) % pending.Count];
                pending.Remove(done);
                finished.Add(k == 4 ? new Observation { Point = done, Failure = "lost" } : problem.Evaluate(done, 1, 1));
            }
        }

        // No feasible trial is better in everything.
        Observation best = finished[search.Recommend(finished)];
        Assert.True(best.IsFeasible());
        Assert.DoesNotContain(
            finished, o => o.IsFeasible() && o.Objectives.Zip(best.Objectives).All(p => p.First < p.Second));
    }

    [Theory]
    // Another program (cmaes 0.9.1) has medians of 4e-9 and 2e-14 at 1500 and 5000 evaluations.
    [InlineData("sphere", 1500, 1e-7)]
    [InlineData("ellipsoid", 5000, 1e-7)]
    [InlineData("rosenbrock-d5", 4000, 1e-6)]
    [InlineData("integer-rosenbrock-d2", 200, 0)]
    public void CovarianceAdaptation_OneMinimum_ReachesIt(string name, int evaluations, double regret)
    {
        TestProblem problem = Find(name);
        double[] reached = [.. Enumerable.Range(1, 5).Select(seed => SearchRun
            .Run(SearchMethod.CmaEs, name, evaluations, (ulong)seed).Min(o => o.Objectives[0]) - problem.Optimum).Order()];
        Assert.InRange(reached[2], 0, regret);
    }

    [Fact]
    public void CovarianceAdaptation_ManyMinima_RestartsAndKeepsWithinTheBounds()
    {
        TestProblem problem = Find("rastrigin-d2");
        List<Observation> finished = SearchRun.Run(SearchMethod.CmaEs, "rastrigin-d2", 5000);
        Assert.All(finished, o => Assert.True(problem.Space.Contains(o.Point)));
        Assert.InRange(finished.Min(o => o.Objectives[0]), 0, 1e-6);
    }

    [Fact]
    public void CovarianceAdaptation_TwoObjectives_IsRefused() => Assert.Throws<NotSupportedException>(
        () => SearchFactory.Create(SearchMethod.CmaEs, Find("zdt1").Problem(10, 1)));

    [Fact]
    public void Genetic_Zdt1_ComesCloseToTheFront()
    {
        List<Observation> finished = SearchRun.Run(SearchMethod.Nsga2, "zdt1", 25_000, batch: 100);
        double[][] front = [.. Dominance.Front(finished).Select(i => finished[i].Objectives)];
        // Deb et al. (2002), table II: mean distance 0.0335, standard deviation of runs 0.0048; five of them.
        Assert.InRange(front.Average(f => f[1] - (1 - Math.Sqrt(f[0]))), 0, 0.0335 + (5 * 0.0048));
        Assert.InRange(front.Length, 30, 25_000);
    }

    [Fact]
    public void Genetic_Constraint_IsKeptByTheFront()
    {
        TestProblem problem = Find("c2-dtlz2");
        List<Observation> finished = SearchRun.Run(SearchMethod.Nsga2, "c2-dtlz2", 2000);
        int[] front = Dominance.Front(finished);
        Assert.InRange(front.Average(i => Math.Sqrt(finished[i].Objectives.Sum(f => f * f))), 1, 1.02);
        Assert.All(front, i => Assert.True(problem.IsFeasible(finished[i].Point)));
    }

    [Theory]
    [InlineData("mixed-branin", 300)]
    [InlineData("branin", 25)]
    [InlineData("integer-rosenbrock-d2", 1000)]
    public void Grid_Levels_FillTheEvaluationsAndEnd(string name, int evaluations)
    {
        TestProblem problem = Find(name);
        List<Observation> finished = SearchRun.Run(SearchMethod.Grid, name, evaluations);
        int[] levels = [.. Enumerable.Range(0, problem.Space.Dimensions)
            .Select(i => finished.Select(o => o.Point[i]).Distinct().Count())];
        Assert.Equal(finished.Count, levels.Aggregate(1, (a, b) => a * b));
        Assert.InRange(finished.Count, Math.Min(256, evaluations / 2), evaluations);
        Assert.True(problem.Space.Variables[0].Kind != Optimization.Spaces.VariableKind.Choice || levels[0] == 4);
        Assert.Empty(SearchFactory.Create(SearchMethod.Grid, problem.Problem(evaluations, 1)).Suggest(finished, [], 1));
    }

    private static TestProblem Find(string name) => TestProblems.Find(name) ?? throw new ArgumentException(name);
}
