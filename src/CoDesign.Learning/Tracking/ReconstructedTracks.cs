using CoDesign.Simulation.Tracks;

namespace CoDesign.Learning.Tracking;

/// <summary>Sampled and fitted tracks of a batch. Arrays are [tracks] or [tracks, 5] in row order, parameters as in
/// <see cref="TrackParameter"/>; those of tracks without a fit are zero.</summary>
public sealed record ReconstructedTracks
{
    /// <summary>Number of parameters.</summary>
    public const int Parameters = 5;

    /// <summary>How many tracks.</summary>
    public required int Count { get; init; }

    /// <summary>Which tracks had enough hits for a fit.</summary>
    public required bool[] Fitted { get; init; }

    /// <summary>Estimate less truth at the vertex, [tracks, 5] [mm, rad, 1/mm, mm, 1].</summary>
    public required double[] Deviation { get; init; }

    /// <summary>Variance that the fit claims, [tracks, 5].</summary>
    public required double[] Variance { get; init; }

    /// <summary>chi2 of the fit.</summary>
    public required double[] ChiSquared { get; init; }

    /// <summary>Measurements less parameters.</summary>
    public required int[] DegreesOfFreedom { get; init; }

    /// <summary>Measurements of u; of every track.</summary>
    public required int[] HitsU { get; init; }

    /// <summary>Measurements of v; of every track.</summary>
    public required int[] HitsV { get; init; }

    /// <summary>Hits of noise in the fit.</summary>
    public required int[] WrongHits { get; init; }

    /// <summary>Room for a number of tracks.</summary>
    internal static ReconstructedTracks Empty(int count) => new()
    {
        Count = count,
        Fitted = new bool[count],
        Deviation = new double[count * Parameters],
        Variance = new double[count * Parameters],
        ChiSquared = new double[count],
        DegreesOfFreedom = new int[count],
        HitsU = new int[count],
        HitsV = new int[count],
        WrongHits = new int[count],
    };
}
