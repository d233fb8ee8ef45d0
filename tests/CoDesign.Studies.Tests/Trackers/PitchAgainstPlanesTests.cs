using CoDesign.Physics;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using Xunit;
using Xunit.Abstractions;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>Few planes of small pixels, or many of large ones, for the same money.</summary>
/// <remarks>
/// N planes stand at each of two places and a straight line is extrapolated: var ~ sigma^2/N with sigma^2 = p^2/12 + f^2. For
/// 2 N (a + B/p^2) = C, B = price of a channel times the area, var ~ (p^2/12 + f^2)(a + B/p^2), which is least at
/// p^4 = 12 f^2 B/a. The numbers below make that 30 um, at a price of 40 kEUR a plane.
/// </remarks>
public sealed class PitchAgainstPlanesTests(ITestOutputHelper output)
{
    private const double Floor = 5 * Units.Um;
    private const double PlanePrice = 10_000;
    private const double PixelPrice = 0.016875 * 1600; // EUR mm2: of a channel, times the area

    private const string Geometry = """
        format: 1
        kind: tracker
        name: two places
        parameters:
          planes: {kind: integer, min: 1, max: 30, baseline: 4}
          pitch: {min: 5 um, max: 400 um, baseline: 100 um, scale: log}
          least: {min: 0 um, max: 50 um, baseline: 5 um}
        shape: planes
        layers:
          - name: near
            count: planes
            position: 100 mm
            half_width: 20 mm
            half_length: 20 mm
            pitch: {u: pitch, v: pitch}
            resolution: {u: sqrt(pitch * pitch / 12 + least * least), v: sqrt(pitch * pitch / 12 + least * least)}
          - name: far
            count: planes
            position: 400 mm
            half_width: 20 mm
            half_length: 20 mm
            pitch: {u: pitch, v: pitch}
            resolution: {u: sqrt(pitch * pitch / 12 + least * least), v: sqrt(pitch * pitch / 12 + least * least)}
        cost: {per_layer: 10 kEUR, per_channel: 0.016875 EUR}
        """;

    private const string Question = """
        format: 1
        name: pitch
        geometry: geometry.yaml
        parameters: {planes: {fixed: true}, least: {fixed: true}}
        events: {particle: mu, momentum: {fixed: 100 GeV}, polar_angle: {fixed: 0 deg}}
        objective: [{metric: transverse_impact, requirement: 10 um}]
        constraints: {cost: {expression: cost, at_most: 480 kEUR}}
        """;

    // 480 kEUR are six planes a place at 30 um each; the others fall between two numbers of planes.
    [Theory]
    [InlineData(480)]
    [InlineData(300)]
    [InlineData(530)]
    public void Run_EachNumberOfPlanes_HasTheBestNumberAndPitchOfTheClosedForm(double budget)
    {
        double price = budget * 1000;
        int most = (int)(price / (2 * PlanePrice)) - 1;
        (int Planes, double Error, double Pitch)[] found =
        [
            .. Enumerable.Range(2, most - 1).Select(planes =>
            {
                StudySummary summary = Run(planes, budget);
                Assert.InRange(summary.Constraints["cost"].Value / price, 0.995, 1 + 1e-6);
                return (planes, summary.Optimum.Metrics["transverse_impact"].Value, summary.Optimum.Parameters["pitch"].Value);
            }),
        ];

        double Pitch(int planes) => Math.Sqrt(PixelPrice / ((price / (2 * planes)) - PlanePrice));
        double Variance(int planes) => ((Math.Pow(Pitch(planes), 2) / 12) + (Floor * Floor)) / planes;
        int best = Enumerable.Range(1, most).MinBy(Variance);
        double free = Math.Pow(12 * Floor * Floor * PixelPrice / PlanePrice, 0.25);

        (int at, double error, double pitch) = found.MinBy(f => f.Error);
        output.WriteLine($"{budget} kEUR: {at} planes a place of {pitch:F3} um, closed form {best} of "
            + $"{Pitch(best) / Units.Um:F3} um; worst pitch of all numbers "
            + $"{found.Max(f => Math.Abs((f.Pitch * Units.Um / Pitch(f.Planes)) - 1)):E1}");
        Assert.Equal(best, at);
        Assert.All(found, f => Assert.InRange(f.Pitch * Units.Um / Pitch(f.Planes), 0.995, 1.005));
        // Two places: var = sigma^2/N (a^2 + b^2)/(b - a)^2.
        Assert.InRange(error * Units.Um / Math.Sqrt(Variance(best) * 17 / 9), 0.995, 1.005);
        // Free of whole numbers p = (12 f^2 B/a)^(1/4), 30 um; the best whole number is next to it.
        Assert.Equal(30, free / Units.Um, 1e-9);
        Assert.InRange(best - (price / (2 * (PlanePrice + (PixelPrice / (free * free))))), -1, 1);
        if (budget == 480)
        {
            Assert.InRange(pitch * Units.Um / free, 0.995, 1.005);
        }
    }

    private static StudySummary Run(int planes, double budget)
    {
        Study study = TrackerStudies.Read(
            Question, Geometry, $"planes={planes}", $"constraints.cost.at_most={budget} kEUR");
        return study.Reduced(steps: 60).Run();
    }
}
