using CoDesign.Optimization.Gradient;
using CoDesign.Physics.Statistics;
using Xunit;

namespace CoDesign.Optimization.Tests.Gradient;

/// <summary>PHYSICS.md, "Allocation": minimise sum s_i^2/n_i with sum c_i n_i = C. An exact test of a cost-constrained
/// optimum and of the price of its constraint.</summary>
public sealed class NeymanTests
{
    private static readonly double[] Sigmas = [1, 3, 0.5, 2];
    private static readonly double[] Costs = [1, 4, 2, 0.5];
    private const double Budget = 100;

    [Theory]
    [InlineData(ConstraintKind.Equality)]
    [InlineData(ConstraintKind.Inequality)]
    public void Advance_CostConstraint_FindsNeymansAllocationAndItsPrice(ConstraintKind kind)
    {
        // Unconstrained numbers are logarithms of n; the cost function is relative, as in a study.
        GradientDescentState end = Minimise.Run(
            new GradientDescentOptions { Steps = 4000, LearningRate = 0.05, Penalty = 50, Constraints = [kind] },
            [.. Enumerable.Repeat(1.0, Sigmas.Length)], Variance);

        double[] expected = NeymanAllocation.Allocate(Sigmas, Costs, Budget);
        Minimise.AssertClose([.. expected.Select(n => Math.Log(n))], end.Result(), 1e-3);

        // The price of the relative constraint is -dV/d ln C, by the closed form.
        const double Step = 1e-4;
        double derivative = (NeymanAllocation.MinimumVariance(Sigmas, Costs, Budget * (1 - Step))
            - NeymanAllocation.MinimumVariance(Sigmas, Costs, Budget * (1 + Step))) / (2 * Step);
        Assert.Equal(derivative, end.Multipliers[0], 0.005 * derivative);
        FunctionEvaluation at = Variance(end.Result());
        double estimate = LagrangeMultipliers.Estimate(at.Gradient, at.Constraints, at.Jacobian, [kind], _ => true)[0];
        Assert.Equal(derivative, estimate, 0.005 * derivative);
    }

    private static FunctionEvaluation Variance(double[] u)
    {
        double[] numbers = [.. u.Select(x => Math.Exp(x))];
        return new FunctionEvaluation
        {
            Value = numbers.Select((n, i) => Sigmas[i] * Sigmas[i] / n).Sum(),
            Gradient = [.. numbers.Select((n, i) => -Sigmas[i] * Sigmas[i] / n)],
            Constraints = [(numbers.Select((n, i) => Costs[i] * n).Sum() / Budget) - 1],
            Jacobian = [[.. numbers.Select((n, i) => Costs[i] * n / Budget)]],
        };
    }
}
