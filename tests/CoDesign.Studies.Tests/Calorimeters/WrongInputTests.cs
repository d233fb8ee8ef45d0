using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Showers;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Tiny;
using TorchSharp;
using Xunit;

namespace CoDesign.Studies.Tests.Calorimeters;

/// <summary>Inputs that are wrong and gave a handsome result, which the judge confirmed.</summary>
public sealed class WrongInputTests : IDisposable
{
    private readonly TinyStudy _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Theory]
    [InlineData("{log_uniform: [3 GeV, 1000 GeV]}",
        "study.yaml:9  events.energy.log_uniform[1]: given 1000 GeV, must be in [500 MeV, 300 GeV]")]
    [InlineData("{fixed: 0.6 GeV}",
        "study.yaml:9  events.energy.fixed: given 0.6 GeV, must be in [1 GeV, 300 GeV], where the parametric model holds for gamma")]
    [InlineData("{list: [10 GeV, 0.9 GeV]}",
        "study.yaml:9  events.energy.list[1]: given 0.9 GeV, must be in [1 GeV, 300 GeV], where the parametric model holds for gamma")]
    public void Load_EnergyOutsideTheModel_IsRefused(string energy, string message) =>
        Assert.Contains(message, _tiny.Edit("{log_uniform: [3 GeV, 100 GeV]}", energy).Problems());

    [Fact]
    public void Load_ElectronsOfHalfAGev_AreAllowed()
    {
        _tiny.Edit("{log_uniform: [3 GeV, 100 GeV]}", "{fixed: 0.5 GeV}").Edit("particle: gamma", "particle: e-");
        _tiny.Load();
    }

    [Theory]
    [InlineData("{fixed: 10 GeV}", "125 GeV", "must be at most 20 GeV")]
    [InlineData("{log_uniform: [3 GeV, 100 GeV]}", "6.1 GeV", "must be at most 6 GeV")]
    [InlineData("{list: [2 GeV, 100 GeV]}", "3.9 GeV", "opening angle would be 154 deg")]
    public void Load_MassWithoutAnOpeningAngle_IsRefused(string energy, string mass, string message)
    {
        string problem = Assert.Single(
            _tiny.Edit("{log_uniform: [3 GeV, 100 GeV]}", energy).Edit("mass: 547.86 MeV", $"mass: {mass}").Problems());
        Assert.StartsWith($"study.yaml:11  objective[0].mass: given {mass}, ", problem);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_PairsBeyondTheFace_AreCountedAtTheirShare()
    {
        string warning = Assert.Single(Notes(_tiny.Edit("distance: 12.6 m", "distance: 1000 m")).Warnings);
        Assert.StartsWith("100 % of the pairs of photons at m = 547.9 MeV", warning);
    }

    [Fact]
    public void Notes_Readout_SaysTheRangeInEveryUnit()
    {
        CheckNotes notes = Notes(_tiny);
        // 120 GeV times a visible fraction of 0.171 and 20 photo-electrons/MeV, over 4096 counts.
        Assert.Contains(notes.Facts, f => f.StartsWith(
            "readout.full_scale at the baseline: a channel holds the visible part of a shower of 120 GeV, that is",
            StringComparison.Ordinal) && f.Contains("photo-electrons; a count of the ADC is", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_RangeFarTooSmall_WarnOfClippedShowers()
    {
        Assert.DoesNotContain(Notes(_tiny).Warnings, w => w.Contains("range of the ADC", StringComparison.Ordinal));
        Assert.Contains(
            Notes(_tiny.EditGeometry("full_scale: 120 GeV", "full_scale: 20 GeV")).Warnings,
            w => w.Contains("of the showers have a channel beyond the range of the ADC", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_TooFewPixels_WarnOfSaturation() => Assert.Contains(
        Notes(_tiny.EditGeometry("bits: 12", "bits: 12\n  saturation: 10000")).Warnings,
        w => w.Contains("to saturation", StringComparison.Ordinal));

    [Fact]
    public void Run_RangeFarTooSmall_SaysThatItClipsAndIsNotLinear()
    {
        _tiny.EditGeometry("full_scale: 120 GeV", "full_scale: 5 GeV");
        StudySummary summary = _tiny.Start("run");

        Assert.InRange(summary.Baseline.Metrics["clipped_showers"].Value, 60, 100);
        foreach (string design in (string[])["baseline", "optimum"])
        {
            Assert.Contains(summary.Warnings, w => w.StartsWith($"At the {design}", StringComparison.Ordinal)
                && w.Contains("beyond the range of the ADC", StringComparison.Ordinal));
            Assert.Contains(summary.Warnings, w =>
                w.StartsWith($"At the {design} the response is not linear", StringComparison.Ordinal));
        }

        Assert.NotNull(summary.Domain);
        Assert.Equal((12, 0), (summary.Domain.Steps, summary.Domain.StepsOutside));
        Assert.Contains(summary.NotModelled, n => n.StartsWith("Baseline, optimum and 12 of 12 steps", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_OutsideTheCalibratedDomain_SaysWhereTheDesignsAre()
    {
        _tiny.EditGeometry("thickness: 4 mm}", "thickness: 4 mm}\n    passive: {material: g10, thickness: 2 mm}");
        StudySummary summary = _tiny.Start("run");

        Assert.Contains(summary.Warnings, w => w.StartsWith(
            "The baseline is outside the domain in which the model was calibrated: section stack: the passive g10 takes",
            StringComparison.Ordinal));
        Assert.Contains(summary.Warnings, w => w.StartsWith("12 of 12 steps", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("material: lead", "material: lead", 0)]
    [InlineData("material: lead", "material: lead-tungstate", 1)]
    [InlineData("material: polystyrene", "material: polyvinyltoluene", 0)] // the same stuff to 2 %
    [InlineData("material: polystyrene, thickness: 4 mm", "material: polystyrene, thickness: 0.4 mm", 1)]
    [InlineData("material: polystyrene, thickness: 4 mm", "material: lyso, thickness: 12 mm", 2)]
    public void Outside_OfAStack_NamesWhatIs(string old, string replacement, int faults)
    {
        _tiny.EditGeometry(old, replacement);
        if (!replacement.Contains("lead", StringComparison.Ordinal) || faults > 0)
        {
            _tiny.EditGeometry("  volume: {lead: 0.04 EUR/cm3, polystyrene: 0.06 EUR/cm3}\n", "");
        }

        using DisposeScope scope = torch.NewDisposeScope();
        Study study = _tiny.Load();
        var detector = (CalorimeterDetector)study.Geometry.Build(study.Geometry.Space.Baseline());
        Assert.Equal(faults, SamplingDomain.Outside(detector).Count);
    }

    private static CheckNotes Notes(TinyStudy tiny) => FileNotes.Of(tiny.Load());
}
