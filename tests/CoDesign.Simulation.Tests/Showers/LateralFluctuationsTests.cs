using System.Globalization;
using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using TorchSharp;
using Xunit;

namespace CoDesign.Simulation.Tests.Showers;

/// <summary>The sharing of a shower's energy by cells, against the Monte Carlo's in
/// tests/calibration/shares.csv.</summary>
public sealed class LateralFluctuationsTests
{
    public static TheoryData<string> Rows => [.. File.ReadLines(
            Path.Combine(Flagship.Root, "tests", "calibration", "shares.csv"))
        .Where(l => l.Length > 0 && l[0] != '#' && !l.StartsWith("absorber", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Simulate_EnergyBeyondALine_IsTheMonteCarlosInMeanAndSpread(string row)
    {
        string[] field = row.Split(',');
        double Number(int i) => double.Parse(field[i], CultureInfo.InvariantCulture);
        double energy = Number(5) * 1000, line = Number(6);
        (double mean, double quantum) = Share(
            new TestStack
            {
                Absorber = field[0],
                Active = field[1],
                AbsorberThickness = Number(2),
                ActiveThickness = Number(3),
                Layers = (int)Number(4),
                CellSize = line == 0 ? 20 : 2 * line,
                CellCount = 9,
            },
            energy, line == 0 ? 0.5 : 0);

        // What LateralFluctuations claims: a factor of 1.5 at worst, and the Monte Carlo's own error of the variance at
        // two sigma. These are the rows that its constants were fitted to.
        Assert.InRange(mean / Number(7), 0.8, 1.25);
        double statistics = 2 * Math.Sqrt(2 / Number(9));
        Assert.InRange(quantum / Number(8), (1 / 1.5) - statistics, 1.5 + statistics);
    }

    [Fact]
    public void Simulate_SumOverAWideGrid_FluctuatesBySamplingAlone()
    {
        // Cells that hold everything: what they share cannot change the sum.
        TestStack stack = TestStack.TestEm3 with { CellSize = 1e5 };
        double[] one = Sums(stack with { CellCount = 1 }, 200), many = Sums(stack with { CellCount = 5 }, 200);
        for (int e = 0; e < one.Length; e++)
        {
            Assert.Equal(one[e], many[e], 1e-6 * one[e]);
        }
    }

    private static double[] Sums(TestStack stack, int count)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        double[] cells = Values(stack, 1000, 0, count);
        return [.. cells.Chunk(cells.Length / count).Select(c => c.Sum())];
    }

    // Mean share of the energy in the cells on one side, and the energy of its quanta [MeV].
    private static (double Mean, double Quantum) Share(TestStack stack, double energy, double impact)
    {
        const int Events = 4000;
        using DisposeScope scope = torch.NewDisposeScope();
        double[] cells = Values(stack, energy, impact, Events);
        int side = stack.CellCount, each = side * side;
        double[] share =
        [
            .. cells.Chunk(each).Select(c => c.Where((_, i) => i % side > side / 2).Sum() / c.Sum()),
        ];
        double mean = share.Average();
        double variance = share.Sum(s => (s - mean) * (s - mean)) / (Events - 1);
        return (mean, variance * energy / (mean * (1 - mean)));
    }

    private static double[] Values(TestStack stack, double energy, double impact, int count)
    {
        double[] Flat(double value) => [.. Enumerable.Repeat(value, count)];
        var events = new EventBatch
        {
            Particle = ParticleKind.Gamma,
            Streams = new EventStreams(7),
            First = 0,
            Energy = Flat(energy),
            ImpactX = Flat(impact),
            ImpactY = Flat(0),
            SlopeX = Flat(0),
            SlopeY = Flat(0),
            Slant = Flat(1),
        };
        CalorimeterDetector detector = stack.Build();
        return [.. new ParametricSimulation().Simulate(detector, events).Visible.data<double>().ToArray()];
    }
}
