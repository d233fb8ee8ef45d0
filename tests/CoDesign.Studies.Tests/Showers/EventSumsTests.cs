using CoDesign.Simulation.Random;
using CoDesign.Studies.Showers;
using Xunit;

namespace CoDesign.Studies.Tests.Showers;

public sealed class EventSumsTests
{
    [Fact]
    public void Summary_SmallSample_IsThatByHand()
    {
        // Mean 3, deviations -2 -1 0 1 2: m2 = 2, m4 = 34/5; quantiles at 4 p of the sorted values.
        DistributionSummary summary = Of(5, 1, 3, 2, 4).Summary();
        Assert.Equal(3, summary.Mean);
        Assert.Equal(Math.Sqrt(2.5), summary.Std ?? double.NaN, 1e-14);
        Assert.Equal(Math.Sqrt(0.5), summary.MeanError ?? double.NaN, 1e-14);
        Assert.Equal(Math.Sqrt((6.8 - 4) / (4 * 2 * 5)), summary.StdError ?? double.NaN, 1e-14);
        Assert.Equal(4 * (0.8413 - 0.1587) / 2, summary.HalfWidth68 ?? double.NaN, 1e-12);
    }

    [Fact]
    public void Summary_ManyValues_IsTheNaiveComputation()
    {
        double[] values = Draws(200_000, rng => 1e6 + Math.Pow(rng.Normal(), 3)); // across blocks, far from 0, heavy tails
        DistributionSummary summary = Of(values).Summary();
        double mean = values.Average(), m2 = values.Average(v => Math.Pow(v - mean, 2));
        double m4 = values.Average(v => Math.Pow(v - mean, 4));
        double[] sorted = [.. values.Order()];
        Assert.Equal(mean, summary.Mean, 1e-8);
        Assert.Equal(Math.Sqrt(m2 * 200_000 / 199_999), summary.Std ?? double.NaN, 1e-9);
        Assert.Equal(Math.Sqrt((m4 - (m2 * m2)) / (4 * m2 * 200_000)), summary.StdError ?? double.NaN, 1e-9);
        Assert.Equal((sorted[168_260] - sorted[31_740]) / 2, summary.HalfWidth68 ?? double.NaN, 1e-4);
    }

    [Fact]
    public void StdErrorAndResolutionError_OfRepeatedSamples_AreTheirSpread()
    {
        // Exponential values, far from normal: m2 = 1, m3 = 2, m4 = 9, and mean and variance go together.
        const int Samples = 2000, Size = 400;
        var stds = new double[Samples];
        var resolutions = new double[Samples];
        double stdError = 0, resolutionError = 0;
        for (int s = 0; s < Samples; s++)
        {
            EventSums sums = Of(Draws(Size, rng => 2 + rng.Exponential(), s));
            DistributionSummary summary = sums.Summary();
            ValueSummary resolution = sums.Resolution();
            (stds[s], resolutions[s]) = (summary.Std ?? double.NaN, resolution.Value ?? double.NaN);
            stdError += (summary.StdError ?? double.NaN) / Samples;
            resolutionError += (resolution.Error ?? double.NaN) / Samples;
        }

        // Asymptotic values sqrt((9 - 1) / 4 / n), sqrt((8/4/9 + 1/81 - 2/27) / n); the spread of 2000 numbers is known
        // to 1/sqrt(4000), 5 sigma of it 8 %, and finite samples are 5 % off.
        Assert.Equal(Math.Sqrt(2.0 / Size), stdError, 0.1 * stdError);
        Assert.Equal(Math.Sqrt(((2.0 / 9) + (1.0 / 81) - (2.0 / 27)) / Size), resolutionError, 0.1 * resolutionError);
        Assert.Equal(1, stdError / Spread(stds), 0.15);
        Assert.Equal(1, resolutionError / Spread(resolutions), 0.15);
    }

    [Fact]
    public void Resolution_OfANarrowNormal_HasTheErrorOfTheWidth()
    {
        const int Size = 100_000;
        ValueSummary resolution = Of(Draws(Size, rng => 100 + rng.Normal())).Resolution();
        Assert.Equal(0.01, resolution.Value ?? double.NaN, 5 * 0.01 / Math.Sqrt(2 * Size));
        Assert.Equal(0.01 / Math.Sqrt(2 * Size), resolution.Error ?? double.NaN, 0.05 * 0.01 / Math.Sqrt(2 * Size));
    }

    [Fact]
    public void Summary_OneEventOrNoEnergy_HasNullsAndNoNaN()
    {
        Assert.Equal(new DistributionSummary(7, null, null, null, null), Of(7).Summary());
        Assert.Equal(new ValueSummary(null, null), Of(7).Resolution());
        Assert.Equal(new DistributionSummary(0, 0, 0, 0, 0), Of(0, 0, 0, 0).Summary());
        Assert.Equal(new ValueSummary(null, null), Of(0, 0, 0).Resolution());
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void ErrorsOfWidths_BelowFourEvents_AreNull(int events, bool given)
    {
        EventSums sums = Of([.. Enumerable.Range(0, events).Select(i => 1.0 + (i * i))]);
        Assert.Equal((true, given), (sums.Summary().Std is not null, sums.Summary().StdError is not null));
        Assert.Equal((true, given), (sums.Resolution().Value is not null, sums.Resolution().Error is not null));
    }

    [Fact]
    public void MeanSums_Rows_AreMeansAndTheirErrors()
    {
        var sums = new MeanSums(2);
        double[][] rows = [.. Enumerable.Range(0, 1000).Select(i => Draws(2, rng => rng.Normal() + 1e5, i))];
        foreach (double[] row in rows)
        {
            sums.Add(row);
        }

        for (int i = 0; i < 2; i++)
        {
            double[] column = [.. rows.Select(r => r[i])];
            Assert.Equal(column.Average(), sums.Means[i], 1e-8);
            Assert.Equal(Spread(column) / Math.Sqrt(1000), sums.Errors[i] ?? double.NaN, 1e-9);
        }
    }

    private static EventSums Of(params double[] values)
    {
        var sums = new EventSums();
        foreach (double value in values)
        {
            sums.Add(value);
        }

        return sums;
    }

    private static double[] Draws(int count, Func<Sampler, double> draw, long stream = 0)
    {
        var sampler = new Sampler(stream);
        return [.. Enumerable.Range(0, count).Select(_ => draw(sampler))];
    }

    private static double Spread(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }

    private sealed class Sampler(long stream)
    {
        private TransportRandom _rng = new(3, stream);

        public double Normal() => _rng.Normal();

        public double Exponential() => _rng.Exponential();
    }
}
