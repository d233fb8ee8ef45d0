using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Showers;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tracks;

/// <summary>The layers of a tracker at one design as plain numbers, without gradient: what sampled tracks and their fit
/// need. Arrays are [layers].</summary>
public sealed class TrackerSurfaces
{
    /// <summary>Copies the numbers of a layout.</summary>
    /// <param name="layout">The layout.</param>
    public TrackerSurfaces(TrackerLayout layout)
    {
        Shape = layout.Shape;
        HasField = layout.HasField;
        Field = layout.HasField ? layout.Field.ToDouble() : 0;
        Position = Numbers(layout.Position);
        ResolutionU = Numbers(layout.ResolutionU);
        ResolutionV = Numbers(layout.ResolutionV);
        MeasuresU = [.. layout.MeasuresU];
        MeasuresV = [.. layout.MeasuresV];
        SensorEfficiency = Numbers(layout.SensorEfficiency);
        RadiationLengths = Numbers(layout.RadiationLengths);
        Thickness = Numbers(layout.Thickness);
        IonisationLoss = Numbers(layout.IonisationLoss);
        HalfExtentU = Numbers(layout.HalfExtentU);
        HalfExtentV = Numbers(layout.HalfExtentV);
    }

    /// <summary>Planes or barrel.</summary>
    public TrackerShape Shape { get; }

    /// <summary>Whether there is a field.</summary>
    public bool HasField { get; }

    /// <summary>Magnetic field [Units.Tesla].</summary>
    public double Field { get; }

    /// <summary>How many layers there are.</summary>
    public int Count => Position.Length;

    /// <summary>Position [mm], ascending.</summary>
    public double[] Position { get; }

    /// <summary>Resolution in u [mm].</summary>
    public double[] ResolutionU { get; }

    /// <summary>Resolution in v [mm].</summary>
    public double[] ResolutionV { get; }

    /// <summary>Which layers measure u.</summary>
    public bool[] MeasuresU { get; }

    /// <summary>Which layers measure v.</summary>
    public bool[] MeasuresV { get; }

    /// <summary>Probability of a hit, apart from what the threshold loses where there are electronics.</summary>
    public double[] SensorEfficiency { get; }

    /// <summary>Material at normal incidence x/X0.</summary>
    public double[] RadiationLengths { get; }

    /// <summary>Its thickness [mm].</summary>
    public double[] Thickness { get; }

    /// <summary>Mean energy loss of a minimum-ionising particle at normal incidence [MeV].</summary>
    public double[] IonisationLoss { get; }

    /// <summary>Half extent in u [mm].</summary>
    public double[] HalfExtentU { get; }

    /// <summary>Half extent in v [mm].</summary>
    public double[] HalfExtentV { get; }

    /// <summary>Whether offset and azimuth (and curvature, with a field) are fitted: if the layers cannot measure them
    /// they are taken as known.</summary>
    public bool FitsU => MeasuresU.Count(m => m) >= (HasField ? 3 : 2);

    /// <summary>Whether offset along the axis and dip are fitted: if the layers cannot measure them they are taken as
    /// known.</summary>
    public bool FitsV => MeasuresV.Count(m => m) >= 2;

    private static double[] Numbers(Tensor tensor)
    {
        using DisposeScope scope = NewDisposeScope();
        return tensor.detach().contiguous().Doubles().ToArray();
    }
}
