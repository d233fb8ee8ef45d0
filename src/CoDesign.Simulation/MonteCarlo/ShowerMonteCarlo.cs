using CoDesign.Physics.Materials;
using CoDesign.Simulation.MonteCarlo.Engine;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Simulation.MonteCarlo.Tables;

namespace CoDesign.Simulation.MonteCarlo;

/// <summary>Monte Carlo of electromagnetic showers in a box of slabs: electrons, positrons and photons from 1 keV to 1
/// TeV are transported one by one.</summary>
/// <remarks>
/// <para>
/// Physics at the level of Geant4's EM standard list: pair production, Compton scattering, photoelectric absorption;
/// collisions with restricted loss, its fluctuations and knocked-on electrons; bremsstrahlung; annihilation; condensed
/// multiple scattering. Every process names formula, source and validity at its type.
/// </para>
/// <para>
/// Not modelled: hadrons and muons, photo-nuclear reactions, Rayleigh scattering, fluorescence and Auger electrons,
/// polarisation, fields, and what lies outside the box: what leaves does not come back.
/// </para>
/// </remarks>
public sealed class ShowerMonteCarlo
{
    /// <summary>Lowest energy of a primary [MeV].</summary>
    public const double LowestEnergy = 1e-3;

    /// <summary>Highest energy of a primary [MeV].</summary>
    public const double HighestEnergy = 1e6;

    private readonly SlabBox _box;
    private readonly MonteCarloOptions _options;
    private readonly ScoringOptions _scoring;
    private readonly StackGeometry _geometry;
    private readonly MaterialTables[] _materials;

    /// <summary>Prepares the tables of a box's materials.</summary>
    /// <param name="box">The box.</param>
    /// <param name="options">Cut and threads.</param>
    /// <param name="scoring">What to record.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public ShowerMonteCarlo(SlabBox box, MonteCarloOptions options, ScoringOptions scoring)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.RangeCut);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        (_box, _options, _scoring) = (box, options, scoring);
        Material[] distinct = [.. box.Slabs.Select(s => s.Material).Distinct()];
        _geometry = new StackGeometry(box, [.. box.Slabs.Select(s => Array.IndexOf(distinct, s.Material))]);
        _materials = [.. distinct.AsParallel().AsOrdered().WithDegreeOfParallelism(options.Threads)
            .Select(m => MaterialTables.For(m, options.RangeCut))];
    }

    /// <summary>Energies below which secondaries are not made, by material.</summary>
    public IReadOnlyList<ProductionCuts> Cuts => [.. _materials.Select(m => m.Cuts)];

    /// <summary>Simulates a batch; event i draws from the stream (seed, first + i).</summary>
    /// <param name="seed">Seed of the streams.</param>
    /// <param name="first">Number of the first event, zero or more.</param>
    /// <param name="primaries">What enters, one an event.</param>
    /// <param name="cancellation">Stops between two events.</param>
    /// <returns>Scores; the same bit for bit whatever the threads and the batches.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An energy is outside [1 keV, 1 TeV].</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ShowerBatch Simulate(
        ulong seed, long first, IReadOnlyList<Primary> primaries, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        foreach (Primary primary in primaries)
        {
            if (!(primary.Energy is >= LowestEnergy and <= HighestEnergy))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(primaries), primary.Energy, "an energy is outside 1 keV to 1 TeV");
            }
        }

        ShowerBatch batch = Empty(primaries.Count);
        var workers = new ShowerWorker[Math.Clamp(primaries.Count, 1, _options.Threads)];
        int next = 0;
        Together(workers.Length, t =>
        {
            var worker = new ShowerWorker(_geometry, _materials, new EventScorer(batch, _geometry, _scoring));
            workers[t] = worker;
            for (int i; (i = Interlocked.Increment(ref next) - 1) < primaries.Count;)
            {
                cancellation.ThrowIfCancellationRequested();
                (batch.ChargedSteps[i], batch.PhotonSteps[i]) = worker.Run(seed, first + i, i, primaries[i]);
            }
        });
        return batch with { Cells = ByEvent(workers, primaries.Count) };
    }

    // Several threads are threads of their own, so that all run at once however busy the pool is.
    private static void Together(int threads, Action<int> action)
    {
        if (threads == 1)
        {
            action(0);
            return;
        }

        Task.WhenAll(Enumerable.Range(0, threads).Select(t => Task.Factory.StartNew(
            () => action(t), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)))
            .GetAwaiter().GetResult();
    }

    // Cells of an event are together in one worker's list already: they only have to be put in their places.
    private static CellDeposit[] ByEvent(ShowerWorker[] workers, int events)
    {
        var cells = new CellDeposit[workers.Sum(w => w.Cells.Count)];
        int[] place = new int[events + 1];
        foreach (CellDeposit cell in workers.SelectMany(w => w.Cells))
        {
            place[cell.Event + 1]++;
        }

        for (int i = 0; i < events; i++)
        {
            place[i + 1] += place[i];
        }

        foreach (CellDeposit cell in workers.SelectMany(w => w.Cells))
        {
            cells[place[cell.Event]++] = cell;
        }

        return cells;
    }

    private ShowerBatch Empty(int events)
    {
        int layers = _box.Layers, rings = Math.Max(0, _scoring.RingEdges.Count - 1);
        return new ShowerBatch
        {
            Count = events,
            Layers = layers,
            Rings = rings,
            Active = new double[events * layers],
            Passive = new double[events * layers],
            ActiveRadialMoment = new double[events * layers],
            DepthMoment = new double[events * layers],
            Leakage = new double[events * 3],
            RingActive = new double[events * rings],
            RingTotal = new double[events * rings],
            Cells = [],
            ChargedSteps = new long[events],
            PhotonSteps = new long[events],
        };
    }
}
