using CoDesign.Physics.Materials;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;

namespace CoDesign.Simulation.Tests.MonteCarlo;

/// <summary>Boxes of slabs, and events in them.</summary>
internal static class Boxes
{
    /// <summary>Equal layers of an absorber and an active material.</summary>
    public static SlabBox Sampling(
        string absorber, double absorberThickness, string active, double activeThickness, int layers,
        double transverse) => new(
        [
            .. Enumerable.Range(0, layers).SelectMany(i => new[]
            {
                new Slab(MaterialCatalogue.Get(absorber), absorberThickness, SlabRole.Passive, i),
                new Slab(MaterialCatalogue.Get(active), activeThickness, SlabRole.Active, i),
            }),
        ],
        transverse);

    public static SlabBox Block(string material, double depth, double transverse = double.PositiveInfinity) =>
        SlabBox.Block(MaterialCatalogue.Get(material), depth, transverse);

    /// <summary>A heavy crystal behind a gas, foils and a plastic; layers of several slabs, with passive ones after
    /// active ones.</summary>
    public static SlabBox Mixed { get; } = new(
        [
            new Slab(MaterialCatalogue.Get("argon-gas"), 50, SlabRole.Passive, 0),
            new Slab(MaterialCatalogue.Get("silicon"), 0.3, SlabRole.Active, 0),
            new Slab(MaterialCatalogue.Get("tungsten"), 2, SlabRole.Passive, 1),
            new Slab(MaterialCatalogue.Get("silicon"), 0.3, SlabRole.Active, 1),
            new Slab(MaterialCatalogue.Get("copper"), 0.05, SlabRole.Passive, 1),
            new Slab(MaterialCatalogue.Get("polystyrene"), 10, SlabRole.Active, 2),
            new Slab(MaterialCatalogue.Get("lead-tungstate"), 120, SlabRole.Active, 3),
        ],
        80);

    public static ShowerBatch Simulate(
        this SlabBox box, Primary primary, int events, ScoringOptions? scoring = null, ulong seed = 7,
        double rangeCut = 0.7, int threads = 1) =>
        new ShowerMonteCarlo(
            box, new MonteCarloOptions { RangeCut = rangeCut, Threads = threads }, scoring ?? new ScoringOptions())
            .Simulate(seed, 0, [.. Enumerable.Repeat(primary, events)]);

    public static Primary Electron(double energy) => new(ParticleKind.Electron, energy);

    /// <summary>Sums over the layers, or what else the rows of an array hold, by event.</summary>
    public static double[] PerEvent(this ShowerBatch batch, double[] values) =>
        [.. values.Chunk(values.Length / batch.Count).Select(row => row.Sum())];
}
