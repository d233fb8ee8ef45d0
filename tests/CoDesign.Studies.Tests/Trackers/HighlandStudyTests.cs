using CoDesign.Physics;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Trackers;
using Xunit;
using Xunit.Abstractions;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>Highland's angle through the pipeline of a study: exact planes behind a scatterer point back to it, and miss the
/// origin by the angle times its distance.</summary>
public sealed class HighlandStudyTests(ITestOutputHelper output)
{
    private const double Lead = 10 * 6.37 / 11.35; // X0 [mm], PDG

    private const string Geometry = """
        format: 1
        kind: tracker
        name: scatterer
        parameters:
          place: {min: 50 mm, max: 300 mm, baseline: 100 mm}
          lead: {min: 0 mm, max: 100 mm, baseline: 1 mm}
        shape: planes
        layers:
          - {name: scatterer, position: place, measures: none, supports: [{material: lead, thickness: lead}]}
          - {name: planes, count: 4, position: 200 mm + 200 mm * index, resolution: {u: 0.1 um, v: 0.1 um}}
        """;

    private const string Question = """
        format: 1
        name: highland
        geometry: geometry.yaml
        parameters: {lead: {fixed: true}}
        events: {particle: e, momentum: {fixed: 1 GeV}, polar_angle: {fixed: 0 deg}}
        objective: [{metric: transverse_impact, requirement: 1 mm}]
        """;

    // PDG, Review of Particle Physics 2018, eq. 33.15 at 1 GeV and beta = 1; given to three digits.
    [Theory]
    [InlineData("covariance", 0.001, 0.317e-3)]
    [InlineData("covariance", 0.01, 1.122e-3)]
    [InlineData("covariance", 0.1, 3.924e-3)]
    [InlineData("tracks", 0.01, 1.122e-3)]
    public void Loss_ThinScatterer_IsItsDistanceTimesHighlandsAngle(string model, double depth, double angle)
    {
        Study study = TrackerStudies.Read(
            Question, Geometry, $"geometry.parameters.lead.baseline={depth * Lead} mm", $"simulation.model={model}");
        var function = new DesignFunction(((TrackerMethod)study.Method).Tracks(study), study.Constraints);
        const int Tracks = 20_000;
        double error = function.Value(
            function.Unconstrained([100 * Units.Mm]), new EventStreams(1), 0, Tracks);

        // The root of a mean of squared normal numbers has the relative error 1/sqrt(2 n).
        double tolerance = (0.5e-6 / angle) + (model == "tracks" ? 5 / Math.Sqrt(2.0 * Tracks) : 0) + 1e-3;
        output.WriteLine($"{model}, {depth} X0: {error / (100 * Units.Mm) * 1e3:F5} mrad");
        Assert.InRange(error / (100 * Units.Mm * angle), 1 - tolerance, 1 + tolerance);
    }

    [Fact]
    public void Loss_Electrons_ScatterByTheInverseOfTheirMomentum()
    {
        double[] momenta = [1, 10, 100];
        double[] errors = [.. momenta.Select(gev =>
        {
            Study study = TrackerStudies.Read(Question, Geometry, $"events.momentum.fixed={gev} GeV");
            var function = new DesignFunction(((TrackerMethod)study.Method).Tracks(study), study.Constraints);
            return gev * function.Value(function.Unconstrained([100]), new EventStreams(1), 0, 2);
        })];
        Assert.All(errors, e => Assert.InRange(e / errors[0], 1 - 1e-3, 1 + 1e-3));
    }
}
