using CoDesign.Detectors.Configuration;
using CoDesign.Hdf5;
using CoDesign.Simulation.MonteCarlo.Geometry;
using CoDesign.Simulation.MonteCarlo.Scoring;

namespace CoDesign.Studies.Showers;

/// <summary>The events of a simulation as HDF5, appended batch by batch.</summary>
/// <remarks>
/// Written to FILE.part, which takes its name only when it is whole and closed: a killed process leaves FILE.part and
/// an older FILE as it was. A file of a cancelled run holds what was simulated and says so: its attributes events,
/// events_requested and complete.
/// </remarks>
internal sealed class ShowerFile : IDisposable
{
    private static readonly Hdf5Storage Storage = new(DeflateLevel: 1);

    private readonly string _path;
    private readonly string _partial;
    private readonly int _requested;
    private readonly Hdf5File _file;
    private readonly List<Action<ShowerBatch>> _columns = [];
    private readonly CellColumns? _cells;
    private bool _closed;

    private ShowerFile(string path, ShowerRequest request, SlabBox stack)
    {
        (_path, _partial, _requested) = (path, PartialOf(path), request.Events);
        _file = Hdf5File.Create(_partial, IfExists.Replace);
        try
        {
            ShowerFileHeader.Write(_file.Root, request, stack);
            _cells = request.Scoring.CellSize is { } size ? new CellColumns(_file.Root, size) : null;
            CreateColumns(_file.Root.CreateGroup("events"), request, stack.Layers);
            _file.Flush();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Name of a file while it is written.</summary>
    public static string PartialOf(string path) => path + ".part";

    /// <summary>Begins a file; one of that name is replaced when the new one is finished. Where the name is a link, it
    /// stays one.</summary>
    /// <exception cref="StudyException">It cannot be created.</exception>
    public static ShowerFile Create(string path, ShowerRequest request, SlabBox stack)
    {
        string file = ShowerOutput.Behind(path);
        try
        {
            return new ShowerFile(file, request, stack);
        }
        catch (Hdf5Exception e) when (e.IsDiskFull)
        {
            // Made, but not one byte went in. For another reason it may be that another process holds it.
            File.Delete(PartialOf(file));
            throw;
        }
        catch (Hdf5Exception e)
        {
            throw new StudyException([new Problem("--out", 0, "", $"given {path}, cannot be written: {e.Message}")]);
        }
    }

    /// <summary>Adds the events of a batch, and hands them to the operating system.</summary>
    public void Append(ShowerBatch batch)
    {
        foreach (Action<ShowerBatch> column in _columns)
        {
            column(batch);
        }

        _cells?.Append(batch);
        _file.Flush();
    }

    /// <summary>Closes the file and gives it its name.</summary>
    /// <param name="events">Number of events in it.</param>
    public void Finish(int events)
    {
        _file.Root.SetAttribute("events", (long)events);
        _file.Root.SetAttribute("complete", events == _requested);
        _file.Dispose();
        File.Move(_partial, _path, overwrite: true);
        _closed = true;
    }

    /// <summary>Removes the file if it was not finished.</summary>
    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        try
        {
            _file.Dispose();
        }
        catch (Hdf5Exception)
        {
            // It is removed; why it was not finished has been thrown already.
        }

        File.Delete(_partial);
    }

    private void CreateColumns(Hdf5Group events, ShowerRequest request, int layers)
    {
        double energy = request.Energy;
        Column(events, "energy", [], "MeV", b => Enumerable.Repeat(energy, b.Count).ToArray());
        Column(events, "active", [layers], "MeV", b => b.Active);
        Column(events, "passive", [layers], "MeV", b => b.Passive);
        Column(events, "leakage", [3], "MeV", b => b.Leakage);
        Column(events, "active_radial_moment", [layers], "MeV mm2", b => b.ActiveRadialMoment);
        Column(events, "depth_moment", [layers], "MeV mm", b => b.DepthMoment);
        Column(events, "charged_steps", [], "", b => b.ChargedSteps);
        Column(events, "photon_steps", [], "", b => b.PhotonSteps);
        int rings = request.Scoring.RingEdges.Count - 1;
        if (rings > 0)
        {
            Column(events, "ring_active", [rings], "MeV", b => b.RingActive);
            Column(events, "ring_total", [rings], "MeV", b => b.RingTotal);
        }
    }

    private void Column<T>(Hdf5Group group, string name, long[] row, string unit, Func<ShowerBatch, T[]> values)
        where T : unmanaged
    {
        Hdf5Dataset<T> dataset = group.CreateAppendable<T>(name, row, unit, Storage);
        dataset.SetAttribute("description", ShowerFileHeader.Descriptions[name]);
        _columns.Add(batch => dataset.Append(values(batch)));
    }
}
