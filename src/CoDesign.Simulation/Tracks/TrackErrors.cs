using static TorchSharp.torch;

namespace CoDesign.Simulation.Tracks;

/// <summary>Errors of fitted tracks.</summary>
public sealed record TrackErrors
{
    /// <summary>Square of the error of each parameter at the vertex, in the order of <see cref="TrackParameter"/>,
    /// [fitted, 5] float64 [mm2, rad2, 1/mm2, mm2, 1]: its expectation (a variance) by propagation of covariance, its
    /// value for one fit by sampled hits. Where there is no field the curvature is known and its error zero.</summary>
    public required Tensor Squared { get; init; }

    /// <summary>Numbers in the batch of the tracks with hits at enough places for a fit, ascending, [fitted].</summary>
    public required int[] Fitted { get; init; }

    /// <summary>Hits in u of every track of the batch, [tracks].</summary>
    public required int[] HitsU { get; init; }

    /// <summary>Hits in v of every track of the batch, [tracks].</summary>
    public required int[] HitsV { get; init; }
}
