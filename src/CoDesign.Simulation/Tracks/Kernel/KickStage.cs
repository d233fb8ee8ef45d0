using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>One kick and the state of the filter before it.</summary>
internal struct KickStage
{
    public ParameterMatrix Information;

    public ParameterVector Vector, Kick;

    public V Variance;
}
