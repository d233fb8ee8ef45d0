using static TorchSharp.torch;

namespace CoDesign.Detectors.Trackers;

/// <summary>Hits of a coordinate whose charge two strips share. Who sees how many strips fired knows how well each hit is
/// measured; the resolution of a layer is the root mean square over both kinds.</summary>
/// <param name="Probability">Share of such hits, [layers] float64, in [0, 1]; zero where all hits are of one
/// kind.</param>
/// <param name="Variance">Variance of their position [mm2], [layers] float64; without meaning where there are
/// none.</param>
public sealed record SharedHits(Tensor Probability, Tensor Variance);
