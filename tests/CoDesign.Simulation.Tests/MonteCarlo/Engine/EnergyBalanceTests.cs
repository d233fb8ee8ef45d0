using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;
using Xunit;

namespace CoDesign.Simulation.Tests.MonteCarlo.Engine;

/// <summary>No event gains or loses energy, and every way to add it up gives the same.</summary>
public sealed class EnergyBalanceTests
{
    private static readonly Dictionary<string, SlabBox> Stacks = new()
    {
        ["lead-argon"] = Boxes.Sampling("lead", 2.3, "liquid-argon", 5.7, 50, 400),
        ["mixed"] = Boxes.Mixed,
        ["foil"] = Boxes.Block("silicon", 0.01, 1),
        ["narrow"] = Boxes.Block("lead", 300, 2),
        ["no sides"] = Boxes.Sampling("iron", 10, "polystyrene", 5, 5, double.PositiveInfinity),
    };

    public static TheoryData<string, ParticleKind, double, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, ParticleKind, double, int>();
            foreach (string stack in Stacks.Keys)
            {
                foreach (ParticleKind kind in Enum.GetValues<ParticleKind>())
                {
                    cases.Add(stack, kind, 1, 200);
                    cases.Add(stack, kind, 50, 50);
                    cases.Add(stack, kind, 1_000, 5);
                    cases.Add(stack, kind, 100_000, 1);
                }
            }

            return cases;
        }
    }

    // A positron brings the 2 m_e c2 that its annihilation frees.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Simulate_EveryEvent_DepositAndLeakageAreThePrimary(
        string stack, ParticleKind kind, double energy, int events)
    {
        double expected = energy + (kind == ParticleKind.Positron ? 2 * PhysicalConstants.ElectronMass : 0);
        ShowerBatch batch = Stacks[stack].Simulate(new Primary(kind, energy, 0.3, -0.1, 0.05, 0.02), events);
        double[] active = batch.PerEvent(batch.Active), passive = batch.PerEvent(batch.Passive);
        double[] leakage = batch.PerEvent(batch.Leakage);
        for (int e = 0; e < events; e++)
        {
            double total = active[e] + passive[e] + leakage[e];
            Assert.True(
                Math.Abs(total - expected) <= 1e-9 * energy,
                $"event {e}: {active[e]} active + {passive[e]} passive + {leakage[e]} leaked, not {expected} MeV");
        }
    }

    [Fact]
    public void Simulate_NothingScored_IsNegativeOrOutsideItsLayer()
    {
        SlabBox box = Boxes.Mixed;
        ShowerBatch batch = box.Simulate(Boxes.Electron(200), 50);
        Assert.All(batch.Active.Concat(batch.Passive).Concat(batch.Leakage), value => Assert.True(value >= 0));
        for (int i = 0; i < batch.Active.Length; i++)
        {
            double energy = batch.Active[i] + batch.Passive[i], depth = batch.DepthMoment[i];
            int layer = i % box.Layers;
            double from = box.Slabs.Where(s => s.Layer < layer).Sum(s => s.Thickness);
            double to = box.Slabs.Where(s => s.Layer <= layer).Sum(s => s.Thickness);
            Assert.InRange(depth, (from * energy) - 1e-9, (to * energy) + 1e-9);
            Assert.InRange(batch.ActiveRadialMoment[i], 0, (2 * 40 * 40 * batch.Active[i]) + 1e-9);
        }
    }

    // Layers, rings and cells are sums of the same deposits.
    [Fact]
    public void Simulate_RingsAndCells_SumToTheLayers()
    {
        SlabBox box = Stacks["lead-argon"];
        var scoring = new ScoringOptions { RingEdges = [0, 5, 20, 100], CellSize = 10 };
        ShowerBatch batch = box.Simulate(new Primary(ParticleKind.Gamma, 500, 20, -30), 20, scoring);
        double[] active = batch.PerEvent(batch.Active), passive = batch.PerEvent(batch.Passive);
        double[] ringActive = batch.PerEvent(batch.RingActive), ringTotal = batch.PerEvent(batch.RingTotal);
        var cells = new double[batch.Active.Length];
        foreach (CellDeposit cell in batch.Cells)
        {
            cells[(cell.Event * batch.Layers) + cell.Plane] += cell.Energy;
        }

        Assert.Equal(3, batch.Rings);
        for (int e = 0; e < batch.Count; e++)
        {
            Assert.Equal(active[e], ringActive[e], 1e-9);
            Assert.Equal(active[e] + passive[e], ringTotal[e], 1e-9);
        }

        Assert.All(cells.Zip(batch.Active), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    [Fact]
    public void Simulate_CellsByPlane_AreThoseOfTheirLayers()
    {
        SlabBox box = Boxes.Mixed;
        Primary primary = Boxes.Electron(100);
        ShowerBatch fine = box.Simulate(primary, 20, new ScoringOptions { CellSize = 4 });
        ShowerBatch coarse = box.Simulate(primary, 20, new ScoringOptions { CellSize = 4, Planes = [0, 0, 1, 1] });
        var expected = fine.Cells.GroupBy(c => (c.Event, Plane: c.Plane / 2, c.J, c.I))
            .ToDictionary(g => g.Key, g => g.Sum(c => c.Energy));
        Assert.Equal(expected.Count, coarse.Cells.Count);
        Assert.All(coarse.Cells, c => Assert.Equal(expected[(c.Event, c.Plane, c.J, c.I)], c.Energy, 1e-9));
    }

    [Fact]
    public void Simulate_CellReach_LeavesTheRestOut()
    {
        var scoring = new ScoringOptions { CellSize = 10 };
        ShowerBatch whole = Stacks["lead-argon"].Simulate(Boxes.Electron(1000), 3, scoring);
        ShowerBatch batch = Stacks["lead-argon"].Simulate(Boxes.Electron(1000), 3, scoring with { CellReach = 1 });
        CellDeposit[] within = [.. whole.Cells.Where(c => Math.Abs(c.I) <= 1 && Math.Abs(c.J) <= 1)];
        Assert.InRange(within.Length, 100, whole.Cells.Count - 100);
        Assert.Equal(Ordered(within), Ordered(batch.Cells));

        static CellDeposit[] Ordered(IEnumerable<CellDeposit> cells) =>
            [.. cells.OrderBy(c => (c.Event, c.Plane, c.J, c.I))];
    }
}
