using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Hits of four tracks in one coordinate and the distinct places where they stand, counted outward.</summary>
/// <param name="separation">Distance up to which two positions are one place [mm].</param>
internal struct HitCount(double separation)
{
    private V _last = Vector256.Create(double.NegativeInfinity);

    /// <summary>Hits.</summary>
    public V Hits { get; private set; }

    /// <summary>Places.</summary>
    public V Places { get; private set; }

    /// <summary>Counts a layer.</summary>
    /// <param name="seen">One where a hit is kept, else zero.</param>
    /// <param name="position">Position of the layer [mm].</param>
    public void Add(V seen, double position)
    {
        V at = Vector256.Create(position);
        V isNew = Vector256.GreaterThan(seen, V.Zero)
            & Vector256.GreaterThan(at - _last, Vector256.Create(separation));
        Hits += seen;
        Places += V.One & isNew;
        _last = Vector256.ConditionalSelect(isNew, at, _last);
    }
}
