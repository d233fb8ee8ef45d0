using CoDesign.Detectors.Configuration;
using CoDesign.Simulation.Tests;
using CoDesign.Studies.Configuration;
using Xunit;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>Mistakes in studies of trackers: where, what was given, what is allowed.</summary>
public sealed class TrackerStudyMistakesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("tracker-vertex", "  transverse_momentum: {log",
        "  momentum: {fixed: 1 GeV}\n  transverse_momentum: {log",
        "study.yaml:10  events: given 2 of transverse_momentum and momentum, must be one of them")]
    [InlineData("tracker-vertex", "  transverse_momentum: {log_uniform: [0.5 GeV, 20 GeV]}\n", "",
        "study.yaml:10  events: given 0 of transverse_momentum and momentum, must be one of them")]
    [InlineData("tracker-vertex", "  polar_angle", "  pseudorapidity: {fixed: 0}\n  polar_angle",
        "study.yaml:10  events: given 2 of polar_angle and pseudorapidity, must be one of them")]
    [InlineData("tracker-vertex", "uniform: [30 deg, 150 deg]", "uniform: [0 deg, 150 deg]",
        "study.yaml:12  events.polar_angle: reaches from 0 to 150 deg to the beam axis; a barrel needs "
        + "tracks between 1 and 179 deg")]
    [InlineData("tracker-vertex", "uniform: [30 deg, 150 deg]", "uniform: [30 deg, 190 deg]",
        "study.yaml:12  events.polar_angle.uniform[1]: given 190 deg, must be in [0 deg, 180 deg]")]
    [InlineData("tracker-vertex", "uniform: [30 deg, 150 deg]", "uniform: [150 deg, 30 deg]",
        "study.yaml:12  events.polar_angle.uniform: the first value must be below the second")]
    [InlineData("tracker-vertex", "uniform: [30 deg, 150 deg]", "uniform: [30 deg]",
        "study.yaml:12  events.polar_angle.uniform: given 1 item, must have 2")]
    [InlineData("tracker-vertex", "uniform: [30 deg, 150 deg]", "fixed: 190 deg",
        "study.yaml:12  events.polar_angle.fixed: given 190 deg, must be in [0 deg, 180 deg]")]
    [InlineData("tracker-vertex", "[0.5 GeV, 20 GeV]", "[0.5 mm, 20 GeV]",
        "study.yaml:11  events.transverse_momentum.log_uniform[0]: given 0.5 mm, must be an energy (MeV, "
        + "keV, GeV or TeV), not a length")]
    [InlineData("tracker-vertex", "[0.5 GeV, 20 GeV]", "[20 GeV, 0.5 GeV]",
        "study.yaml:11  events.transverse_momentum.log_uniform: the first transverse_momentum must be below "
        + "the second")]
    [InlineData("tracker-vertex", "particle: pi", "particle: pion",
        "study.yaml:10  events.particle: given pion, must be mu, mu-, mu+, pi, pi-, pi+, e, e- or e+")]
    [InlineData("tracker-vertex", "minimum_hits: 4", "minimum_hits: 0",
        "study.yaml:17  objective[2].minimum_hits: given 0, must be in [1, 100]")]
    [InlineData("tracker-vertex", "metric: transverse_impact", "metric: transverse_inpact",
        "study.yaml:15  objective[0].metric: given transverse_inpact, must be curvature_error, "
        + "momentum_resolution, transverse_impact, longitudinal_impact, azimuth_resolution, polar_resolution, "
        + "time_resolution or inefficiency; did you mean transverse_impact?")]
    [InlineData("tracker-vertex", "requirement: 10 um", "requirement: 10 ns",
        "study.yaml:15  objective[0].requirement: given 10 ns, must be a length (mm, um, cm or m), not a "
        + "time")]
    [InlineData("tracker-gluckstern", "fixed: 0 deg", "fixed: 80 deg",
        "study.yaml:16  events.polar_angle: reaches 80 deg to the beam; planes need tracks within 75 deg of "
        + "it")]
    [InlineData("tracker-gluckstern", "  planes: {fixed: true}\n", "",
        "study.yaml:10  parameters: planes sets a number of layers or planes, which gradient descent cannot "
        + "move; fix it: planes: {fixed: true}, or let an outer loop choose it: outer: {trials: 24}")]
    [InlineData("tracker-telescope", "metric: transverse_impact, requirement: 10 um",
        "metric: momentum_resolution, requirement: 1 %",
        "study.yaml:18  objective[0]: momentum_resolution needs a magnetic field, which the geometry has "
        + "not")]
    [InlineData("tracker-telescope", "metric: transverse_impact, requirement: 10 um",
        "metric: curvature_error, requirement: 1e-4 1/m",
        "study.yaml:18  objective[0]: curvature_error needs a magnetic field, which the geometry has not")]
    [InlineData("tracker-telescope", "metric: transverse_impact, requirement: 10 um",
        "metric: time_resolution, requirement: 1 ns",
        "study.yaml:18  objective[0]: time_resolution needs layers with a pitch and a readout, which the geometry has not")]
    [InlineData("tracker-its2", "curve: longitudinal_impact", "curve: longitudinal_inpact",
        "study.yaml:29  published[1].curve: given longitudinal_inpact, must be one of momentum_resolution, "
        + "transverse_impact, longitudinal_impact, momentum_resolution_at_angle, transverse_impact_at_angle, "
        + "longitudinal_impact_at_angle; did you mean longitudinal_impact?")]
    [InlineData("tracker-its2", "value: 40 um", "value: 40 ns",
        "study.yaml:35  published[2].value: given 40 ns, must be in um or the like")]
    [InlineData("tracker-its2", "at: 0.5 GeV", "at: 0.5 mm",
        "study.yaml:34  published[2].at: given 0.5 mm, must be in GeV or the like")]
    [InlineData("tracker-its2", "value: 40 um", "value: 40",
        "study.yaml:35  published[2].value: given 40, must be in um or the like")]
    [InlineData("tracker-gluckstern", "seed: 1963", "seed: 1963\nsimulation: {model: track}",
        "study.yaml:8  simulation.model: given track, must be covariance or tracks; did you mean tracks?")]
    [InlineData("tracker-gluckstern", "judge: {simulation: tracks", "judge: {simulation: monte-carlo",
        "study.yaml:24  judge.simulation: given monte-carlo, must be tracks")]
    public void Load_OneMistake_SaysWhereWhatWasGivenAndWhatIsAllowed(
        string name, string old, string replacement, string message) =>
        Assert.Equal([message], Problems(name, old, replacement));

    [Theory]
    [InlineData("planes=2",
        "--set  geometry.parameters.planes.baseline: given 2, must be in [3, 400]")]
    [InlineData("planes=500",
        "--set  geometry.parameters.planes.baseline: given 500, must be in [3, 400]")]
    [InlineData("planes=7.5",
        "--set  geometry.parameters.planes.baseline: given 7.5, must be a whole number")]
    [InlineData("plane=8",
        "--set  plane: is neither a parameter of the geometry (planes, position, silicon) nor a key of its "
        + "file; did you mean planes?")]
    public void Load_WrongOverride_NamesIt(string given, string message) =>
        Assert.Equal([message], Problems("tracker-gluckstern", "seed: 1963", "seed: 1963", given));

    private string[] Problems(string name, string old, string replacement, params string[] overrides)
    {
        string text = File.ReadAllText(Path.Combine(Flagship.Root, "studies", $"{name}.yaml"));
        Assert.Contains(old, text, StringComparison.Ordinal);
        string study = _folder.In("study.yaml");
        File.WriteAllText(study, text.Replace(old, replacement, StringComparison.Ordinal)
            .Replace("../geometries/", Path.Combine(Flagship.Root, "geometries") + "/", StringComparison.Ordinal));
        return [.. Assert.Throws<StudyException>(() => StudyLoader.Load(study, overrides, quick: false)).Problems
            .Select(p => p.ToString().Replace(_folder.In("study"), "study", StringComparison.Ordinal)
                .Replace(Flagship.Root + "/", "", StringComparison.Ordinal))];
    }
}
