namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>The filter fits sampled hits.</summary>
internal readonly struct HitFit : IFitModel
{
    public static bool HasHits => true;
}
