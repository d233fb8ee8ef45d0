using System.Globalization;
using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;
using TorchSharp;
using Xunit;
using Xunit.Abstractions;

namespace CoDesign.Simulation.Tests.MonteCarlo.Reference;

/// <summary>The engine against an independent program in the stack both simulate, at twice its events.</summary>
/// <remarks>
/// "Beyond the errors" is beyond one standard error of the difference. What leaks out of 30 X0 is known to 14 % by the
/// reference, more than the 10 % it is held to; there the errors are five of ours and one of its.
/// </remarks>
public sealed class HepEmShowTests(ITestOutputHelper output)
{
    private readonly List<string> _failures = [];

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Simulate_ReferenceStack_AgreesWithHepEmShow(int number)
    {
        ReferenceRun run = ReferenceRun.All[number];
        output.WriteLine($"{run.Particle} {run.Energy} MeV, {run.Layers} x ({run.Absorber} mm + {run.Gap} mm)");
        ShowerBatch batch = Simulate(run, 2 * run.Events);
        int layers = batch.Layers;
        var active = new Sample(Sums(batch.Active, layers));
        var passive = new Sample(Sums(batch.Passive, layers));
        Compare("active [MeV]", active.Mean, active.MeanError, run.Active, 0.015, beyondErrors: false);
        Compare("passive [MeV]", passive.Mean, passive.MeanError, run.Passive, 0.015, beyondErrors: false);
        Compare("sigma/E", active.Deviation / active.Mean, active.DeviationError / active.Mean, run.Resolution, 0.05);
        // Twice the events: 1/sqrt(2) of the error.
        Compare("half width [MeV]", active.HalfWidth68, run.HalfWidth68.Error / Math.Sqrt(2), run.HalfWidth68, 0.05);
        var back = new Sample([.. Enumerable.Range(0, batch.Count).Select(e => batch.Leakage[(3 * e) + 1])]);
        bool rare = run.LeakageBack.Error > 0.1 * run.LeakageBack.Mean;
        Compare("back leakage [MeV]", back.Mean, (rare ? 5 : 1) * back.MeanError, run.LeakageBack, 0.1);
        double radius = Math.Sqrt(batch.ActiveRadialMoment.Sum() / batch.Active.Sum());
        Compare("rms radius [mm]", radius, run.RmsRadius.Error, run.RmsRadius, 0.05, beyondErrors: false);
        CompareLayers("active", batch.Active, batch.Count, run.ActiveLayers);
        CompareLayers("passive", batch.Passive, batch.Count, run.PassiveLayers);
        Assert.True(_failures.Count == 0, string.Join(Environment.NewLine, _failures));
    }

    private static ShowerBatch Simulate(ReferenceRun run, int events)
    {
        string file = Path.Combine(Flagship.Root, "geometries", "pbwo4-lar-stack.yaml");
        SamplingCalorimeterGeometry geometry = CalorimeterGeometryLoader.Load(
            file,
            File.ReadAllText(file),
            [
                string.Create(CultureInfo.InvariantCulture, $"absorber={run.Absorber} mm"),
                string.Create(CultureInfo.InvariantCulture, $"gap={run.Gap} mm"),
                $"layers={run.Layers}",
            ]);
        using DisposeScope scope = torch.NewDisposeScope();
        SlabBox box = CalorimeterSlabs.Of(geometry.Build(geometry.Space.Baseline()));
        var options = new MonteCarloOptions { RangeCut = geometry.RangeCut, Threads = Environment.ProcessorCount };
        ParticleKind kind = run.Particle == "gamma" ? ParticleKind.Gamma : ParticleKind.Electron;
        return new ShowerMonteCarlo(box, options, new ScoringOptions()).Simulate(
            20261, 0, [.. Enumerable.Repeat(new Primary(kind, run.Energy), events)]);
    }

    private static double[] Sums(double[] values, int layers) =>
        [.. values.Chunk(layers).Select(layer => layer.Sum())];

    private void Compare(
        string what, double value, double error, ReferenceRun.Estimate expected, double tolerance,
        bool beyondErrors = true)
    {
        double difference = Math.Abs(value - expected.Mean);
        double both = Math.Sqrt((error * error) + (expected.Error * expected.Error));
        string line = $"{what}: {value:g6} +- {error:g3}, reference {expected.Mean:g6} +- {expected.Error:g3}, "
            + $"{100 * ((value / expected.Mean) - 1):f2} +- {100 * both / expected.Mean:f2} %";
        output.WriteLine(line);
        if (!(difference <= (tolerance * expected.Mean) + (beyondErrors ? both : 0)))
        {
            _failures.Add(line);
        }
    }

    // Each layer within 3 % of the peak layer, beyond the error of the difference: the reference's is sqrt(2) of ours.
    private void CompareLayers(string what, double[] values, int events, double[] expected)
    {
        int layers = expected.Length;
        double peak = expected.Max(), worst = 0, worstBeyond = double.NegativeInfinity;
        int where = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            var sample = new Sample([.. Enumerable.Range(0, events).Select(e => values[(e * layers) + layer])]);
            double share = (sample.Mean - expected[layer]) / peak;
            double beyond = Math.Abs(share) - (Math.Sqrt(3) * sample.MeanError / peak);
            (worst, where) = Math.Abs(share) > Math.Abs(worst) ? (share, layer) : (worst, where);
            worstBeyond = Math.Max(worstBeyond, beyond);
        }

        string line = $"{what} layers: worst {100 * worst:f2} % of the peak, in layer {where}; beyond the errors "
            + $"{100 * worstBeyond:f2} %";
        output.WriteLine(line);
        if (!(worstBeyond <= 0.03))
        {
            _failures.Add(line);
        }
    }
}
