using CoDesign.Physics;
using CoDesign.Physics.Tracking;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using Xunit;
using Xunit.Abstractions;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>The best places to measure a curvature, found by the whole study from even spacing.</summary>
public sealed class GlucksternStudyTests(ITestOutputHelper output)
{
    private const double Resolution = 20 * Units.Um;
    private const double LeverArm = 1100;
    private const double PerMille = 1e-3;

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(40)]
    public void Run_CountThatFourDivides_ReachesTheClosedForm(int planes)
    {
        StudySummary summary = Run(planes);
        double expected = ErrorOf(256.0 / planes), uniform = ErrorOf(Gluckstern.UniformFactor(planes));

        output.WriteLine($"{planes} planes: optimum/closed form - 1 = {(Error(summary.Optimum) / expected) - 1:E2}");
        Assert.Equal("curvature_error", summary.Optimum.Metrics.Keys.First());
        Assert.Equal(planes, summary.Optimum.Array("position").Length);
        Assert.InRange(Error(summary.Baseline) / uniform, 1 - PerMille, 1 + PerMille);
        Assert.InRange(Error(summary.Optimum) / expected, 1 - PerMille, 1 + PerMille);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public void Run_EndsOfDifferentSize_FindsOneOptimumAndItsMirrorImage(int planes)
    {
        StudySummary summary = Run(planes);
        double found = Error(summary.Optimum), best = BestOfThreePlaces(planes);
        double bestInTheMiddle = Gluckstern.ThreeGroupFactor(Gluckstern.OptimalSplits(planes)[0]);

        output.WriteLine($"{planes} planes: optimum/best of three places - 1 = {(found / ErrorOf(best)) - 1:E2}, "
            + $"/best in the middle - 1 = {(found / ErrorOf(bestInTheMiddle)) - 1:E2}");
        Assert.True(found <= ErrorOf(bestInTheMiddle) * (1 + 1e-5), $"{found}, {ErrorOf(bestInTheMiddle)}");
        Assert.InRange(found / ErrorOf(best), 1 - PerMille, 1 + PerMille);
        AlternativeSummary mirror = Assert.Single(summary.Alternatives, a => a.Origin == "mirror image");
        Assert.InRange(mirror.Difference, -1e-5, 1e-5);
        double[] places = summary.Optimum.Array("position");
        double[] mirrored = [.. mirror.Parameters.Where(p => p.Key.StartsWith("position", StringComparison.Ordinal))
            .Select(p => p.Value)];
        Assert.All(places.Reverse().Zip(mirrored), p => Assert.Equal(LeverArm, p.First + p.Second, 1e-6 * LeverArm));
        Assert.Contains(places.Zip(mirrored), p => Math.Abs(p.First - p.Second) > LeverArm / 4);
    }

    // B = 3.8 T, L = 1.1 m, 20 um, ten planes: 1.04e-4 /GeV with the 720/(N+4) of the PDG (2022, chapter 35); evenly spaced
    // planes have UniformFactor, 1.4 % below in the root.
    [Fact]
    public void Evaluate_TenPlanesEvenlySpaced_HasTheMomentumErrorOfThePdg()
    {
        StudySummary summary = TrackerStudies.Load("tracker-gluckstern", "planes=10").Reduced(1).Run();
        // sigma(pT)/pT at 1000 GeV, in per cent.
        double perGev = summary.Baseline.Metrics["momentum_resolution"].Value * 0.01 / 1000;

        output.WriteLine($"sigma(pT)/pT^2 = {perGev:E4} /GeV");
        Assert.Equal(
            Gluckstern.InverseMomentumError(Resolution, Gluckstern.UniformFactor(10), 3.8 * Units.Tesla, LeverArm) * Units.GeV,
            perGev, PerMille * perGev);
        Assert.Equal(1.04e-4 * Math.Sqrt(Gluckstern.UniformFactor(10) / Gluckstern.PdgFactor(10)), perGev, 0.005e-4);
    }

    private static StudySummary Run(int planes)
    {
        Study study = TrackerStudies.Load("tracker-gluckstern", $"planes={planes}");
        return study.Reduced(steps: 100).Run();
    }

    private static double Error(DesignSummary design) => design.Metrics["curvature_error"].Value / Units.Metre;

    private static double ErrorOf(double factor) => Math.Sqrt(factor) * Resolution / (LeverArm * LeverArm);

    // The curvature from three means is twice the second divided difference. With n planes at 0, m at xL and k at L,
    // A = 4 [1/(n x^2) + (1/m) (1/x + 1/(1-x))^2 + 1/(k (1-x)^2)]; x by golden section, the numbers by trying all.
    private static double BestOfThreePlaces(int planes)
    {
        double best = double.PositiveInfinity;
        for (int n = 1; n < planes - 1; n++)
        {
            for (int m = 1; n + m < planes; m++)
            {
                (int first, int middle, int last) = (n, m, planes - n - m);
                best = Math.Min(best, GoldenSection(x => 4 * ((1 / (first * x * x))
                    + (Math.Pow((1 / x) + (1 / (1 - x)), 2) / middle) + (1 / (last * (1 - x) * (1 - x))))));
            }
        }

        return best;
    }

    private static double GoldenSection(Func<double, double> function)
    {
        double golden = (Math.Sqrt(5) - 1) / 2, low = 0.01, high = 0.99;
        while (high - low > 1e-8)
        {
            double a = high - (golden * (high - low)), b = low + (golden * (high - low));
            (low, high) = function(a) < function(b) ? (low, b) : (a, high);
        }

        return function((low + high) / 2);
    }
}
