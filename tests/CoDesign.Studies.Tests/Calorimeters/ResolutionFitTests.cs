using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Objectives;
using Xunit;

namespace CoDesign.Studies.Tests.Calorimeters;

public sealed class ResolutionFitTests
{
    private static readonly double[] Energies = [1, 2, 5, 10, 20, 50, 100, 200];

    [Fact]
    public void To_ExactPoints_RecoversTheTerms()
    {
        QuadratureFit fit = Fit(0.10, 0.01, 0.05, _ => 0);

        Assert.Equal([0.10, 0.01, 0.05], fit.Terms.Select(t => Math.Round(t, 9)));
        Assert.Equal(0, fit.ChiSquare, 1e-12);
        Assert.Equal(5, fit.DegreesOfFreedom);
    }

    // 400 sets of points with 1 % errors: pulls of mean 0 and width 1, chi-square of mean 5; five standard errors.
    [Fact]
    public void To_PointsWithErrors_CoversTheTruth()
    {
        const int Sets = 400;
        var random = new Random(17);
        double[] truth = [0.10, 0.01, 0.05];
        QuadratureFit[] fits = [.. Enumerable.Range(0, Sets).Select(_ => Fit(0.10, 0.01, 0.05, _ => Normal(random)))];
        for (int t = 0; t < 3; t++)
        {
            double[] pulls = [.. fits.Select(f => (f.Terms[t] - truth[t]) / f.Errors[t])];
            double mean = pulls.Average(), width = Math.Sqrt(pulls.Average(p => (p - mean) * (p - mean)));
            Assert.InRange(mean, -5 / Math.Sqrt(Sets), 5 / Math.Sqrt(Sets));
            Assert.InRange(width, 1 - (5 / Math.Sqrt(2 * Sets)), 1 + (5 / Math.Sqrt(2 * Sets)));
        }

        Assert.InRange(
            fits.Average(f => f.ChiSquare), 5 - (5 * Math.Sqrt(10.0 / Sets)), 5 + (5 * Math.Sqrt(10.0 / Sets)));
    }

    [Fact]
    public void To_SquareThatWouldBeNegative_IsZeroAndTheOthersAreFittedAgain()
    {
        // sigma^2 = a^2/E - 1e-4: no constant term can give it.
        double[] resolutions = [.. Energies.Take(5).Select(e => Math.Sqrt((0.01 / e) - 1e-4))];
        QuadratureFit fit = ResolutionFit.To(
            [.. Energies.Take(5)], resolutions, [.. resolutions.Select(r => 0.01 * r)]);

        Assert.Equal(0, fit.Terms[1]);
        Assert.InRange(fit.Errors[1], 1e-3, 0.1); // the root of one sigma of the square
        Assert.InRange(fit.Terms[0], 0.09, 0.1);
        Assert.All(fit.Terms, t => Assert.True(double.IsFinite(t)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void To_FewerPointsThanTerms_LeavesOutWhatTheyCannotTell(int points)
    {
        double[] energies = [.. Energies.Take(points)];
        double[] resolutions = [.. energies.Select(e => 0.1 / Math.Sqrt(e))];
        QuadratureFit fit = ResolutionFit.To(energies, resolutions, [.. resolutions.Select(r => 0.01 * r)]);

        Assert.Equal(points > 0 ? 0.1 : double.NaN, fit.Terms[0], 1e-9);
        Assert.Equal(points > 1 ? 0 : double.NaN, fit.Terms[1], 1e-5);
        Assert.Equal(double.NaN, fit.Terms[2]);
        Assert.Equal(double.NaN, fit.Errors[2]);
        Assert.Equal(0, fit.ChiSquare, 1e-9);
    }

    private static QuadratureFit Fit(double a, double b, double c, Func<int, double> noise)
    {
        double[] exact = [.. Energies.Select(e => Math.Sqrt((a * a / e) + (b * b) + (c * c / (e * e))))];
        double[] errors = [.. exact.Select(s => 0.01 * s)];
        return ResolutionFit.To(Energies, [.. exact.Select((s, i) => s + (errors[i] * noise(i)))], errors);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
