namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>The filter carries the covariance alone.</summary>
internal readonly struct CovarianceFit : IFitModel
{
    public static bool HasHits => false;
}
