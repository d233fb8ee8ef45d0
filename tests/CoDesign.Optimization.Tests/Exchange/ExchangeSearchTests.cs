using CoDesign.Optimization.Exchange;
using Xunit;

namespace CoDesign.Optimization.Tests.Exchange;

public sealed class ExchangeSearchTests
{
    private static double[] Even(int n) => [.. Enumerable.Range(0, n).Select(i => (double)i / (n - 1))];

    private static ExchangeGroup All(int n) => new([.. Enumerable.Range(0, n)], 0, 1);

    // N measurements of a line shared out among the places a < b, extrapolated to zero: var = (b^2/n_a + a^2/n_b)/(b-a)^2.
    // With places at the bounds only, the best share is found by counting.
    [Theory]
    [InlineData(5, 1, 4)]
    [InlineData(10, 1, 4)]
    [InlineData(10, 2, 10)]
    [InlineData(10, 3.9, 7)]
    [InlineData(23, 3.9, 7)]
    public void Run_TwoPlaces_SharesOutAsCountingDoes(int n, double a, double b)
    {
        double Variance(double[] x) => LineVariance(x, a, b);
        double best = Enumerable.Range(1, n - 1).Min(k => ((b * b / k) + (a * a / (n - k))) / ((b - a) * (b - a)));

        ExchangeResult found = Run(Even(n), [All(n)], Variance);

        Assert.Equal(best, found.Value, 1e-9 * best);
        Assert.All(found.Point, x => Assert.True(x is 0 or 1, $"{x}"));
        Assert.True(found.Moves > 0);
    }

    // Places with weights: sum of w_k^2/n_k, one coordinate or more at each, is least by Neyman's allocation; the integer
    // optimum is found by counting all splits.
    [Theory]
    [InlineData(7, 1, 2, 1)]
    [InlineData(12, 1, 2, 1)]
    [InlineData(12, 1, 3, 2)]
    [InlineData(20, 5, 1, 1)]
    public void Run_ThreePlaces_FindsTheBestOfAllSplits(int n, double first, double second, double third)
    {
        double[] weights = [first, second, third], places = [0, 0.4, 1];
        double Cost(double[] x)
        {
            int[] counts = [.. places.Select(p => x.Count(v => Math.Abs(v - p) < 1e-9))];
            return counts.Sum() < x.Length || counts.Contains(0)
                ? double.PositiveInfinity
                : counts.Zip(weights, (k, w) => w * w / k).Sum();
        }

        double best = Splits(n).Min(s => (first * first / s.A) + (second * second / s.B) + (third * third / s.C));
        double[] start = [.. Enumerable.Range(0, n).Select(i => places[Math.Min(i, 2)])];

        ExchangeResult found = Run(start, [All(n)], Cost);

        Assert.Equal(best, found.Value, 1e-12 * best);
        Assert.Equal(found.Value, Cost(found.Point));
    }

    // A line measured at n places that keep a distance: the best places are two blocks at the bounds, each as dense as it may
    // be. No exact place of another is allowed, so that only places beside them lead there.
    [Theory]
    [InlineData(4, 0.1)]
    [InlineData(6, 0.1)]
    [InlineData(7, 0.05)]
    public void Run_MinimumGap_FillsBlocksAtTheBounds(int n, double gap)
    {
        bool Keeps(double[] x)
        {
            double[] sorted = [.. x.Order()];
            return sorted.Skip(1).Zip(sorted, (b, a) => b - a).All(d => d >= gap - 1e-9);
        }

        double Variance(double[] x) => !Keeps(x) ? double.PositiveInfinity
            : 1 / x.Sum(v => Math.Pow(v - x.Average(), 2));
        double[] Block(int k) => [.. Enumerable.Range(0, k).Select(i => i * gap), .. Enumerable.Range(0, n - k).Select(i => 1 - (i * gap))];
        double best = Variance(Block(n / 2));

        Assert.Equal(0, Run(Even(n), [All(n)], Variance).Moves);
        ExchangeResult found = ExchangeSearch.Run(
            Even(n), 20, (x, _) => ExchangeSearch.Sweep(x, [All(n)], Variance, Keeps));

        Assert.True(found.Moves > 0);
        Assert.Equal(best, found.Value, 1e-4 * best);
        Assert.True(Keeps(found.Point));
    }

    [Fact]
    public void Run_PointsThatAreNotAllowed_AreNeverTaken()
    {
        // At most two at the lower bound, where it is best.
        double Cost(double[] x) => x.Count(v => v == 0) > 2 ? double.PositiveInfinity : 1 + x.Sum();

        ExchangeResult found = Run([0.5, 0.6, 0.7, 0.8, 0.9], [All(5)], Cost);

        Assert.True(double.IsFinite(found.Value));
        Assert.Equal(2, found.Point.Count(v => v == 0));
        Assert.Equal(Cost(found.Point), found.Value);
    }

