using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;
using Xunit;

namespace CoDesign.Optimization.Tests.Problems;

public sealed class TestProblemsTests
{
    public static TheoryData<string> Names => [.. TestProblems.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Objectives_AtTheMinimisers_AreTheOptimum(string name)
    {
        TestProblem problem = Find(name);
        Assert.All(problem.Minimisers, x =>
        {
            // Places are known to 8 digits, values are flat there; Gramacy's constraints cut the plane: first order. A
            // square root makes Ackley's function as sharp as 4 eps^(1/2).
            Assert.Equal(problem.Optimum, problem.Objectives(x)[0], 1e-6);
            Assert.True(problem.Space.Contains(x));
            Assert.All(problem.Constraints?.Invoke(x) ?? [], c => Assert.True(c <= 1e-6));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Objectives_AtRandomPoints_AreFiniteAndNoBetterThanTheOptimum(string name)
    {
        TestProblem problem = Find(name);
        var sequence = new RandomSequence(problem.Space.Dimensions, 5);
        for (int i = 0; i < 2000; i++)
        {
            double[] x = problem.Space.Sample(sequence.Point(i));
            double[] y = problem.Objectives(x);
            Assert.Equal(problem.ObjectiveCount, y.Length);
            Assert.All(y, v => Assert.True(double.IsFinite(v)));
            Assert.True(problem.ObjectiveCount > 1 || !problem.IsFeasible(x) || y[0] >= problem.Optimum - 1e-12);
        }
    }

    [Theory]
    [InlineData("ackley3", "ackley-d3")]
    [InlineData("Rosenbrock_Gradient", "rosenbrock-gradient-d10")]
    [InlineData("c2dtlz2", "c2-dtlz2-d6")]
    [InlineData("C2-DTLZ2-d12", "c2-dtlz2-d12")]
    [InlineData("dtlz2-m3-d7", "dtlz2-m3-d7")]
    [InlineData("dtlz2", "dtlz2-m2-d6")]
    [InlineData("zdt1", "zdt1-d30")]
    [InlineData("michalewicz10", "michalewicz10")]
    public void Find_WithOrWithoutSizes_IsThatProblem(string given, string name) => Assert.Equal(name, Find(given).Name);

    [Theory]
    [InlineData("brannin")]
    [InlineData("branin3")]
    [InlineData("ackley0")]
    [InlineData("dtlz2-m9-d12")]
    [InlineData("dtlz2-m3-d2")]
    public void Find_NoSuchProblem_IsNull(string given) => Assert.Null(TestProblems.Find(given));

    [Theory]
    [InlineData(new[] { 5, 1, 5, 0, 5.0, 0 }, -274, 76)]
    [InlineData(new[] { 5, 1, 1, 0, 5.0, 0 }, -258, 52)]
    [InlineData(new[] { 0, 2, 1, 0, 1.0, 0 }, -116, 6)]
    [InlineData(new[] { 1, 1, 1, 0, 1.0, 0 }, -42, 4)]
    public void Osy_CornersOfItsFront_HaveTheirValuesOnTheEdgeOfAConstraint(double[] corner, double first, double second)
    {
        TestProblem problem = Find("osy");
        Assert.Equal([first, second], problem.Objectives(corner));
        Assert.Equal(0, problem.Constraints!(corner).Max());
    }

    [Fact]
    public void Gradient_OfRosenbrock_IsTheDifferenceQuotient()
    {
        TestProblem problem = Find("rosenbrock-gradient-d10");
        double[] x = problem.Space.Sample(new RandomSequence(10, 3).Point(0));
        double[] gradient = problem.Evaluate(x, 1, 1).Gradients![0];
        double norm = Math.Sqrt(gradient.Sum(g => g * g));
        for (int i = 0; i < x.Length; i++)
        {
            double step = Math.Cbrt(2.2e-16) * Math.Max(1, Math.Abs(x[i]));
            double[] up = [.. x], down = [.. x];
            (up[i], down[i]) = (x[i] + step, x[i] - step);
            double difference = (problem.Objectives(up)[0] - problem.Objectives(down)[0]) / (2 * step);
            Assert.Equal(difference, gradient[i], 1e-6 * norm);
        }
    }

    [Theory]
    [InlineData("three-hump")]
    [InlineData("hump-manifold")]
    [InlineData("simulated-rosenbrock")]
    [InlineData("rosenbrock-subspace")]
    [InlineData("noisy-hartmann6")]
    public void Evaluate_NoisyProblem_HasTheTrueMeanAndItsStatedError(string name)
    {
        TestProblem problem = Find(name);
        var sequence = new RandomSequence(problem.Space.Dimensions, 9);
        const int Draws = 300;
        double sum = 0, squares = 0;
        for (int i = 0; i < Draws; i++)
        {
            double[] x = problem.Space.Sample(sequence.Point(i));
            Observation seen = problem.Evaluate(x, 4, (ulong)i);
            double pull = (seen.Objectives[0] - problem.Objectives(x)[0]) / seen.Errors![0];
            sum += pull;
            squares += pull * pull;
        }

        Assert.InRange(sum / Draws, -5 / Math.Sqrt(Draws), 5 / Math.Sqrt(Draws));
        Assert.InRange(squares / Draws, 1 - (5 * Math.Sqrt(2.0 / Draws)), 1 + (5 * Math.Sqrt(2.0 / Draws)));
        Assert.Equal(
            problem.Evaluate(sequence.Point(0), 4, 7).Objectives, problem.Evaluate(sequence.Point(0), 4, 7).Objectives);
    }

    private static TestProblem Find(string name) => TestProblems.Find(name) ?? throw new ArgumentException(name);
}
