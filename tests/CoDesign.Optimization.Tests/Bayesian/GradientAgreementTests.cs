using CoDesign.Optimization.Bayesian;
using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Tests.Searches;
using CoDesign.Optimization.Trials;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian;

public sealed class GradientAgreementTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(-1, true)]
    [InlineData(-7, true)]
    public void Contradicts_GradientTimesAFactor_SeesItsSign(double factor, bool contradicts)
    {
        TestProblem problem = TestProblems.Find("rosenbrock-gradient-d10") ?? throw new InvalidOperationException();
        Observation[] trials = [.. SearchRun.Run(SearchMethod.Sobol, "rosenbrock-gradient-d10", 30).Select(t => t with
        {
            Gradients = [[.. t.Gradients![0].Select(g => factor * g)]], // the problem tells them
        })];

        Assert.Equal(contradicts, GradientAgreement.Contradicts(
            trials, [.. trials.Select(t => problem.Problem(30, 1).Space.ToUnit(t.Point))]));
    }

    [Fact]
    public void Suggest_OnlyBrokenConstraintsKnown_MovesTowardsTheFeasibleSide()
    {
        TestProblem problem = TestProblems.Find("branin") ?? throw new InvalidOperationException();
        SearchProblem asked = problem.Problem(40, 1) with { Constraints = 1 };
        ISearch search = SearchFactory.Create(SearchMethod.Bayesian, asked);
        List<Observation> trials = [];
        for (int i = 0; i < 14; i++)
        {
            double[] point = search.Suggest(trials, [], 1)[0];
            // Feasible in a corner of a hundredth of the square, and nothing is measured elsewhere.
            double[] unit = asked.Space.ToUnit(point);
            trials.Add(new Observation { Point = point, Constraints = [Math.Max(unit[0], unit[1]) - 0.1] });
        }

        Assert.True(trials.Skip(8).Min(t => t.Constraints[0]) <= 0);
    }
}
