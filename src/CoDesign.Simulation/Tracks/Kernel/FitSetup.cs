using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Showers;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>All that a fit of a batch in a layout needs beside the tensors with a gradient, and what it finds out about
/// hits.</summary>
internal sealed class FitSetup
{
    /// <summary>What a layout and a batch say.</summary>
    /// <param name="layout">The tracker.</param>
    /// <param name="batch">The tracks.</param>
    /// <param name="samplesEfficiency">Whether hits are lost and shared at random.</param>
    public FitSetup(TrackerLayout layout, TrackBatch batch, bool samplesEfficiency)
    {
        if (layout.Shape != batch.Shape)
        {
            throw new ArgumentException($"tracks for {batch.Shape} cannot cross a layout of {layout.Shape}");
        }

        Shape = layout.Shape;
        Streams = batch.Streams;
        First = batch.First;
        HasField = layout.HasField;
        NeededU = FitPlaces.NeededU(layout.HasField);
        FitsU = layout.MeasuresU.Count(m => m) >= NeededU;
        FitsV = layout.MeasuresV.Count(m => m) >= FitPlaces.NeededV;
        HalfExtentU = Values(layout.HalfExtentU);
        HalfExtentV = Values(layout.HalfExtentV);
        double[] efficiency = Values(layout.Efficiency);
        Efficiency = samplesEfficiency && efficiency.Any(e => e < 1) ? efficiency : null;
        ClustersU = samplesEfficiency ? ClusterMixture.Of(layout.SharedU, layout.ResolutionU) : null;
        ClustersV = samplesEfficiency ? ClusterMixture.Of(layout.SharedV, layout.ResolutionV) : null;
        Lanes = new TrackLanes(batch, Values(layout.IonisationLoss).Any(l => l > 0));
        HitsU = new int[batch.Count];
        HitsV = new int[batch.Count];
    }

    public TrackerShape Shape { get; }

    public EventStreams Streams { get; }

    /// <summary>Number of the first track in its stream.</summary>
    public long First { get; }

    public bool HasField { get; }

    /// <summary>Whether offset and azimuth (and curvature, with a field) are fitted, or taken as known.</summary>
    public bool FitsU { get; }

    /// <summary>Whether offset along the axis and dip are fitted, or taken as known.</summary>
    public bool FitsV { get; }

    /// <summary>Places in u that a fit needs where u is fitted.</summary>
    public int NeededU { get; }

    public double[] HalfExtentU { get; }

    public double[] HalfExtentV { get; }

    /// <summary>Probabilities of hits, or null where none are lost at random.</summary>
    public double[]? Efficiency { get; }

    /// <summary>Kinds of hits of u, or null where they are not drawn.</summary>
    public ClusterMixture? ClustersU { get; }

    /// <summary>Kinds of hits of v, or null where they are not drawn.</summary>
    public ClusterMixture? ClustersV { get; }

    public TrackLanes Lanes { get; }

    /// <summary>Hits of each track in u; the forward pass fills it.</summary>
    public int[] HitsU { get; }

    /// <summary>Hits of each track in v; the forward pass fills it.</summary>
    public int[] HitsV { get; }

    /// <summary>Tracks with a fit, ascending; the forward pass sets it.</summary>
    public int[] Fitted { get; set; } = [];

    /// <summary>Whether a parameter is fitted.</summary>
    public bool Fits(int parameter) =>
        parameter > (int)TrackParameter.Curvature ? FitsV
        : FitsU && (HasField || parameter != (int)TrackParameter.Curvature);

    private static double[] Values(TorchSharp.torch.Tensor tensor)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        return tensor.detach().contiguous().Doubles().ToArray();
    }
}
