using CoDesign.Simulation.Random;
using CoDesign.Studies.Judging;
using Xunit;

namespace CoDesign.Studies.Tests.Judging;

public sealed class JackknifeTests
{
    private const int Groups = 32;

    // For a mean the jackknife is the standard error of the groups' means, exactly.
    [Fact]
    public void Of_Mean_IsTheStandardError()
    {
        double[] groups = [1, 4, 2, 8, 5, 7];
        (double value, double error) = Jackknife.Of(
            6, without => groups.Where((_, g) => g != without).Average());
        double mean = groups.Average(), variance = groups.Sum(x => (x - mean) * (x - mean)) / 5;
        Assert.Equal(mean, value, 1e-12);
        Assert.Equal(Math.Sqrt(variance / 6), error, 1e-12);
    }

    // The gain 1 - rms / rms of two designs of known resolution: pulls have unit width and the interval of one error
    // holds the truth as often as Student's t of 31 degrees of freedom says, 67.5 %. Several readings of a shower and
    // a common factor of both designs in each group must neither shrink nor widen the error.
    [Theory]
    [InlineData(64, 1, 0.0)]
    [InlineData(8, 1, 0.0)]
    [InlineData(64, 4, 0.0)]
    [InlineData(64, 4, 0.3)]
    public void Of_GainOfKnownDesigns_CoversTheTruth(int perGroup, int readings, double common)
    {
        const int Experiments = 2000;
        const double Truth = 0.2;
        double[] pulls = [.. Enumerable.Range(0, Experiments).Select(x =>
        {
            (double Before, double After)[] sums = Sums(x, perGroup, readings, common);
            (double gain, double error) = Jackknife.Of(Groups, without =>
            {
                var kept = sums.Where((_, g) => g != without).ToArray();
                return 1 - Math.Sqrt(kept.Sum(s => s.After) / kept.Sum(s => s.Before));
            });
            return (gain - Truth) / error;
        })];
        double covered = pulls.Count(p => Math.Abs(p) < 1) / (double)Experiments;
        double width = Math.Sqrt(pulls.Average(p => p * p));
        Assert.InRange(covered, 0.675 - (5 * 0.0105), 0.675 + (5 * 0.0105));
        // t of 31 degrees of freedom has a variance of 31 / 29; its error over the experiments is 1.7 %.
        Assert.InRange(width, Math.Sqrt(31.0 / 29) - (5 * 0.017), Math.Sqrt(31.0 / 29) + (5 * 0.017));
    }

    // Sums of squared deviations of each group before (sigma 1) and after (sigma 0.8): a shower's deviation, seen by
    // several readings with noise of their own, and a scale that both designs of a group share.
    private static (double Before, double After)[] Sums(int experiment, int perGroup, int readings, double common)
    {
        var random = new TransportRandom(17, experiment);
        var sums = new (double Before, double After)[Groups];
        for (int g = 0; g < Groups; g++)
        {
            double scale = Math.Exp(common * random.Normal());
            for (int e = 0; e < perGroup; e++)
            {
                double before = random.Normal(), after = random.Normal();
                for (int r = 0; r < readings; r++)
                {
                    sums[g].Before += scale * Square(Reading(before, ref random));
                    sums[g].After += scale * Square(0.8 * Reading(after, ref random));
                }
            }
        }

        return sums;

        static double Reading(double shower, ref TransportRandom random) =>
            (0.9 * shower) + (Math.Sqrt(1 - 0.81) * random.Normal());

        static double Square(double x) => x * x;
    }
}
