using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Gradients by the quantities of a <see cref="Crossing{T}"/> and by the curvature.</summary>
internal struct CrossingAdjoint
{
    public V ChordCosine, TurnCosine, HalfSquare, Arc, Slant, SlipOffset, SlipAzimuth, SlipCurvature, Curvature;

    /// <summary>Gradients by the position of the layer and by the curvature.</summary>
    public readonly (V Position, V Curvature) Contract(in Crossing<WideDual> c)
    {
        WideDual sum = (c.ChordCosine * ChordCosine) + (c.TurnCosine * TurnCosine) + (c.HalfSquare * HalfSquare)
            + (c.Arc * Arc) + (c.Slant * Slant) + (c.SlipOffset * SlipOffset) + (c.SlipAzimuth * SlipAzimuth)
            + (c.SlipCurvature * SlipCurvature);
        return (sum.ByPosition, sum.ByCurvature + Curvature);
    }
}
