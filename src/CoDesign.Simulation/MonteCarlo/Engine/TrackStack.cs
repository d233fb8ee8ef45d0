using CoDesign.Simulation.Events;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <summary>Particles that wait for transport, last in first out, one array a quantity; it grows and never
/// shrinks.</summary>
internal sealed class TrackStack
{
    private const int Initial = 4096;

    private double[] _x = new double[Initial];
    private double[] _y = new double[Initial];
    private double[] _z = new double[Initial];
    private double[] _u = new double[Initial];
    private double[] _v = new double[Initial];
    private double[] _w = new double[Initial];
    private double[] _energy = new double[Initial];
    private int[] _slab = new int[Initial];
    private ParticleKind[] _kind = new ParticleKind[Initial];

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a particle.</summary>
    public void Push(in Track track)
    {
        if (Count == _x.Length)
        {
            Grow();
        }

        int i = Count++;
        (_x[i], _y[i], _z[i]) = (track.X, track.Y, track.Z);
        (_u[i], _v[i], _w[i]) = (track.U, track.V, track.W);
        (_energy[i], _slab[i], _kind[i]) = (track.Energy, track.Slab, track.Kind);
    }

    /// <summary>Takes the last particle; there must be one.</summary>
    public void Pop(out Track track)
    {
        int i = --Count;
        track.X = _x[i];
        track.Y = _y[i];
        track.Z = _z[i];
        track.U = _u[i];
        track.V = _v[i];
        track.W = _w[i];
        track.Energy = _energy[i];
        track.Slab = _slab[i];
        track.Kind = _kind[i];
    }

    private void Grow()
    {
        int size = 2 * _x.Length;
        Array.Resize(ref _x, size);
        Array.Resize(ref _y, size);
        Array.Resize(ref _z, size);
        Array.Resize(ref _u, size);
        Array.Resize(ref _v, size);
        Array.Resize(ref _w, size);
        Array.Resize(ref _energy, size);
        Array.Resize(ref _slab, size);
        Array.Resize(ref _kind, size);
    }
}
