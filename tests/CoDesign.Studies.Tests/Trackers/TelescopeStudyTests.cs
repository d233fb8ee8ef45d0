using CoDesign.Physics;
using CoDesign.Physics.Tracking;
using CoDesign.Studies.Results;
using Xunit;
using Xunit.Abstractions;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>The best places to point to a target, found by the whole study from even spacing.</summary>
public sealed class TelescopeStudyTests(ITestOutputHelper output)
{
    private const double Resolution = 10 * Units.Um;

    // The examples of the closed form, in hundreds of millimetres, with the share b/(a+b) that rounding to planes must obey.
    [Theory]
    [InlineData(1, 4, 10)]
    [InlineData(2, 10, 10)]
    [InlineData(3.9, 7, 10)]
    [InlineData(1, 4, 3)]
    [InlineData(3.9, 7, 7)]
    public void Run_FromEvenSpacing_FindsTheBestSplit(double inner, double outer, int planes)
    {
        (double a, double b) = (100 * inner, 100 * outer);
        StudySummary summary = TrackerStudies.Load(
            "tracker-telescope", $"planes={planes}", $"geometry.parameters.position.min={a} mm",
            $"geometry.parameters.position.max={b} mm",
            $"geometry.parameters.position.baseline={a} mm + {b - a} mm * (index - 1) / (count - 1)").Reduced(100).Run();
        (double factor, int near) = Enumerable.Range(1, planes - 1)
            .Select(n => (LineExtrapolation.VarianceFactor(a, b, (double)n / planes), n)).Min();
        double expected = Resolution * Math.Sqrt(factor / planes) / Units.Um;

        double found = summary.Optimum.Metrics["transverse_impact"].Value;
        output.WriteLine($"({inner}, {outer}), {planes} planes: optimum/best split - 1 = {(found / expected) - 1:E2}");
        Assert.Equal("transverse_impact", summary.Optimum.Metrics.Keys.First());
        Assert.InRange(found / expected, 1 - 1e-3, 1 + 1e-3);
        Assert.Equal(near, summary.Optimum.Array("position").Count(x => x < (a + b) / 2));
        Assert.InRange(near - (planes * LineExtrapolation.OptimalInnerFraction(a, b)), -1, 1);
    }
}
