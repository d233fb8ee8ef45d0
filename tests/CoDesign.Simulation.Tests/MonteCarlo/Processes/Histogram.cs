using Xunit;

namespace CoDesign.Simulation.Tests.MonteCarlo.Processes;

/// <summary>Compares draws with a density known up to its norm, by chi-square over bins of equal content.</summary>
internal static class Histogram
{
    private const int Bins = 50;
    private const int Steps = 40_000;

    /// <summary>Draws and compares; fails when chi-square or the mean is more than 5 sigma off.</summary>
    /// <param name="from">Lower end of the variable.</param>
    /// <param name="to">Upper end.</param>
    /// <param name="density">Density, not normalised.</param>
    /// <param name="draw">Draws one value.</param>
    /// <param name="draws">How many.</param>
    public static void AssertFollows(
        double from, double to, Func<double, double> density, Func<double> draw, int draws = 200_000)
    {
        // Midpoint sums of the density: edges of bins of equal content, mean and variance.
        double h = (to - from) / Steps, sum = 0, mean = 0, square = 0;
        var cumulative = new double[Steps + 1];
        for (int i = 0; i < Steps; i++)
        {
            double x = from + ((i + 0.5) * h), p = density(x);
            Assert.True(p >= -1e-12, $"density({x}) = {p}");
            sum += p;
            mean += p * x;
            square += p * x * x;
            cumulative[i + 1] = sum;
        }

        mean /= sum;
        double variance = (square / sum) - (mean * mean), total = 0;
        var counts = new int[Bins];
        for (int i = 0; i < draws; i++)
        {
            double x = draw();
            Assert.InRange(x, from - (1e-9 * Math.Abs(from)), to + (1e-9 * Math.Abs(to)));
            total += x;
            double place = Math.Clamp((x - from) / h, 0, Steps);
            int step = Math.Min((int)place, Steps - 1);
            double content = cumulative[step] + ((place - step) * (cumulative[step + 1] - cumulative[step]));
            counts[Math.Min((int)(content / sum * Bins), Bins - 1)]++;
        }

        double expected = (double)draws / Bins;
        double chiSquare = counts.Sum(n => (n - expected) * (n - expected) / expected);
        double degrees = Bins - 1;
        Assert.True(
            chiSquare < degrees + (5 * Math.Sqrt(2 * degrees)), $"chi-square {chiSquare:f1} for {degrees} degrees");
        double meanError = Math.Sqrt(variance / draws);
        Assert.InRange((total / draws) - mean, -5 * meanError, 5 * meanError);
    }
}
