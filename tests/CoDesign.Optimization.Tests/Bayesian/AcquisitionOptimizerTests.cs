using CoDesign.Optimization.Bayesian;
using CoDesign.Optimization.Bayesian.Acquisitions;
using CoDesign.Optimization.Spaces;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian;

public sealed class AcquisitionOptimizerTests
{
    [Fact]
    public void Maximize_SmoothPeakBesideAnother_FindsTheHigher()
    {
        SearchSpace space = new([Real("x"), Real("y")]);
        double Peak(double x, double y, double a, double b) => Math.Exp(-200 * (((x - a) * (x - a)) + ((y - b) * (y - b))));
        var found = AcquisitionOptimizer.Maximize(
            space, new Numeric(u => Peak(u[0], u[1], 0.2, 0.3) + (1.2 * Peak(u[0], u[1], 0.83, 0.61))), Request());
        Assert.Equal(0.83, found!.Value.Unit[0], 1e-4);
        Assert.Equal(0.61, found.Value.Unit[1], 1e-4);
    }

    [Fact]
    public void Maximize_WholeNumbersAndChoices_StandsOnTheBestCombination()
    {
        // The continuous optimum depends on the choice, and rounding the relaxed optimum of n (6.4) would be wrong.
        SearchSpace space = new([Real("x"), Whole("n", 0, 1000), new() { Name = "c", Kind = VariableKind.Choice, Minimum = 0, Maximum = 4 }]);
        double Function(double[] u)
        {
            double n = u[1] * 1000, c = Math.Round(u[2] * 4);
            double ripple = Math.Abs((n % 2) - 1);
            return (c == 3 ? 1 : 0) - (10 * Math.Pow(u[0] - (c / 8), 2)) - (1e-3 * Math.Pow(n - 641.4, 2)) - ripple;
        }

        var found = AcquisitionOptimizer.Maximize(space, new Numeric(Function), Request());
        double[] point = space.FromUnit(found!.Value.Unit);
        Assert.Equal(641, point[1]);
        Assert.Equal(3, point[2]);
        Assert.Equal(0.375, point[0], 1e-4);
        Assert.Equal(space.ToUnit(point)[1], found.Value.Unit[1], 1e-15);
    }

    [Fact]
    public void Maximize_FiniteSpace_OffersEveryPointOnceAndThenNone()
    {
        SearchSpace space = new([Whole("n", 1, 4), new() { Name = "c", Kind = VariableKind.Choice, Minimum = 0, Maximum = 2 }]);
        var acquisition = new Numeric(u => u[0] - (0.1 * u[1]));
        List<double[]> known = [];
        for (int i = 0; i < 12; i++)
        {
            var found = AcquisitionOptimizer.Maximize(space, acquisition, Request() with { Excluded = known });
            Assert.NotNull(found);
            Assert.DoesNotContain(known, k => k.SequenceEqual(found.Value.Unit));
            known.Add(found.Value.Unit);
        }

        Assert.Null(AcquisitionOptimizer.Maximize(space, acquisition, Request() with { Excluded = known }));
    }

    [Fact]
    public void Maximize_Region_StaysInside()
    {
        SearchSpace space = new([Real("x"), Whole("n", 0, 10)]);
        var found = AcquisitionOptimizer.Maximize(
            space, new Numeric(u => u[0] + u[1]), Request() with { Lower = [0.2, 0.25], Upper = [0.4, 0.68] });
        Assert.Equal(0.4, found!.Value.Unit[0], 1e-9);
        Assert.Equal(0.6, found.Value.Unit[1], 1e-12);
    }

    private static AcquisitionRequest Request() => new() { Seed = 5 };

    private static SearchVariable Real(string name) =>
        new() { Name = name, Kind = VariableKind.Continuous, Minimum = 0, Maximum = 1 };

    private static SearchVariable Whole(string name, double minimum, double maximum) =>
        new() { Name = name, Kind = VariableKind.Integer, Minimum = minimum, Maximum = maximum };

    // A function in closed form with differences for its gradient.
    private sealed class Numeric(Func<double[], double> function) : IAcquisition
    {
        public double At(ReadOnlySpan<double> unit, Span<double> gradient)
        {
            double[] point = unit.ToArray();
            for (int i = 0; i < gradient.Length; i++)
            {
                const double Step = 1e-6;
                point[i] = unit[i] + Step;
                double above = function(point);
                point[i] = unit[i] - Step;
                gradient[i] = (above - function(point)) / (2 * Step);
                point[i] = unit[i];
            }

            return function(point);
        }
    }
}
