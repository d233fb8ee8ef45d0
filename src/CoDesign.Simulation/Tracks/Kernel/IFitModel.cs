namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>What the filter carries; chosen when the kernel is compiled.</summary>
internal interface IFitModel
{
    /// <summary>Whether sampled hits are fitted, or only their covariance propagated.</summary>
    static abstract bool HasHits { get; }
}
