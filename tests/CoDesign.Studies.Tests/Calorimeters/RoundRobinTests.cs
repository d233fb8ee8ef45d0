using CoDesign.Simulation.Random;
using CoDesign.Studies.Calorimeters;
using Xunit;

namespace CoDesign.Studies.Tests.Calorimeters;

public sealed class RoundRobinTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(64)]
    public void Round_AllRounds_LetEveryPairMeetOnce(int members)
    {
        var met = new HashSet<(int, int)>();
        for (int round = 0; round < members - 1; round++)
        {
            int[] order = RoundRobin.Round(members, round);
            Assert.Equal(Enumerable.Range(0, members), order.Order());
            for (int p = 0; p < members; p += 2)
            {
                Assert.True(met.Add((Math.Min(order[p], order[p + 1]), Math.Max(order[p], order[p + 1]))));
            }
        }

        Assert.Equal(members * (members - 1) / 2, met.Count);
    }

    // Mean square of (a + b) / 2: one pairing of n has the variance sigma^4 / n, all have half of it.
    [Fact]
    public void Round_ManyPairings_HalveTheVarianceOfAPairsMeanSquare()
    {
        const int Members = 64, Experiments = 4000;
        var (one, many) = (new double[Experiments], new double[Experiments]);
        for (int x = 0; x < Experiments; x++)
        {
            var random = new TransportRandom(5, x);
            double[] showers = [.. Enumerable.Range(0, Members).Select(_ => random.Normal())];
            double[] rounds =
                [.. Enumerable.Range(0, 16).Select(r => MeanSquare(showers, RoundRobin.Round(Members, r)))];
            (one[x], many[x]) = (rounds[0], rounds.Average());
        }

        double ratio = Variance(many) / Variance(one);
        // 1/2 + 1/2/16; a ratio of variances of 4000 each is known to 3 %, less as they are correlated.
        Assert.InRange(ratio, 0.53 - (5 * 0.53 * 0.03), 0.53 + (5 * 0.53 * 0.03));

        static double MeanSquare(double[] showers, int[] order) => Enumerable.Range(0, Members / 2)
            .Average(p => Math.Pow((showers[order[2 * p]] + showers[order[(2 * p) + 1]]) / 2, 2));

        static double Variance(double[] values) => values.Average(v => v * v) - Math.Pow(values.Average(), 2);
    }
}
