namespace CoDesign.Simulation.Tracks;

/// <summary>How lost hits enter a propagation of covariance.</summary>
public enum EfficiencyForm
{
    /// <summary>The weight of every hit is multiplied by its efficiency: smooth in the efficiency, so for
    /// gradients. Exact only to first order in the inefficiency and for hits of small leverage: the loss of a hit that
    /// carries the share h of the information in its direction counts 1 - h times, so that with few hits the variance
    /// is too small. It is never above the mean over lost hits, as an inverse is convex.</summary>
    Expected,

    /// <summary>Hits are lost as in <see cref="HitModel"/>, the same ones: for numbers that are reported. The
    /// efficiency has no gradient.</summary>
    Sampled,
}
