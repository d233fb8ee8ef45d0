using CoDesign.Studies.Results;
using Xunit;
using Xunit.Abstractions;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>The shaping time of least noise, found through readout, resolution and fit of a tracker.</summary>
/// <remarks>tau = C e_n/sqrt(2 q I), 353.3 ns for 20 pF, 1 nV/sqrt(Hz) and 10 nA. Source: Spieler, Semiconductor Detector
/// Systems (2005), section 4.3.</remarks>
public sealed class ShapingTimeTests(ITestOutputHelper output)
{
    private const string Geometry = """
        format: 1
        kind: tracker
        name: strips
        parameters:
          shaping: {min: 20 ns, max: 5000 ns, baseline: 50 ns, scale: log, stage: readout}
        shape: planes
        layers:
          - name: strips
            count: 6
            position: 100 mm * index
            half_width: 50 mm
            half_length: 50 mm
            pitch: {u: 50 um, v: 50 um}
            sensor: {material: silicon, thickness: 300 um}
        readout:
          mode: adc
          signal: 22000 e
          charge_width: 10 um
          shaping_time: shaping
          capacitance: 20 pF
          leakage_current: 10 nA
          series_noise: 1 nV/sqrt(Hz)
          threshold: 3000 e
          bits: 12
          full_scale: 60000 e
        """;

    private const string Question = """
        format: 1
        name: shaping
        geometry: geometry.yaml
        events: {particle: mu, momentum: {fixed: 1000 GeV}, polar_angle: {fixed: 0 deg}}
        objective: [{metric: METRIC, requirement: REQUIRED}]
        """;

    [Theory]
    [InlineData("transverse_impact", "10 um", "")]
    [InlineData("longitudinal_impact", "10 um", "")]
    [InlineData("transverse_impact", "10 um", "geometry.readout.flicker_noise=1e-12 V^2")]
    [InlineData("transverse_impact", "10 um", "simulation.model=tracks")]
    public void Run_ResolutionThatNoiseSpoils_FindsTheShapingTimeOfLeastNoise(string metric, string required, string change)
    {
        string question = Question.Replace("METRIC", metric, StringComparison.Ordinal)
            .Replace("REQUIRED", required, StringComparison.Ordinal);
        StudySummary summary = TrackerStudies.Read(question, Geometry, change.Length > 0 ? [change] : [])
            .Reduced(steps: 200).Run();
        double found = summary.Optimum.Parameters["shaping"].Value;

        output.WriteLine($"{metric} {change}: {found:F2} ns");
        Assert.InRange(found / 353.3, 0.995, 1.005);
        Assert.Null(summary.Optimum.Parameters["shaping"].AtBound);
    }
}
