using CoDesign.Optimization.Bayesian;
using CoDesign.Optimization.Spaces;
using CoDesign.Optimization.Trials;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian;

public sealed class BayesianSearchTests
{
    [Fact]
    public void Suggest_Branin_ConvergesForEverySeed()
    {
        // The required median is 1e-3 at 30 evaluations; of twelve seeds eight may not fail.
        int reached = Enumerable.Range(1, 12).Count(seed =>
        {
            (BayesianSearch search, List<Observation> trials) = Run(
                BraninSpace(), 30, (ulong)seed, x => new Observation { Point = x, Objectives = [Branin(x)] });
            return trials[search.Recommend(trials)].Objectives[0] - 0.39788735772973816 < 1e-3;
        });
        Assert.InRange(reached, 9, 12);
    }

    [Fact]
    public void Suggest_AskedTwice_AnswersTheSame()
    {
        (_, List<Observation> trials) = Run(
            BraninSpace(), 12, 3, x => new Observation { Point = x, Objectives = [Branin(x)] });
        SearchProblem problem = Problem(BraninSpace(), 30, 3);
        double[][] pending = [[1.5, 2.5]];
        var first = new BayesianSearch(problem).Suggest(trials, pending, 3);
        var again = new BayesianSearch(problem).Suggest(trials, pending, 3);
        Assert.Equal(3, first.Count);
        Assert.Equal(first, again);
        Assert.Equal(3, first.Select(p => (p[0], p[1])).Distinct().Count());
    }

    [Fact]
    public void Suggest_FiniteSpace_EndsWhenItIsExhausted()
    {
        SearchSpace space = new(
        [
            new() { Name = "n", Kind = VariableKind.Integer, Minimum = 1, Maximum = 5 },
            new() { Name = "c", Kind = VariableKind.Choice, Minimum = 0, Maximum = 2 },
        ]);
        var search = new BayesianSearch(Problem(space, 40, 1));
        List<Observation> trials = [];
        for (var next = search.Suggest(trials, [], 1); next.Count > 0; next = search.Suggest(trials, [], 1))
        {
            trials.Add(new Observation { Point = next[0], Objectives = [Math.Pow(next[0][0] - 3, 2) + next[0][1]] });
        }

        Assert.Equal(15, trials.Select(t => (t.Point[0], t.Point[1])).Distinct().Count());
        Assert.Equal(15, trials.Count);
        Assert.Empty(search.Suggest(trials, [], 4));
    }

    [Fact]
    public void Suggest_TrialsFailInHalfTheSpace_StaysAway()
    {
        // Of 96 uniform points 45 +- 4.9 would fail; five standard deviations less.
        int failed = Enumerable.Range(1, 4).Sum(seed =>
        {
            (BayesianSearch search, List<Observation> trials) = Run(BraninSpace(), 30, (ulong)seed, x => x[0] < 2
                ? new Observation { Point = x, Failure = "crashed" }
                : new Observation { Point = x, Objectives = [Branin(x)] });
            Assert.False(trials[search.Recommend(trials)].Failed());
            return trials.Skip(6).Count(t => t.Failed());
        });
        Assert.InRange(failed, 0, 20);
    }

    [Fact]
    public void Suggest_Constraint_FindsTheOptimumOnItsEdge()
    {
        // min x + y where x y is at least 1/4: (1/2, 1/2).
        SearchSpace space = new([Real("x", 0, 1), Real("y", 0, 1)]);
        (BayesianSearch search, List<Observation> trials) = Run(space, 30, 1, x => 0.25 - (x[0] * x[1]) > 0.2
            ? new Observation { Point = x, Constraints = [0.25 - (x[0] * x[1])] }
            : new Observation { Point = x, Objectives = [x[0] + x[1]], Constraints = [0.25 - (x[0] * x[1])] });
        Observation best = trials[search.Recommend(trials)];
        Assert.True(best.IsFeasible());
        Assert.InRange(best.Objectives[0], 1, 1.01);
    }

    [Fact]
    public void Recommend_NoisyTrials_IsNotTheLuckiest()
    {
        SearchSpace space = new([Real("x", 0, 1)]);
        List<Observation> trials = [.. Enumerable.Range(0, 21).Select(i => new Observation
        {
            Point = [i / 20.0],
            Objectives = [i == 18 ? -0.3 : Math.Pow((i / 20.0) - 0.4, 2)],
            Errors = [i == 18 ? 1 : 0.02],
        })];
        int recommended = new BayesianSearch(Problem(space, 40, 1)).Recommend(trials);
        Assert.InRange(trials[recommended].Point[0], 0.25, 0.55);
    }

    [Fact]
    public void Suggest_ValuesUnlessRepeatedCouldBeNoise_RepeatsOneTrialOnce()
    {
        // Jumps between neighbours look like noise until a repetition gives the same value.
        SearchSpace space = new([Real("x", 0, 1)]);
        double Function(double x) => x + Math.Sin(1e5 * x);
        (_, List<Observation> trials) = Run(space, 25, 1, x => new Observation { Point = x, Objectives = [Function(x[0])] });
        Assert.Equal(24, trials.Select(t => t.Point[0]).Distinct().Count());
    }

    [Fact]
    public void Suggest_GradientsOfRosenbrock_NeedFewerEvaluations()
    {
        SearchSpace space = new([.. Enumerable.Range(0, 6).Select(i => Real($"x{i}", -2, 2))]);
        double Least(bool withGradient, int evaluations)
        {
            (_, List<Observation> trials) = Run(space, evaluations, 1, x => new Observation
            {
                Point = x,
                Objectives = [Rosenbrock(x, out double[] gradient)],
                Gradients = withGradient ? [gradient] : null,
            });
            return trials.Min(t => t.Objectives[0]);
        }

        Assert.True(Least(true, 20) < Least(false, 60));
    }

    private static (BayesianSearch Search, List<Observation> Trials) Run(
        SearchSpace space, int evaluations, ulong seed, Func<double[], Observation> function)
    {
        var search = new BayesianSearch(Problem(space, evaluations, seed));
        List<Observation> trials = [];
        while (trials.Count < evaluations)
        {
            trials.Add(function(search.Suggest(trials, [], 1)[0]));
        }

        return (search, trials);
    }

    private static SearchProblem Problem(SearchSpace space, int evaluations, ulong seed) =>
        new() { Space = space, Evaluations = evaluations, Seed = seed };

    private static SearchSpace BraninSpace() => new([Real("x", -5, 10), Real("y", 0, 15)]);

    private static SearchVariable Real(string name, double minimum, double maximum) =>
        new() { Name = name, Kind = VariableKind.Continuous, Minimum = minimum, Maximum = maximum };

    // Dixon, Szego (1978).
    private static double Branin(double[] x) =>
        Math.Pow(x[1] - (5.1 / (4 * Math.PI * Math.PI) * x[0] * x[0]) + (5 / Math.PI * x[0]) - 6, 2)
        + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x[0])) + 10;

    private static double Rosenbrock(double[] x, out double[] gradient)
    {
        gradient = new double[x.Length];
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double bend = x[i + 1] - (x[i] * x[i]);
            sum += (100 * bend * bend) + ((1 - x[i]) * (1 - x[i]));
            gradient[i] -= (400 * bend * x[i]) + (2 * (1 - x[i]));
            gradient[i + 1] += 200 * bend;
        }

        return sum;
    }
}
