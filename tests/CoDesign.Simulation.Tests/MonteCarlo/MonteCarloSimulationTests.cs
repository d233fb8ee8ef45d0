using CoDesign.Detectors.Calorimeters;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Showers;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.MonteCarlo;

/// <summary>What reaches the readout is what the transport scored; true of any engine behind it.</summary>
public sealed class MonteCarloSimulationTests
{
    private const int Events = 12;
    private const ulong Seed = 21;

    // Two sections of unlike cells; 20 X0 of lead and 40 mm cells, so that a few cells hold most of the energy.
    private static readonly TestStack Stack = new()
    {
        Absorber = "lead",
        AbsorberThickness = 5,
        Active = "polystyrene",
        ActiveThickness = 4,
        Layers = 10,
        Sections = 2,
        CellSize = 40,
        CellCount = 3,
    };

    [Fact]
    public void Simulate_Sections_AreTheSumsOfTheirLayers()
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterDetector detector = Stack.Build();
        EventBatch events = Primaries(0, Events);
        Deposits deposits = new MonteCarloSimulation().Simulate(detector, events);
        ShowerBatch showers = Direct(detector, events);
        double[] fraction = deposits.SectionFraction.Values(), depth = deposits.SectionDepth.Values();
        for (int e = 0; e < Events; e++)
        {
            for (int s = 0; s < 2; s++)
            {
                int from = (e * 20) + (s * 10);
                double sum = showers.Active[from..(from + 10)].Sum() + showers.Passive[from..(from + 10)].Sum();
                double moment = showers.DepthMoment[from..(from + 10)].Sum();
                Assert.Equal(sum / events.Energy[e], fraction[(2 * e) + s], 1e-12);
                Assert.Equal(sum > 0 ? moment / sum : (90 * s) + 45, depth[(2 * e) + s], 1e-9);
                // A section's energy lies in the section.
                Assert.InRange(depth[(2 * e) + s], 90 * s, 90 * (s + 1));
            }

            double leaked = showers.Leakage[(3 * e)..((3 * e) + 3)].Sum() / events.Energy[e];
            // Annihilation can free up to the masses of the positrons that leave.
            Assert.Equal(1 - leaked, fraction[2 * e] + fraction[(2 * e) + 1], 1e-6);
        }
    }

    [Fact]
    public void Simulate_Visible_IsTheActiveEnergyOfItsCell()
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterDetector detector = Stack.Build();
        EventBatch events = Primaries(0, Events);
        double[] visible = new MonteCarloSimulation().Simulate(detector, events).Visible.Values();
        var expected = new double[visible.Length];
        foreach (CellDeposit cell in Direct(detector, events).Cells)
        {
            // Event, section, then j * count + i from the corner cell (-1, -1).
            expected[(cell.Event * 18) + (cell.Plane * 9) + ((cell.J + 1) * 3) + cell.I + 1] += cell.Energy;
        }

        Assert.Equal(expected, visible);
        Assert.Contains(visible, v => v > 0);
    }

    // A primary at (i, j) cells from the centre has its core in cell (i, j): the order of the cells, by physics.
    [Theory]
    [InlineData(0, 0, 12)]
    [InlineData(1, 0, 13)]
    [InlineData(-2, 0, 10)]
    [InlineData(0, 1, 17)]
    [InlineData(0, -2, 2)]
    [InlineData(2, 1, 19)]
    public void Simulate_DisplacedImpact_HasItsCoreInThatCell(int i, int j, int expected)
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterDetector detector = (Stack with { CellCount = 5 }).Build();
        EventBatch centre = Primaries(0, Events);
        EventBatch events = centre with
        {
            ImpactX = [.. centre.ImpactX.Select(_ => (double)i)],
            ImpactY = [.. centre.ImpactY.Select(_ => (double)j)],
        };
        Deposits deposits = new MonteCarloSimulation().Simulate(detector, events);
        double[] cells = deposits.Visible.sum([0L, 1L]).Values();

        Assert.Equal(expected, Array.IndexOf(cells, cells.Max()));
        Assert.All(deposits.ImpactX.Values(), x => Assert.Equal(40.0 * i, x, 1e-12));
        Assert.All(deposits.ImpactY.Values(), y => Assert.Equal(40.0 * j, y, 1e-12));
    }

    // A slope of 0.5 moves the shower by more than half a cell within the stack.
    [Fact]
    public void Simulate_InclinedPrimary_MovesAlongItsSlope()
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterDetector detector = (Stack with { CellCount = 5 }).Build();
        EventBatch straight = Primaries(0, Events);
        EventBatch events = straight with
        {
            ImpactX = new double[Events],
            ImpactY = new double[Events],
            SlopeX = [.. straight.SlopeX.Select(_ => 0.5)],
        };
        double[] cells = new MonteCarloSimulation().Simulate(detector, events).Visible.sum([0L, 1L]).Values();
        double right = cells.Where((_, k) => k % 5 > 2).Sum(), left = cells.Where((_, k) => k % 5 < 2).Sum();
        Assert.True(right > 5 * left, $"{right} MeV on the side of the slope, {left} MeV on the other");
    }

    [Fact]
    public void Simulate_RangeOfTheAdc_IsThatOfTheParametricModel()
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterDetector detector = Stack.Build();
        Deposits deposits = new MonteCarloSimulation().Simulate(detector, Primaries(0, 2));
        Assert.Equal(
            new StackProperties(detector).StackVisibleFraction.ToDouble(), deposits.VisibleFraction.ToDouble());
    }

    [Fact]
    public void Simulate_BatchesOfAnySizeAndThreads_AreTheSameBitForBit()
    {
        CalorimeterDetector detector = Stack.Build();
        int before = get_num_threads();
        try
        {
            set_num_threads(1);
            double[] whole = Run(Events);
            Assert.Equal(whole, Run(5));
            Assert.Equal(whole, Run(1));
            set_num_threads(3);
            Assert.Equal(whole, Run(Events));
            Assert.Equal(whole, Run(7));
        }
        finally
        {
            set_num_threads(before);
        }

        double[] Run(int size)
        {
            var simulation = new MonteCarloSimulation();
            List<double> all = [];
            for (int first = 0; first < Events; first += size)
            {
                using DisposeScope scope = NewDisposeScope();
                Deposits d = simulation.Simulate(detector, Primaries(first, Math.Min(size, Events - first)));
                all.AddRange(cat([d.Visible.flatten(1), d.SectionFraction, d.SectionDepth], 1).Values());
            }

            return [.. all];
        }
    }

    // One simulation that judges one design after the other must not keep the first one's stack.
    [Fact]
    public void Simulate_AnotherDetector_IsAsIfItWereTheFirst()
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterDetector first = Stack.Build();
        CalorimeterDetector thicker = (Stack with { AbsorberThickness = 8 }).Build();
        CalorimeterDetector finer = (Stack with { CellSize = 20 }).Build();
        CalorimeterDetector cut = first with { Geometry = first.Geometry with { RangeCut = 7 } };
        var simulation = new MonteCarloSimulation();
        foreach (CalorimeterDetector detector in (CalorimeterDetector[])[first, cut, thicker, finer, first])
        {
            Assert.Equal(
                new MonteCarloSimulation().Simulate(detector, Primaries(0, 3)).Visible.Values(),
                simulation.Simulate(detector, Primaries(0, 3)).Visible.Values());
        }
    }

    [Fact]
    public void Simulate_RangeCut_IsTheGeometrys()
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterDetector detector = Stack.Build();
        detector = detector with { Geometry = detector.Geometry with { RangeCut = 7 } };
        EventBatch events = Primaries(0, 3);
        Assert.Equal(
            Direct(detector, events).Cells.Sum(c => c.Energy),
            new MonteCarloSimulation().Simulate(detector, events).Visible.sum().ToDouble(), 1e-6);
    }

    private static EventBatch Primaries(long first, int count) => new EventSource
    {
        Particle = ParticleKind.Electron,
        Energy = EnergySpectrum.LogUniform(0.5 * Units.GeV, 2 * Units.GeV),
        ImpactHalfWidth = 0,
    }.Generate(new EventStreams(Seed), first, count);

    private static ShowerBatch Direct(CalorimeterDetector detector, EventBatch events) => new ShowerMonteCarlo(
        CalorimeterSlabs.Of(detector), new MonteCarloOptions { RangeCut = detector.Geometry.RangeCut, Threads = 1 },
        new ScoringOptions
        {
            CellSize = detector.CellSize.ToDouble(),
            Planes = CalorimeterSlabs.SectionOfLayer(detector),
            CellReach = (detector.CellCount - 1) / 2,
        }).Simulate(Seed, 0, [.. events.Energy.Select(e => new Primary(events.Particle, e))]);
}
