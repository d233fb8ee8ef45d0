namespace CoDesign.Simulation.Tracks;

/// <summary>A track's way through the layers, in the order in which it crosses them; reused from track to track. Arrays
/// are [layers], of which the first <see cref="Crossed"/> are filled.</summary>
public sealed class TrackPath(int layers)
{
    /// <summary>At the vertex.</summary>
    public Helix Start { get; internal set; }

    /// <summary>How many layers the track passed before it curled or stopped, with those that it began
    /// behind.</summary>
    public int Crossed { get; internal set; }

    /// <summary>The helix on the middle of each layer, as it comes in.</summary>
    public Helix[] At { get; } = new Helix[layers];

    /// <summary>Arc length from the layer before, or from the vertex [mm].</summary>
    public double[] Arc { get; } = new double[layers];

    /// <summary>Crossing in u [mm]: x of planes, r phi of a barrel.</summary>
    public double[] U { get; } = new double[layers];

    /// <summary>Crossing in v [mm]: y of planes, z of a barrel.</summary>
    public double[] V { get; } = new double[layers];

    /// <summary>Whether the track crosses the layer within its extent.</summary>
    public bool[] Inside { get; } = new bool[layers];

    /// <summary>Path length in the layer over its thickness; zero outside it.</summary>
    public double[] Obliquity { get; } = new double[layers];

    /// <summary>Momentum as it comes in [MeV].</summary>
    public double[] Momentum { get; } = new double[layers];

    /// <summary>Momentum behind the layer [MeV].</summary>
    public double[] MomentumBehind { get; } = new double[layers];

    /// <summary>Width of the projected scattering angle in the layer [rad].</summary>
    public double[] ScatteringAngle { get; } = new double[layers];
}