    [Fact]
    public void Run_StartThatIsNotAllowed_FindsOneThatIs()
    {
        double Cost(double[] x) => x[0] == x[1] ? 1 : double.PositiveInfinity;
        Assert.Equal(1, Run([0.2, 0.8], [All(2)], Cost).Value);
    }

    [Fact]
    public void Run_NothingAllowed_StaysAtTheStart()
    {
        ExchangeResult found = Run([0.2, 0.8], [All(2)], _ => double.PositiveInfinity);
        Assert.Equal([0.2, 0.8], found.Point);
        Assert.Equal((double.PositiveInfinity, 0), (found.Value, found.Moves));
    }

    [Fact]
    public void Run_PlacesAsGoodAsOneAnother_MovesNothing()
    {
        ExchangeResult found = Run(Even(6), [All(6)], _ => 3);
        Assert.Equal((3, 0), (found.Value, found.Moves));
        Assert.Equal(Even(6), found.Point);
    }

    // A gain of less than a billionth is rounding.
    [Fact]
    public void Run_GainOfRounding_MovesNothing() =>
        Assert.Equal(0, Run(Even(6), [All(6)], x => 1 + (1e-11 * x.Sum())).Moves);

    [Fact]
    public void Run_NoGroups_EvaluatesTheStartAlone()
    {
        ExchangeResult found = Run([0.3, 0.4], [], x => x.Sum());
        Assert.Equal([0.3, 0.4], found.Point);
        Assert.Equal((1, 0), (found.Evaluations, found.Moves));
        Assert.Equal(0.7, found.Value, 1e-15);
    }

    [Fact]
    public void Run_TwoGroups_KeepsEachInItsBoundsAndLeavesOthersAlone()
    {
        ExchangeGroup[] groups = [new([0, 1], 0, 1), new([3, 4], 10, 20)];
        ExchangeResult found = Run([0.5, 0.6, 7, 15, 16], groups, x => 100 - x.Sum());
        Assert.Equal([1, 1, 7, 20, 20], found.Point);
    }

    [Fact]
    public void Run_Twice_IsTheSameBitForBitAndLeavesItsArguments()
    {
        double[] start = Draw(new Random(4), 9), before = [.. start];
        ExchangeResult one = Run(start, [All(9)], Rugged), two = Run(start, [All(9)], Rugged);
        Assert.Equal(before, start);
        Assert.Equal(one.Point, two.Point);
        Assert.Equal((one.Value, one.Evaluations, one.Moves), (two.Value, two.Evaluations, two.Moves));
    }

    [Fact]
    public void Run_AnyStart_IsNeverWorseThanItAndCountsEvaluations()
    {
        var random = new Random(11);
        for (int draw = 0; draw < 200; draw++)
        {
            int evaluations = 0;
            double[] start = Draw(random, random.Next(2, 12));
            ExchangeResult found = Run(start, [All(start.Length)], x =>
            {
                evaluations++;
                return Rugged(x);
            });

            Assert.True(found.Value <= Rugged(start), $"draw {draw}");
            Assert.Equal(Rugged(found.Point), found.Value);
            Assert.Equal(found.Value < Rugged(start), found.Moves > 0);
            Assert.Equal(evaluations, found.Evaluations);
            Assert.All(found.Point, x => Assert.InRange(x, 0, 1));
        }
    }

    private static double[] Draw(Random random, int n) =>
        [.. Enumerable.Range(0, n).Select(_ => random.Next(4) == 0 ? random.Next(3) / 2.0 : random.NextDouble())];

    // Many minima, and a part that is not allowed.
    private static double Rugged(double[] x) => x.Average() is var mean && mean > 0.9
        ? double.PositiveInfinity
        : 2 + Math.Sin(9 * mean) + x.Select((v, i) => Math.Cos((7 * v) + i) / x.Length).Sum();

    private static double LineVariance(double[] share, double a, double b)
    {
        double[] x = [.. share.Select(s => a + ((b - a) * s))];
        double s0 = x.Length, s1 = x.Sum(), s2 = x.Sum(v => v * v), determinant = (s0 * s2) - (s1 * s1);
        return determinant < 1e-9 ? double.PositiveInfinity : s2 / determinant;
    }

    private static IEnumerable<(int A, int B, int C)> Splits(int n) =>
        from a in Enumerable.Range(1, n - 2)
        from b in Enumerable.Range(1, n - a - 1)
        select (a, b, n - a - b);

    private static ExchangeResult Run(double[] start, IReadOnlyList<ExchangeGroup> groups, Func<double[], double> cost) =>
        ExchangeSearch.Run(start, 20, (from, _) => ExchangeSearch.Sweep(from, groups, cost));
}
