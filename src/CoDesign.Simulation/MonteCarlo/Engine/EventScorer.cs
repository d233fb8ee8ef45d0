using System.Runtime.CompilerServices;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo.Scoring;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <summary>Writes the deposits of one event at a time into the rows of a batch.</summary>
internal sealed class EventScorer(ShowerBatch batch, StackGeometry geometry, ScoringOptions options)
{
    private readonly double[] _ringSquares = [.. options.RingEdges.Skip(1).Select(r => r * r)];
    private readonly double _perCell = 1 / (options.CellSize ?? 1);
    private readonly CellAccumulator? _cells = options.CellSize is null ? null : new CellAccumulator();
    private int _layerRow;
    private int _ringRow;
    private int _leakRow;

    /// <summary>Starts an event.</summary>
    /// <param name="index">Its number in the batch.</param>
    public void Begin(int index) =>
        (_layerRow, _ringRow, _leakRow) = (index * batch.Layers, index * batch.Rings, index * 3);

    /// <summary>Ends an event.</summary>
    /// <param name="index">Its number in the batch.</param>
    /// <param name="cells">Its cells are added here.</param>
    public void End(int index, List<CellDeposit> cells) => _cells?.Flush(index, cells);

    /// <summary>Adds energy at a point of a slab.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Deposit(int slab, double x, double y, double z, double energy)
    {
        int layer = geometry.Layer[slab], place = _layerRow + layer;
        batch.DepthMoment[place] += energy * z;
        if (geometry.Active[slab])
        {
            batch.Active[place] += energy;
            batch.ActiveRadialMoment[place] += energy * ((x * x) + (y * y));
            if (_cells is not null)
            {
                Cell(layer, x, y, energy);
            }
        }
        else
        {
            batch.Passive[place] += energy;
        }

        if (_ringSquares.Length > 0)
        {
            Ring(geometry.Active[slab], (x * x) + (y * y), energy);
        }
    }

    /// <summary>A particle that leaves.</summary>
    /// <param name="track">The particle.</param>
    /// <param name="face">0 front, 1 back, 2 side.</param>
    public void Leak(in Track track, int face) => batch.Leakage[_leakRow + face] += track.Energy
        + (track.Kind == ParticleKind.Positron ? 2 * PhysicalConstants.ElectronMass : 0);

    private void Ring(bool active, double r2, double energy)
    {
        int ring = 0;
        while (ring < _ringSquares.Length - 1 && r2 >= _ringSquares[ring])
        {
            ring++;
        }

        batch.RingTotal[_ringRow + ring] += energy;
        if (active)
        {
            batch.RingActive[_ringRow + ring] += energy;
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
}
