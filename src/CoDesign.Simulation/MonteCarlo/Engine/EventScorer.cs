using System.Runtime.CompilerServices;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo.Scoring;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <summary>Sums the deposits of one event at a time and writes them into the rows of a batch.</summary>
/// <remarks>The sums are a worker's own until the event ends: rows of the batch share cache lines with those of other
/// workers.</remarks>
internal sealed class EventScorer(ShowerBatch batch, StackGeometry geometry, ScoringOptions options)
{
    private readonly double[] _ringSquares = [.. options.RingEdges.Skip(1).Select(r => r * r)];
    private readonly double _perCell = 1 / (options.CellSize ?? 1);
    private readonly CellAccumulator? _cells = options.CellSize is null ? null : new CellAccumulator();
    private readonly LayerSums[] _layers = new LayerSums[batch.Layers];
    private readonly double[] _ringActive = new double[batch.Rings];
    private readonly double[] _ringTotal = new double[batch.Rings];
    private readonly double[] _leakage = new double[3];

    /// <summary>Ends an event and makes room for the next.</summary>
    /// <param name="index">Its number in the batch.</param>
    /// <param name="cells">Its cells are added here.</param>
    public void End(int index, List<CellDeposit> cells)
    {
        int row = index * batch.Layers;
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            ref readonly LayerSums sums = ref _layers[layer];
            (batch.Active[row + layer], batch.Passive[row + layer]) = (sums.Active, sums.Passive);
            batch.ActiveRadialMoment[row + layer] = sums.ActiveRadialMoment;
            batch.DepthMoment[row + layer] = sums.DepthMoment;
        }

        Array.Clear(_layers);
        Move(_ringActive, batch.RingActive, index);
        Move(_ringTotal, batch.RingTotal, index);
        Move(_leakage, batch.Leakage, index);
        _cells?.Flush(index, cells);
    }

    /// <summary>Adds energy at a point of a slab.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Deposit(int slab, double x, double y, double z, double energy)
    {
        int layer = geometry.Layer[slab];
        ref LayerSums sums = ref _layers[layer];
        sums.DepthMoment += energy * z;
        if (geometry.Active[slab])
        {
            sums.Active += energy;
            sums.ActiveRadialMoment += energy * ((x * x) + (y * y));
            if (_cells is not null)
            {
                Cell(layer, x, y, energy);
            }
        }
        else
        {
            sums.Passive += energy;
        }

        if (_ringSquares.Length > 0)
        {
            Ring(geometry.Active[slab], (x * x) + (y * y), energy);
        }
    }

    /// <summary>A particle that leaves.</summary>
    /// <param name="track">The particle.</param>
    /// <param name="face">0 front, 1 back, 2 side.</param>
    public void Leak(in Track track, int face) => _leakage[face] += track.Energy
        + (track.Kind == ParticleKind.Positron ? 2 * PhysicalConstants.ElectronMass : 0);

    private static void Move(double[] sums, double[] rows, int index)
    {
        sums.CopyTo(rows, index * sums.Length);
        Array.Clear(sums);
    }

    private void Ring(bool active, double r2, double energy)
    {
        int ring = 0;
        while (ring < _ringSquares.Length - 1 && r2 >= _ringSquares[ring])
        {
            ring++;
        }

        _ringTotal[ring] += energy;
        if (active)
        {
            _ringActive[ring] += energy;
        }
    }

    private void Cell(int layer, double x, double y, double energy)
    {
        double i = Math.Floor((x * _perCell) + 0.5), j = Math.Floor((y * _perCell) + 0.5);
        if (Math.Abs(i) <= options.CellReach && Math.Abs(j) <= options.CellReach)
        {
            _cells?.Add(options.Planes is { } planes ? planes[layer] : layer, (int)i, (int)j, energy);
        }
    }

    // What a batch keeps of a layer; together in one half of a cache line.
    private struct LayerSums
    {
        public double Active;
        public double Passive;
        public double ActiveRadialMoment;
        public double DepthMoment;
    }
}
