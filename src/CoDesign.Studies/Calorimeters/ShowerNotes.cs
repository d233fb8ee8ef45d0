using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Space;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Readout;
using CoDesign.Simulation.Showers;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Kinds;
using TorchSharp;

namespace CoDesign.Studies.Calorimeters;

/// <summary>What a check says of a calorimeter at its baseline.</summary>
internal static class ShowerNotes
{
    // Enough to see a share of 0.1 %.
    private const int Showers = 8192;

    /// <summary>Notes on the detector alone.</summary>
    public static CheckNotes Of(CalorimeterDetector detector)
    {
        IReadOnlyList<string> faults = SamplingDomain.Outside(detector);
        ReadoutRange range = ReadoutRange.Of(detector);
        string readout = "readout.full_scale at the baseline: a channel holds the visible part of a shower of "
            + $"{range.Shower / Units.GeV:G4} GeV, that is {Visible(range.Visible)} of visible energy or "
            + $"{range.Photoelectrons:G4} photo-electrons; a count of the ADC is {range.Count:G3} photo-electrons";
        return new CheckNotes(
            faults.Count > 0 ? [readout]
                : [readout, $"the baseline is in the domain in which the parametric model was calibrated: {SamplingDomain.Description}"],
            faults.Count == 0 ? []
                :
                [
                    $"the baseline is outside the domain in which the parametric model was calibrated: {string.Join("; ", faults)}; "
                        + $"inside are {SamplingDomain.Description}",
                ]);
    }

    /// <summary>Notes on the showers of a study: shares of showers that clip or saturate at the baseline.</summary>
    public static CheckNotes Of(Study study, CalorimeterPipeline pipeline, IEnumerable<MassResolution> masses)
    {
        using IDisposable noGradient = torch.no_grad();
        using DisposeScope scope = torch.NewDisposeScope();
        Design baseline = study.Geometry.Space.Baseline();
        CalorimeterDetector detector = (CalorimeterDetector)study.Geometry.Build(baseline);
        SimulatedBatch batch =
            pipeline.Simulate(baseline, new HardReadout(), new EventStreams(study.Seed), 0, Showers);
        double side = Math.Sqrt(detector.Area.ToDouble());
        return new CheckNotes(
            [],
            [
                .. batch.Losses is { } losses
                    ? ShowerWarnings.Losses("baseline", losses.ClippedShowers, losses.SaturatedShowers) : [],
                .. masses.SelectMany(m => Pairs(m, pipeline.Source.Energy, side)),
            ]);
    }

    private static IEnumerable<string> Pairs(MassResolution mass, EnergySpectrum spectrum, double side)
    {
        double wider = 1 - mass.CloserThan(spectrum, Math.Sqrt(2) * side);
        return wider <= 0 ? []
            :
            [
                $"{100 * wider:0.#} % of the pairs of photons at m = {mass.Mass:G4} MeV hit the calorimeter farther apart than "
                    + $"the diagonal of the face of {side / Units.Metre:G3} m; they are measured as if it were larger",
            ];
    }

    private static string Visible(double energy) =>
        energy >= Units.GeV ? $"{energy / Units.GeV:G4} GeV" : $"{energy / Units.MeV:G4} MeV";
}
