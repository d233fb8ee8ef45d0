using CoDesign.Optimization.Bayesian;
using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Spaces;
using CoDesign.Optimization.Tests.Searches;
using CoDesign.Optimization.Trials;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian;

public sealed class FrontSearchTests
{
    [Theory]
    [InlineData("branin-currin", 60)]
    [InlineData("dtlz2", 60)]
    [InlineData("dtlz2-m3-d4", 60)]
    public void Suggest_FewEvaluations_MissesLessThanHalfOfWhatSobolPointsMiss(string name, int evaluations)
    {
        TestProblem problem = Find(name);
        var search = new FrontSearch(problem.Problem(evaluations, 1));
        List<Observation> finished = SearchRun.Run(search, problem, evaluations);
        double gap = SearchMeasurement.Gap(problem, search, finished);
        Assert.InRange(
            gap, 0, SearchMeasurement.Gap(problem, search, SearchRun.Run(SearchMethod.Sobol, name, evaluations)) / 2);
    }

    [Fact]
    public void Suggest_AgainFromTheTrials_GoesOnToTheSameBits()
    {
        TestProblem problem = Find("c2-dtlz2");
        List<Observation> finished = SearchRun.Run(SearchMethod.Bayesian, "c2-dtlz2", 24);
        foreach (int told in new[] { 0, 13, 20, 23 })
        {
            ISearch resumed = SearchFactory.Create(SearchMethod.Bayesian, problem.Problem(24, 1));
            Assert.Equal(finished[told].Point, resumed.Suggest(finished[..told], [], 1)[0]);
        }
    }

    [Fact]
    public void Suggest_BatchBesidePending_SpreadsOut()
    {
        TestProblem problem = Find("branin-currin");
        ISearch search = SearchFactory.Create(SearchMethod.Bayesian, problem.Problem(40, 1));
        List<Observation> finished = SearchRun.Run(search, problem, 15);
        IReadOnlyList<double[]> first = search.Suggest(finished, [], 3);
        double[][] all = [.. first, .. search.Suggest(finished, first, 3)];
        Assert.Equal(6, all.Length);
        Assert.All(Enumerable.Range(0, 6), i => Assert.All(Enumerable.Range(0, i), j =>
            Assert.True(all[i].Zip(all[j]).Sum(p => Math.Abs(p.First - p.Second)) > 1e-3)));
    }

    [Fact]
    public void Suggest_FeasibleInSeparateParts_FindsThoseWhereTheConstraintSeemedViolated()
    {
        // Without probes the search stays in the middle part, where it comes first.
        TestProblem problem = Find("c2-dtlz2-d12");
        List<Observation> finished = SearchRun.Run(SearchMethod.Bayesian, "c2-dtlz2-d12", 100, seed: 21);
        int[] front = Dominance.Front(finished);
        Assert.Contains(front, i => finished[i].Point[0] < 0.2);
        Assert.Contains(front, i => Math.Abs(finished[i].Point[0] - 0.5) < 0.2);
        Assert.Contains(front, i => finished[i].Point[0] > 0.8);
        Assert.All(front, i => Assert.True(problem.IsFeasible(finished[i].Point)));
    }

    [Fact]
    public void Suggest_ObjectivesNotKnownYet_AreTheInitialPointsOfAnyNumber()
    {
        SearchProblem problem = Find("dtlz2").Problem(60, 1);
        ISearch unknown = SearchFactory.Create(SearchMethod.Bayesian, problem with { Objectives = 0, ReferencePoint = null });
        ISearch known = SearchFactory.Create(SearchMethod.Bayesian, problem);
        List<Observation> failed = [];
        for (int i = 0; i < 20; i++)
        {
            double[] point = unknown.Suggest(failed, [], 1)[0];
            Assert.Equal(known.Suggest(failed, [], 1)[0], point);
            failed.Add(new Observation { Point = point, Failure = "no result" });
        }
    }

    [Fact]
    public void Suggest_IntegersChoicesFailuresAndNoise_KeepsToTheSpaceAndAwayFromFailures()
    {
        var space = new SearchSpace(
        [
            new() { Name = "n", Kind = VariableKind.Integer, Minimum = 0, Maximum = 10 },
            new() { Name = "c", Kind = VariableKind.Choice, Minimum = 0, Maximum = 2 },
            new() { Name = "x", Kind = VariableKind.Continuous, Minimum = 0, Maximum = 1 },
        ]);
        var problem = new SearchProblem { Space = space, Objectives = 2, Evaluations = 50, Seed = 1 };
        var search = new FrontSearch(problem);
        var noise = new RandomSequence(2, 6);
        List<Observation> finished = [];
        while (finished.Count < 50)
        {
            double[] p = search.Suggest(finished, [], 1)[0];
            Assert.True(space.Contains(p));
            double[] y = [p[0] + p[1] + p[2], 10 - p[0] + p[1] + Math.Pow(p[2] - 0.5, 2)];
            finished.Add(p[2] > 0.8 ? new Observation { Point = p, Failure = "too large" } : new Observation
            {
                Point = p,
                Objectives = [.. y.Zip(noise.Point(finished.Count)).Select(v => v.First + (0.1 * (v.Second - 0.5)))],
                Errors = [0.1 / Math.Sqrt(12), 0.1 / Math.Sqrt(12)],
            });
        }

        Assert.InRange(finished.Skip(25).Count(o => o.Failed()), 0, 2);
        int[] front = Dominance.Front(finished);
        Assert.All(front, i => Assert.True(finished[i].Point[1] == 0));
        Assert.InRange(front.Select(i => finished[i].Point[0]).Distinct().Count(), 8, 11);
        Assert.Contains(search.Recommend(finished), front);
    }

    private static TestProblem Find(string name) => TestProblems.Find(name) ?? throw new ArgumentException(name);
}
