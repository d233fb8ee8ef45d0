using System.Globalization;
using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Tracks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>Strips with noise, threshold and whole ADC counts against the smooth resolution of the same
/// electronics.</summary>
public sealed class StripAgreementTests
{
    private const int Hits = 40_000;
    private const double Signal = 10_000;

    // Pitch [um], cloud [um], threshold and noise [e], bits of a range of three signals; zero bits: binary. The zone of
    // two strips is narrower than the pitch, and the threshold at least five times the noise.
    public static TheoryData<double, double, double, double, int> Grid => new()
    {
        { 50, 5, 800, 30, 0 },
        { 50, 5, 800, 150, 0 },
        { 28, 3, 700, 30, 0 },
        { 80, 10, 2000, 100, 0 },
        { 50, 5, 800, 30, 10 },
        { 50, 5, 800, 150, 10 },
        { 50, 5, 800, 100, 6 },
        { 30, 4, 1500, 200, 8 },
        { 100, 15, 1000, 100, 8 },
        { 25, 3, 600, 60, 7 },
    };

    [Theory]
    [MemberData(nameof(Grid))]
    public void Read_MeanSquareOfErrors_IsTheSmoothResolution(
        double pitch, double cloud, double threshold, double noise, int bits)
    {
        using DisposeScope scope = NewDisposeScope();
        TrackerLayout layout = Layout(pitch, cloud, threshold, noise, bits);
        SharedHits shared = Assert.IsType<SharedHits>(layout.SharedU);
        StripSegmentation strips = Strips(layout);
        var squares = new List<(int Strips, double Square)>();
        var random = new TransportRandom(3, 0);
        for (int i = 0; i < Hits; i++)
        {
            double position = pitch / 1000 * random.Uniform();
            StripCluster cluster = strips.Read(position, 1, ref random);
            squares.Add((cluster.Strips, Math.Pow(cluster.Position - position, 2)));
        }

        // Noise moves the ends of the zone and counts are not normal: 3 % of the variance and of the share.
        const double Modelling = 0.03;
        double[] all = [.. squares.Select(s => s.Square)];
        Close(Math.Pow(layout.ResolutionU.ToDouble(), 2), all, Modelling);
        double[] two = [.. squares.Select(s => s.Strips > 1 ? 1.0 : 0)];
        Close(shared.Probability.ToDouble(), two, Modelling);
    }

    [Theory]
    [MemberData(nameof(Grid))]
    public void Error_OfEachSizeAndIncidence_IsThatOfTheClusters(
        double pitch, double cloud, double threshold, double noise, int bits)
    {
        using DisposeScope scope = NewDisposeScope();
        StripSegmentation strips = Strips(Layout(pitch, cloud, threshold, noise, bits));
        foreach (double obliquity in (double[])[1, 1.1, 1.3, 1.7, 2.2])
        {
            var pulls = Enumerable.Range(0, 5).Select(_ => new List<double>()).ToArray();
            var random = new TransportRandom(4, 0);
            for (int i = 0; i < Hits; i++)
            {
                double position = pitch / 1000 * random.Uniform();
                StripCluster cluster = strips.Read(position, obliquity, ref random);
                pulls[cluster.Strips].Add(Math.Pow(
                    (cluster.Position - position) / strips.Error(cluster.Strips, obliquity), 2));
            }

            // The calibration is a sample too, a tenth of this one; between its incidences it is interpolated.
            const double Interpolation = 0.06;
            foreach (List<double> squares in pulls.Where(p => p.Count > Hits / 50))
            {
                double mean = squares.Average(), scatter = Math.Sqrt(squares.Average(s => Math.Pow(s - mean, 2)));
                Assert.Equal(1, mean, (5 * scatter * Math.Sqrt(11.0 / squares.Count)) + Interpolation);
            }
        }
    }

    private static void Close(double expected, double[] sample, double modelling)
    {
        double mean = sample.Average(), error = Math.Sqrt(Moments.Square(sample, mean) / sample.Length);
        Assert.Equal(expected, mean, (5 * error) + (modelling * expected));
    }

    private static StripSegmentation Strips(TrackerLayout layout)
    {
        TrackerReadout readout = Assert.IsType<TrackerReadout>(layout.Readout[0]);
        return new StripSegmentation(readout.PitchU.ToDouble(), readout.ChargeWidth.ToDouble(), new StripChain(
            Signal, readout.Noise.ToDouble(), readout.Threshold.ToDouble(), readout.MeasuresCharge,
            readout.MeasuresCharge ? readout.ChargeStep.ToDouble() : 0));
    }

    private static TrackerLayout Layout(double pitch, double cloud, double threshold, double noise, int bits)
    {
        // Of the parallel noise 2 q I F tau alone, F = e^2/8.
        double leakage = noise * noise * 1.602176634e-19 / (2 * Math.E * Math.E / 8 * 100e-9) / 1e-9;
        string mode = bits > 0 ? $"adc, bits: {bits}, full_scale: 30000 e" : "binary";
        string text = string.Create(CultureInfo.InvariantCulture, $$"""
            format: 1
            kind: tracker
            name: one layer of strips
            parameters:
              tau: {min: 10 ns, max: 1000 ns, baseline: 100 ns, stage: readout}
            shape: planes
            layers:
              - name: strips
                position: 1 m
                half_width: 1 cm
                half_length: 2 cm
                measures: u
                pitch: {u: {{pitch}} um}
                sensor: {material: Si, thickness: 150 um}
            readout: {mode: {{mode}}, signal: {{Signal}} e, shaping_time: tau, capacitance: 0 pF,
              series_noise: 0 nV/sqrt(Hz), leakage_current: {{leakage:R}} nA, threshold: {{threshold}} e, charge_width: {{cloud}} um}
            """);
        var geometry = (TrackerGeometry)GeometryLoader.Load("strips.yaml", text, []);
        return geometry.Build(geometry.Space.Baseline()).Layout;
    }
}
