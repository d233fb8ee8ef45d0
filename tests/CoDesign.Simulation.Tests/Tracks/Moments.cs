using Xunit;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>Checks of samples with tolerances of five standard errors.</summary>
internal static class Moments
{
    private const double Errors = 5;

    public static double Mean(IReadOnlyCollection<double> x) => x.Average();

    /// <summary>Mean square about a known mean.</summary>
    public static double Square(IEnumerable<double> x, double mean = 0) => x.Average(v => (v - mean) * (v - mean));

    public static void MeanIs(double expected, IReadOnlyCollection<double> x)
    {
        double mean = Mean(x);
        double error = Math.Sqrt(Square(x, mean) / x.Count);
        Assert.True(Math.Abs(mean - expected) <= Errors * error, $"mean {mean}, expected {expected} +- {error}");
    }

    /// <summary>Variance about zero, whose error is that of the sample's fourth moment.</summary>
    public static void VarianceIs(double expected, IReadOnlyCollection<double> x) =>
        MeanIs(expected, [.. x.Select(v => v * v)]);

    /// <summary>Correlation of normal numbers.</summary>
    public static void CorrelationIs(double expected, double[] x, double[] y)
    {
        double r = x.Zip(y, (a, b) => a * b).Average() / Math.Sqrt(Square(x) * Square(y));
        double error = (1 - (expected * expected)) / Math.Sqrt(x.Length);
        Assert.True(Math.Abs(r - expected) <= Errors * error, $"correlation {r}, expected {expected} +- {error}");
    }

    /// <summary>A part of a number of trials.</summary>
    public static void FractionIs(double expected, int found, int trials)
    {
        double fraction = (double)found / trials, error = Math.Sqrt(expected * (1 - expected) / trials);
        Assert.True(
            Math.Abs(fraction - expected) <= Errors * error, $"part {fraction}, expected {expected} +- {error}");
    }
}
