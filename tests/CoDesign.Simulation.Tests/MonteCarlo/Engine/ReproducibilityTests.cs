using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Engine;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Simulation.MonteCarlo.Tables;
using Xunit;

namespace CoDesign.Simulation.Tests.MonteCarlo.Engine;

public sealed class ReproducibilityTests
{
    private const int Events = 100;
    private const ulong Seed = 99;

    private static readonly SlabBox Box = Boxes.Sampling("lead", 5, "polystyrene", 5, 20, 200);

    private static readonly ScoringOptions Scoring = new() { RingEdges = [0, 10, 50], CellSize = 20 };

    private static readonly Primary[] Primaries =
    [
        .. Enumerable.Range(0, Events).Select(i => new Primary(
            (ParticleKind)(i % 3), 20 + (3 * i), i % 7, i % 11, 0.01 * (i % 5), -0.01 * (i % 3))),
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Simulate_MoreThreads_SameBits(int threads) => AssertSame(Whole(1), Whole(threads));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void Simulate_InBatches_SameBits(int size)
    {
        ShowerMonteCarlo engine = Engine(1);
        ShowerBatch[] parts =
        [
            .. Primaries.Chunk(size).Select((chunk, i) => engine.Simulate(Seed, i * size, chunk)),
        ];
        ShowerBatch whole = Whole(1);
        AssertSame(whole, whole with
        {
            Active = [.. parts.SelectMany(p => p.Active)],
            Passive = [.. parts.SelectMany(p => p.Passive)],
            ActiveRadialMoment = [.. parts.SelectMany(p => p.ActiveRadialMoment)],
            DepthMoment = [.. parts.SelectMany(p => p.DepthMoment)],
            Leakage = [.. parts.SelectMany(p => p.Leakage)],
            RingActive = [.. parts.SelectMany(p => p.RingActive)],
            RingTotal = [.. parts.SelectMany(p => p.RingTotal)],
            Cells = [.. parts.SelectMany((p, i) => p.Cells.Select(c => c with { Event = c.Event + (i * size) }))],
            ChargedSteps = [.. parts.SelectMany(p => p.ChargedSteps)],
            PhotonSteps = [.. parts.SelectMany(p => p.PhotonSteps)],
        });
    }

    [Fact]
    public void Simulate_OtherSeedOrEvents_OtherShowers()
    {
        ShowerMonteCarlo engine = Engine(1);
        double[] one = engine.Simulate(Seed, 0, Primaries).Active;
        Assert.NotEqual(one, engine.Simulate(Seed + 1, 0, Primaries).Active);
        Assert.NotEqual(one, engine.Simulate(Seed, 1, Primaries).Active);
    }

    [Fact]
    public void Simulate_WhatIsScored_DoesNotChangeTheEvents()
    {
        ShowerBatch plain = Box.Simulate(Boxes.Electron(100), 5);
        ShowerBatch scored = Box.Simulate(Boxes.Electron(100), 5, Scoring);
        Assert.Equal(plain.Active, scored.Active);
        Assert.Equal(plain.Leakage, scored.Leakage);
    }

    [Theory]
    [InlineData(0.9e-3)]
    [InlineData(1.1e6)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Simulate_EnergyOutsideRange_Throws(double energy) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Engine(1).Simulate(1, 0, [Boxes.Electron(energy)]));

    [Fact]
    public void Simulate_AtTheEndsOfTheRange_Runs()
    {
        ShowerMonteCarlo engine = new(Boxes.Block("silicon", 0.1), new MonteCarloOptions(), new ScoringOptions());
        ShowerBatch batch = engine.Simulate(
            1, 0, [Boxes.Electron(ShowerMonteCarlo.LowestEnergy), Boxes.Electron(ShowerMonteCarlo.HighestEnergy)]);
        Assert.Equal(1e-3, batch.Active[0] + batch.Leakage[0..3].Sum(), 1e-12);
        Assert.Equal(1e6, batch.Active[1] + batch.Leakage[3..6].Sum(), 1e-3);
    }

    [Fact]
    public void Simulate_NoEventsOrCancelled_EmptyOrThrows()
    {
        Assert.Empty(Engine(2).Simulate(1, 0, []).Active);
        Assert.ThrowsAny<OperationCanceledException>(
            () => Engine(1).Simulate(1, 0, Primaries, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Constructor_BadOptions_Throws()
    {
        var scoring = new ScoringOptions();
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new ShowerMonteCarlo(Box, new MonteCarloOptions { RangeCut = 0 }, scoring));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new ShowerMonteCarlo(Box, new MonteCarloOptions { Threads = 0 }, scoring));
    }

    // Same events twice: the stack and the tables have their size by then.
    [Fact]
    public void Run_AfterWarmUp_AllocatesNothing()
    {
        SlabBox box = Boxes.Sampling("lead", 5, "polystyrene", 5, 20, 200);
        MaterialTables[] materials =
            [MaterialTables.For(box.Slabs[0].Material, 0.7), MaterialTables.For(box.Slabs[1].Material, 0.7)];
        var geometry = new StackGeometry(box, [.. Enumerable.Range(0, 40).Select(i => i % 2)]);
        var scoring = new ScoringOptions { RingEdges = [0, 10, 50] };
        ShowerBatch batch = box.Simulate(Boxes.Electron(10), 30, scoring);
        var worker = new ShowerWorker(geometry, materials, new EventScorer(batch, geometry, scoring));
        RunAll();
        long before = GC.GetAllocatedBytesForCurrentThread();
        RunAll();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void RunAll()
        {
            for (int i = 0; i < 30; i++)
            {
                worker.Run(1, i, i, new Primary((ParticleKind)(i % 3), 200));
            }
        }
    }

    private static ShowerBatch Whole(int threads) => Engine(threads).Simulate(Seed, 0, Primaries);

    private static ShowerMonteCarlo Engine(int threads) =>
        new(Box, new MonteCarloOptions { Threads = threads }, Scoring);

    private static void AssertSame(ShowerBatch expected, ShowerBatch actual)
    {
        Assert.Equal(expected.Active, actual.Active);
        Assert.Equal(expected.Passive, actual.Passive);
        Assert.Equal(expected.ActiveRadialMoment, actual.ActiveRadialMoment);
        Assert.Equal(expected.DepthMoment, actual.DepthMoment);
        Assert.Equal(expected.Leakage, actual.Leakage);
        Assert.Equal(expected.RingActive, actual.RingActive);
        Assert.Equal(expected.RingTotal, actual.RingTotal);
        Assert.Equal(expected.Cells, actual.Cells);
        Assert.Equal(expected.ChargedSteps, actual.ChargedSteps);
        Assert.Equal(expected.PhotonSteps, actual.PhotonSteps);
    }
}
