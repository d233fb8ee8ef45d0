using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>One kick and the state of the filter before it.</summary>
internal struct KickStage
{
    public ParameterMatrix Information;

    public ParameterVector Vector, Kick;

    /// <summary>Information times kick.</summary>
    public ParameterVector Product;

    /// <summary>1/(1 + q g'L g).</summary>
    public V Scale;

    public V Variance;
}
