using CoDesign.Detectors.Calorimeters;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using TorchSharp;

namespace CoDesign.Studies.Calorimeters;

/// <summary>What is reported of the reconstructed showers of a design.</summary>
internal sealed class ShowerMeasurement(SamplingCalorimeterGeometry geometry, EventSource events, Objective objective)
{
    /// <summary>Name of the share of showers with a channel beyond the range of the ADC.</summary>
    public const string ClippedShowers = "clipped_showers";

    /// <summary>Name of the share of showers with a channel whose photo-detector saturates.</summary>
    public const string SaturatedShowers = "saturated_showers";

    private readonly ResolutionCurves _curves = new(events.Energy, objective);

    public SeedResult Measure(TestedShowers batch) => new(
        batch.Measure(objective).Value,
        [.. objective.Terms.Select((t, i) => t.Metric.Value(batch.Entries[i].Average(t.Metric.Averaged)))],
        Metrics(batch),
        BinMoments.ToArrays(_curves.Moments(batch)));

    public DesignDescription Describe(CalorimeterDetector detector, IReadOnlyList<SeedResult> seeds)
    {
        IReadOnlyDictionary<string, CurveSummary> curves = _curves.Curves(seeds.Select(s => BinMoments.Of(s.Bins)));
        FitSummary fit = curves["energy_resolution"].Fit!; // Curves always fits this one
        var metrics = new Dictionary<string, MetricSummary>
        {
            ["energy_resolution"] = Mean(seeds, "energy_resolution", Units.Percent, "%"),
            ["position_resolution"] = Mean(seeds, "position_resolution", Units.Mm, "mm"),
            ["stochastic_term"] = fit.Terms["stochastic"],
            ["constant_term"] = fit.Terms["constant"],
            ["noise_term"] = fit.Terms["noise"],
        };
        if (objective.Terms.Select(t => t.Metric).OfType<MassResolution>().FirstOrDefault() is { } mass)
        {
            // Showers closer than two cells merge into one cluster, which the objective does not see.
            double merged = mass.CloserThan(events.Energy, 2 * detector.CellSize.ToDouble());
            metrics["merged_pairs"] = new MetricSummary(merged / Units.Percent, 0, "%");
        }

        foreach (string name in (string[])[ClippedShowers, SaturatedShowers])
        {
            if (seeds.All(s => s.Metrics.ContainsKey(name)))
            {
                metrics[name] = Mean(seeds, name, Units.Percent, "%");
            }
        }

        return new DesignDescription(metrics, curves, Layout(detector));
    }

    private Dictionary<string, double> Metrics(TestedShowers batch)
    {
        var metrics = new Dictionary<string, double>
        {
            ["energy_resolution"] = Rms(batch.EnergyRatio, 1),
            ["position_resolution"] = Math.Sqrt(
                (batch.ErrorX.Sum(x => x * x) + batch.ErrorY.Sum(y => y * y)) / (2 * batch.ErrorX.Length)),
        };
        if (batch.Losses is { } losses)
        {
            metrics[ClippedShowers] = losses.ClippedShowers;
            if (geometry.Readout.Saturation is not null)
            {
                metrics[SaturatedShowers] = losses.SaturatedShowers;
            }
        }

        return metrics;
    }

    public StackSummary Layout(CalorimeterDetector detector) => new(
        [.. detector.Sections.Select(s => new SectionSummary(
            s.Name, s.Layers,
            Layer(s.Absorber ?? throw new InvalidOperationException($"{geometry.Name}: {s.Name} has no absorber")),
            s.Passive is null ? null : Layer(s.Passive), Layer(s.Active)))],
        detector.CellSize.ToDouble(), detector.CellCount, detector.Depth.ToDouble(),
        detector.RadiationLengths.ToDouble());

    private static LayerSummary Layer(CalorimeterLayer layer) => new(layer.Material.Name, layer.Thickness.ToDouble());

    private static MetricSummary Mean(IReadOnlyList<SeedResult> seeds, string name, double unitValue, string unit) =>
        MetricSummary.Mean(seeds.Select(s => s.Metrics[name]), unitValue, unit);

    private static double Rms(double[] values, double about) =>
        Math.Sqrt(values.Sum(v => (v - about) * (v - about)) / values.Length);
}
