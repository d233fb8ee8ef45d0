namespace CoDesign.Simulation.Tracks;

/// <summary>How lost hits enter a propagation of covariance.</summary>
public enum EfficiencyForm
{
    /// <summary>The weight of every hit is multiplied by its efficiency: smooth in the efficiency, so for gradients.
    /// Exact to first order in 1 - efficiency only, as the mean of an inverse is not the inverse of a mean.</summary>
    Expected,

    /// <summary>Hits are lost as in <see cref="HitModel"/>, the same ones: for numbers that are reported. The
    /// efficiency has no gradient.</summary>
    Sampled,
}
