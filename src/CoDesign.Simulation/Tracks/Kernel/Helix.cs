using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Four tracks at their vertices.</summary>
internal readonly struct Helix
{
    /// <summary>Curvature kappa [1/mm].</summary>
    public V Curvature { get; init; }

    /// <summary>Curvature in a field of one [1/(mm field)].</summary>
    public V CurvaturePerField { get; init; }

    /// <summary>Dip tau.</summary>
    public V Dip { get; init; }

    /// <summary>sqrt(1 + tau^2).</summary>
    public V Norm { get; init; }

    /// <summary>Sine of the azimuth; zero where the track never reaches a plane.</summary>
    public V Sine { get; init; }

    /// <summary>Cosine of the azimuth; one where the track never reaches a plane.</summary>
    public V Cosine { get; init; }

    /// <summary>Vertex in u [mm].</summary>
    public V VertexU { get; init; }

    /// <summary>Vertex in v [mm].</summary>
    public V VertexV { get; init; }

    /// <summary>Vertex along the normal of planes [mm].</summary>
    public V VertexZ { get; init; }

    /// <summary>Energy [MeV].</summary>
    public V Energy { get; init; }

    /// <summary>Mean energy loss over that of a minimum-ionising particle.</summary>
    public V Loss { get; init; }

    /// <summary>Which of them can cross layers at all (all bits).</summary>
    public V Starts { get; init; }
}
