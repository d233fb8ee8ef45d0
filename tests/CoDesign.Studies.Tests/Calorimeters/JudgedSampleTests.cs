using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Calorimeters;

/// <summary>Judged showers whose resolution is known because it was put in.</summary>
public sealed class JudgedSampleTests : IDisposable
{
    private const int Events = 256;
    private const int Readings = 4;
    private const double Side = 40;
    private const double EnergyResolution = 0.02;
    private const double PositionResolution = 1.5;
    private const double Gain = 0.2;

    private readonly TinyStudy _tiny = new();

    public void Dispose() => _tiny.Dispose();

    // Pulls of unit width: the pairings and readings that a shower enters many times do not shrink the errors.
    [Fact]
    public void Measure_KnownResolutions_ErrorsCoverTheTruth()
    {
        const int Experiments = 150;
        var method = (CalorimeterMethod)_tiny.Load().Method;
        var pulls = new double[3][];
        for (int q = 0; q < 3; q++)
        {
            pulls[q] = new double[Experiments];
        }

        for (int x = 0; x < Experiments; x++)
        {
            EventBatch primaries = method.Events.Generate(new EventStreams(3).Child((ulong)x), 0, Events);
            JudgedSample baseline = Sample(method, primaries, 1, x);
            JudgedSample optimum = Sample(method, primaries, 1 - Gain, -x - 1);
            pulls[0][x] = Pull(baseline.Measure(s => s.EnergyResolution), EnergyResolution);
            pulls[1][x] = Pull(baseline.Measure(s => s.PositionResolution), PositionResolution);
            // Every deviation is smaller by the gain, and the mass is linear in them to a per mille.
            pulls[2][x] = Pull(optimum.GainOver(baseline), Gain);
        }

        // Student's t of 31 degrees of freedom: 67.5 % within one error, variance 31 / 29.
        double coverageError = Math.Sqrt(0.675 * 0.325 / Experiments), widthError = 1 / Math.Sqrt(2.0 * Experiments);
        Assert.All(pulls, of =>
        {
            Assert.InRange(
                of.Count(p => Math.Abs(p) < 1) / (double)Experiments, 0.675 - (5 * coverageError),
                0.675 + (5 * coverageError));
            Assert.InRange(
                Math.Sqrt(of.Average(p => p * p)) / Math.Sqrt(31.0 / 29), 1 - (5 * widthError), 1 + (5 * widthError));
        });
    }

    // Without noise of the readout, ratios are known: what is visible, and each entry once per reading and pairing.
    [Fact]
    public void Measure_VisibleFraction_IsTheMeanOverShowers()
    {
        var method = (CalorimeterMethod)_tiny.Load().Method;
        EventBatch primaries = method.Events.Generate(new EventStreams(4), 0, Events);
        JudgedSample sample = Sample(method, primaries, 1, 0);
        (double value, double error) = sample.Measure(s => s.VisibleFraction);
        double[] fractions = [.. Enumerable.Range(0, Events).Select(Visible)];
        Assert.Equal(fractions.Average(), value, 1e-12);
        double[] groups = [.. fractions.Chunk(Events / 32).Select(g => g.Average())];
        double mean = groups.Average();
        Assert.Equal(Math.Sqrt(groups.Sum(g => (g - mean) * (g - mean)) / 31 / 32), error, 1e-12);
        // Groups of 8 showers have 7 pairings.
        Assert.Equal(7 * Readings, sample.EntriesPerShower);
    }

    private static double Visible(int e) => 0.1 + (1e-4 * (e % 37));

    private static double Pull((double Value, double Error) measured, double truth) =>
        (measured.Value - truth) / measured.Error;

    // Half of the variance is the shower's, half of each reading.
    private static JudgedSample Sample(CalorimeterMethod method, EventBatch primaries, double scale, int experiment)
    {
        int n = primaries.Count;
        var (energy, x, y) = (new double[Readings * n], new double[Readings * n], new double[Readings * n]);
        double part = scale * Math.Sqrt(0.5);
        for (int e = 0; e < n; e++)
        {
            var random = new TransportRandom((ulong)(experiment + 1_000_000), e);
            var shower = (Energy: random.Normal(), X: random.Normal(), Y: random.Normal());
            for (int r = 0; r < Readings; r++)
            {
                int at = (r * n) + e;
                energy[at] = primaries.Energy[e] * (1 + (EnergyResolution * part * (shower.Energy + random.Normal())));
                x[at] = (Side * primaries.ImpactX[e]) + (PositionResolution * part * (shower.X + random.Normal()));
                y[at] = (Side * primaries.ImpactY[e]) + (PositionResolution * part * (shower.Y + random.Normal()));
            }
        }

        double[] visible = [.. Enumerable.Range(0, Readings * n).Select(i => Visible(i % n) * primaries.Energy[i % n])];
        return new JudgedSample(method, primaries, Side, new JudgedEvents(Readings, energy, x, y, visible));
    }
}
