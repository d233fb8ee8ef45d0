using CoDesign.Physics.Materials;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Engine;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Simulation.MonteCarlo.Tables;
using Xunit;

namespace CoDesign.Simulation.Tests.MonteCarlo.Engine;

public sealed class WorkerAllocationTests
{
    [Fact]
    public void Run_SecondTime_AllocatesNothing()
    {
        const int Layers = 20;
        Material lead = MaterialCatalogue.Get("lead"), argon = MaterialCatalogue.Get("liquid-argon");
        var box = new SlabBox(
            [.. Enumerable.Range(0, Layers).SelectMany(layer => new Slab[]
            {
                new(lead, 3, SlabRole.Passive, layer), new(argon, 4, SlabRole.Active, layer),
            })],
            200);
        ShowerBatch batch = new ShowerMonteCarlo(box, new MonteCarloOptions(), new ScoringOptions())
            .Simulate(1, 0, [new Primary(ParticleKind.Gamma, 1)]);
        var geometry = new StackGeometry(box, [.. Enumerable.Range(0, 2 * Layers).Select(slab => slab % 2)]);
        var worker = new ShowerWorker(
            geometry, [MaterialTables.For(lead, 0.7), MaterialTables.For(argon, 0.7)],
            new EventScorer(batch, geometry, new ScoringOptions()));
        var primary = new Primary(ParticleKind.Positron, 500);
        worker.Run(1, 0, 0, primary);

        long before = GC.GetAllocatedBytesForCurrentThread();
        (long charged, _) = worker.Run(1, 0, 0, primary);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(charged > 100);
    }
}
