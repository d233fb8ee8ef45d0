namespace CoDesign.Simulation.Tracks;

/// <summary>How lost and shared hits enter a propagation of covariance.</summary>
public enum EfficiencyForm
{
    /// <summary>The weight of every hit is multiplied by its efficiency: smooth in the efficiency, so for
    /// gradients. Exact only to first order in the inefficiency and for hits of small leverage: the loss of a hit that
    /// carries the share h of the information in its direction counts 1 - h times, so that with few hits the variance
    /// is too small. It is never above the mean over lost hits, as an inverse is convex. All hits of a layer have its
    /// resolution, the root mean square over those of one strip and those that two share: the variance of a fit that
    /// does not tell them apart, above that of one that does. The mean of their information would be the limit of many
    /// hits, and for the few of a vertex detector, where most are of one strip, several times too good.</summary>
    Expected,

    /// <summary>Hits are lost, and shared by two strips, as in <see cref="HitModel"/>, the same ones: for numbers that
    /// are reported. Efficiency and share have no gradient, and that of the resolution is the one at a fixed ratio of
    /// both kinds.</summary>
    Sampled,
}
