using CoDesign.Hdf5;
using CoDesign.Simulation.MonteCarlo.Scoring;

namespace CoDesign.Studies.Showers;

/// <summary>Cells with energy, one row each; the rows of event e are [offset[e], offset[e + 1]).</summary>
internal sealed class CellColumns
{
    private static readonly Hdf5Storage Storage = new(DeflateLevel: 1);

    private readonly Hdf5Dataset<long> _offset;
    private readonly Hdf5Dataset<int> _plane, _i, _j;
    private readonly Hdf5Dataset<float> _energy;
    private long _rows;

    public CellColumns(Hdf5Group root, double size)
    {
        Hdf5Group group = root.CreateGroup("cells");
        group.SetAttribute("size_mm", size);
        group.SetAttribute("description", "active energy in square cells: the rows of event e are offset[e] to "
            + "offset[e + 1] - 1; cell (i, j) has its centre at (i, j) times the size, the axis being (0, 0)");
        _offset = group.CreateAppendable<long>("offset", [], "", Storage);
        _plane = group.CreateAppendable<int>("layer", [], "", Storage);
        _i = group.CreateAppendable<int>("i", [], "", Storage);
        _j = group.CreateAppendable<int>("j", [], "", Storage);
        _energy = group.CreateAppendable<float>("energy", [], "MeV", Storage);
        _offset.Append([0]);
    }

    public void Append(ShowerBatch batch)
    {
        var ends = new long[batch.Count];
        foreach (CellDeposit cell in batch.Cells)
        {
            ends[cell.Event]++;
        }

        for (int e = 0; e < ends.Length; e++)
        {
            ends[e] = _rows += ends[e];
        }

        _offset.Append(ends);
        if (batch.Cells.Count > 0)
        {
            _plane.Append([.. batch.Cells.Select(c => c.Plane)]);
            _i.Append([.. batch.Cells.Select(c => c.I)]);
            _j.Append([.. batch.Cells.Select(c => c.J)]);
            _energy.Append([.. batch.Cells.Select(c => (float)c.Energy)]);
        }
    }
}
