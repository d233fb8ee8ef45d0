using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>What the passes over the layers keep of one layer for four tracks.</summary>
internal struct LayerState
{
    public Crossing<Wide> Crossing;

    /// <summary>One where the layer is crossed, else zero.</summary>
    public V Crossed;

    /// <summary>One where a hit there is kept, else zero.</summary>
    public V Seen;

    /// <summary>Weight of its hits over that of the layer's mean square.</summary>
    public V SharpnessU, SharpnessV;

    /// <summary>Energy on arrival [MeV].</summary>
    public V Energy;

    /// <summary>Variances of the projected angle and of the displacement.</summary>
    public V AngleVariance, DisplacementVariance;

    /// <summary>Sum of all kicks before the layer, as it acts on its hits.</summary>
    public ParameterVector Kicked;

    /// <summary>Filter before the layer's kicks: information of all hits behind the layer.</summary>
    public ParameterMatrix Information;

    /// <summary>Likewise the information vector.</summary>
    public ParameterVector Vector;

    /// <summary>Gradients by the crossing.</summary>
    public CrossingAdjoint Adjoint;

    /// <summary>Gradients by the variances.</summary>
    public V AngleBar, DisplacementBar;

    /// <summary>Gradients by the hits times their weights.</summary>
    public V HitBarU, HitBarV;
}
