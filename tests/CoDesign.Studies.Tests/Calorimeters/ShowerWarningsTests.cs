using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Results;
using Xunit;

namespace CoDesign.Studies.Tests.Calorimeters;

public sealed class ShowerWarningsTests
{
    private static readonly double[] Energies = [3, 6, 12, 25, 50, 100];

    [Fact]
    public void Of_ACurve_SaysNothing() => Assert.Empty(Warnings(Good, 0));

    [Fact]
    public void Of_PointsThatNoTermsDescribe_SaysThatTheTermsMeanNothing() => Assert.Contains(
        "does not describe it",
        Assert.Single(Warnings(Energies.Select((e, i) => new CurvePoint(e, i % 2 == 0 ? 4 : 12, 0.05)), 0)),
        StringComparison.Ordinal);

    [Fact]
    public void Of_FewerPointsThanTerms_SaysThatTheyAreUnknown() => Assert.Contains(
        "n/a", Assert.Single(Warnings(Good.Take(2), 0)), StringComparison.Ordinal);

    [Fact]
    public void Of_OneEnergy_SaysNothing() => Assert.Empty(Warnings(Good.Take(1), 0));

    [Theory]
    [InlineData(-38, true)]
    [InlineData(4, true)]
    [InlineData(2, false)]
    public void Of_Linearity_WarnsAboveAFewPerCent(double off, bool warned) =>
        Assert.Equal(warned, Warnings(Good, off).Any(w => w.Contains("not linear", StringComparison.Ordinal)));

    [Theory]
    [InlineData(0.0005, false)]
    [InlineData(0.002, true)]
    public void Losses_OfShowers_WarnAboveATenthOfAPerCent(double share, bool warned)
    {
        Assert.Equal(warned, ShowerWarnings.Losses("optimum", share, 0).Any());
        Assert.Equal(warned, ShowerWarnings.Losses("optimum", 0, share).Any());
    }

    [Theory]
    [InlineData(0.05, 0.02, null)]
    [InlineData(0.05, 64.2, "at the optimum the range of the ADC cuts off the energy of 64.2 % of the showers")]
    [InlineData(0.2, 0.05, "at the baseline the range of the ADC cuts off the energy of 0.2 % of the showers")]
    public void SharedFault_OfClippedShowers_NamesTheWorseDesign(double baseline, double optimum, string? fault) =>
        Assert.Equal(fault, ShowerWarnings.SharedFault(Design([.. Good], 0, baseline), Design([.. Good], 0, optimum)));

    private static IEnumerable<CurvePoint> Good => Energies.Select(e => new CurvePoint(
        e, Math.Sqrt((100 / e) + 1 + (4 / (e * e))), 0.05));

    private static IReadOnlyList<string> Warnings(IEnumerable<CurvePoint> resolution, double off)
    {
        CurvePoint[] points = [.. resolution];
        return ShowerWarnings.Of("optimum", Design(points, off, 0));
    }

    private static DesignSummary Design(CurvePoint[] points, double off, double clippedPercent)
    {
        var zero = new MetricSummary(1, 0, "");
        return new DesignSummary
        {
            Objective = zero,
            SmoothObjective = zero,
            Metrics = new Dictionary<string, MetricSummary>
            {
                ["clipped_showers"] = new(clippedPercent, 0, "%"),
            },
            Parameters = new Dictionary<string, ParameterSummary>(),
            CostBreakdown = new Dictionary<string, double>(),
            CostCurrency = "EUR",
            Layout = new StackSummary([], 1, 1, 1, 1),
            Curves = new Dictionary<string, CurveSummary>
            {
                ["energy_resolution"] = new("", "%", CurveAxis.Energy, points) { Fit = ResolutionFit.Summary(points) },
                ["energy_linearity"] = new(
                    "", "%", CurveAxis.Energy, [.. points.Select((p, i) => new CurvePoint(p.X, i == 0 ? off : 0, 0.1))]),
            },
        };
    }
}
