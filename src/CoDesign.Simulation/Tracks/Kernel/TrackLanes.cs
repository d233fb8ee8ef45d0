using System.Runtime.Intrinsics;
using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Tracks as arrays of their constants, padded to whole vectors by copies of the last one.</summary>
internal sealed class TrackLanes
{
    // A track steeper than this, in sin(psi), has left the region where planes are crossed.
    public const double SteepestSine = 0.98;

    private readonly double[] _perField, _dip, _sine, _cosine, _u, _v, _z, _energy, _loss, _starts;

    /// <summary>The tracks of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="hasLoss">Whether any layer takes energy; if not, the loss factor is left at one.</param>
    public TrackLanes(TrackBatch batch, bool hasLoss)
    {
        Count = batch.Count;
        MassSquared = batch.Mass * batch.Mass;
        int padded = (Count + V.Count - 1) / V.Count * V.Count;
        double[][] columns = [.. Enumerable.Range(0, 10).Select(_ => new double[padded])];
        (_perField, _dip, _sine, _cosine, _u) = (columns[0], columns[1], columns[2], columns[3], columns[4]);
        (_v, _z, _energy, _loss, _starts) = (columns[5], columns[6], columns[7], columns[8], columns[9]);
        for (int i = 0; i < padded; i++)
        {
            Set(i, Math.Min(i, Count - 1), batch, hasLoss);
        }
    }

    /// <summary>How many tracks.</summary>
    public int Count { get; }

    /// <summary>Square of their mass [MeV2].</summary>
    public double MassSquared { get; }

    /// <summary>Four tracks.</summary>
    /// <param name="first">Number of the first one, a multiple of four.</param>
    /// <param name="field">Field.</param>
    public Helix At(int first, double field)
    {
        V dip = Load(_dip, first), perField = Load(_perField, first);
        return new Helix
        {
            Curvature = perField * field,
            CurvaturePerField = perField,
            Dip = dip,
            Norm = Vector256.Sqrt(V.One + (dip * dip)),
            Sine = Load(_sine, first),
            Cosine = Load(_cosine, first),
            VertexU = Load(_u, first),
            VertexV = Load(_v, first),
            VertexZ = Load(_z, first),
            Energy = Load(_energy, first),
            Loss = Load(_loss, first),
            Starts = Vector256.GreaterThan(Load(_starts, first), V.Zero),
        };
    }

    private void Set(int i, int track, TrackBatch batch, bool hasLoss)
    {
        bool planes = batch.Shape == TrackerShape.Planes;
        (double sine, double cosine) = Math.SinCos(planes ? batch.Azimuth[track] : 0);
        bool starts = cosine > 0 && Math.Abs(sine) < SteepestSine;
        double p = batch.Momentum(track);
        _perField[i] = batch.Charge[track] * PhysicalConstants.SpeedOfLight / batch.TransverseMomentum[track];
        _dip[i] = batch.Dip[track];
        (_sine[i], _cosine[i]) = starts ? (sine, cosine) : (0, 1);
        (_u[i], _v[i], _z[i]) = planes
            ? (batch.VertexX[track], batch.VertexY[track], batch.VertexZ[track])
            : (0, batch.VertexZ[track], 0);
        _energy[i] = Math.Sqrt((p * p) + MassSquared);
        _loss[i] = hasLoss ? MeanLoss.Relative(p, batch.Mass) : 1;
        _starts[i] = starts ? 1 : 0;
    }

    private static V Load(double[] column, int first) => Vector256.Create<double>(column.AsSpan(first, V.Count));
}
